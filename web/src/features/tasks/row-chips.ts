import { parseAddress } from '../../places/address.ts'
import { goTo } from '../../places/navigation.ts'
import { findAround, listOnPage, readMark } from '../../ui/landmarks.ts'
import { findTitle } from './task-focus.ts'

/** The chip of a row that an event is about: its list or one of its tags. */
function findChip(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? findAround(target, 'placeChip') : undefined
}

/** Goes to the place of a chip. */
function followChip(chip: HTMLElement): void {
  const address = parseAddress(readMark(chip, 'placeChip') ?? '')
  if (address) goTo(address)
}

/**
 * The chips by keyboard: from the title of a row, the arrow keys lead to them and back, and Enter opens
 * one. A chip is a link only while it has the focus: rows are links themselves, and Tab goes from row
 * to row.
 */
export function handleChipKey(event: KeyboardEvent): void {
  const { activeElement } = document
  const row = findAround(activeElement, 'taskRow')
  const title = findTitle(row)
  if (!row || !title || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const stops = [title, ...listOnPage('placeChip').filter((chip) => row.contains(chip))]
  const at = stops.indexOf(activeElement as HTMLElement)
  const step = findStep(event.key, row)
  const [stop, next] = [stops[at], stops[at + step]]
  if (!stop) return
  if (step !== 0 && next) focusStop(next)
  else if (event.key === 'Enter' && stop !== title) followChip(stop)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** To the next one (1), to the one before (-1), or to none. */
function findStep(key: string, row: HTMLElement): number {
  const onward = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === onward) return 1
  return key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0
}

function focusStop(stop: HTMLElement): void {
  if (findChip(stop)) {
    stop.role = 'link'
    stop.tabIndex = -1
    stop.addEventListener(
      'blur',
      () => {
        stop.removeAttribute('role')
        stop.removeAttribute('tabindex')
      },
      { once: true },
    )
  }
  stop.focus()
}
