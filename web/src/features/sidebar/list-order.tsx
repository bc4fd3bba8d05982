'use client'

import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useMoveList } from '../../model/actions/use-move-list.ts'
import {
  type OrderPosition,
  placeOf,
  positionBeside,
  positionOneStep,
} from '../../model/cache/order-positions.ts'
import type { List } from '../../model/documents/fields.ts'
import { parseAddress, printAddress } from '../../places/address.ts'
import { useDrags } from '../../ui/drag/use-drags.ts'
import { findAround, findOnPage, readMark } from '../../ui/landmarks.ts'

/** Lets the lists of the sidebar be dragged elsewhere, and moved with the keys that move tasks. */
export function ListOrder({ lists }: { lists: readonly List[] }) {
  const moveList = useMoveList()
  const order = lists.map(({ id }) => id)

  function move(id: string, position: OrderPosition): void {
    const list = lists.find((other) => other.id === id)
    if (!list) return
    const place = `${placeOf(order, new Set([id]), position)} of ${order.length}`
    moveList(list, position, `Moved “${list.name}” to position ${place}`)
  }

  function moveOneStep(step: 1 | -1): boolean {
    const id = findOwnId(document.activeElement)
    if (!id) return false
    const position = positionOneStep(order, new Set([id]), step)
    if (position) move(id, position)
    focusListSoon(id)
    return true
  }

  /** The id of a list that can be ordered: archived ones can't. */
  function findOwnId(element: Element | null | undefined): string | undefined {
    const id = findListId(element)
    return id && order.includes(id) ? id : undefined
  }

  useShortcut('moveUp', () => moveOneStep(-1))
  useShortcut('moveDown', () => moveOneStep(1))

  useDrags<string>({
    pick: findOwnId,
    name: (id) => lists.find((list) => list.id === id)?.name ?? '',
    findLifted: (id) => findOnPage('place', printAddress({ place: { kind: 'list', id } })),
    findDropPosition(id, under, { y }) {
      const element = findAround(under, 'place')
      const other = findOwnId(element)
      if (!element || !other) return undefined
      const { top, height } = element.getBoundingClientRect()
      const mark = y < top + height / 2 ? 'above' : 'below'
      const position = positionBeside(order, new Set([id]), other, mark)
      return position && { element, mark, opensGap: true, drop: () => move(id, position) }
    },
  })
  return null
}

function findListId(element: Element | null | undefined): string | undefined {
  const item = element?.closest('button') ? undefined : findAround(element, 'place')
  const place = parseAddress(readMark(item, 'place') ?? '')?.place
  return place?.kind === 'list' ? place.id : undefined
}

function focusListSoon(id: string): void {
  const address = printAddress({ place: { kind: 'list', id } })
  requestAnimationFrame(() => findOnPage('place', address)?.querySelector('a')?.focus())
}
