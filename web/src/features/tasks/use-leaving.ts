import { useEffect, useState } from 'react'
import { countSameEnds } from './same-ends.ts'

export type Leaving<Item> = {
  /** The items, and at their old places those that are on their way out. */
  shown: readonly Item[]
  /** The keys of those that are. */
  leaving: ReadonlySet<string>
}

type Keyed = { readonly key: string }

const leaveMs = 200
const nothing: ReadonlySet<string> = new Set()

/**
 * The items, and for a moment still those that have just gone, each at its old place: so that the eye
 * can follow what happened. Without motion, where that is wished.
 */
export function useLeaving<Item extends Keyed>(items: readonly Item[]): Leaving<Item> {
  const [known, setKnown] = useState({ items, shown: items, leaving: nothing })
  let current = known
  if (known.items !== items) {
    current = { items, ...mergeLeaving(known.shown, items) }
    setKnown(current)
  }
  const someLeave = current.leaving.size > 0

  useEffect(() => {
    if (!someLeave) return
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const timer = setTimeout(
      () => setKnown((now) => ({ items: now.items, shown: now.items, leaving: nothing })),
      still ? 0 : leaveMs,
    )
    return () => clearTimeout(timer)
  }, [someLeave])

  return current
}

/** The new items in their order, with those that are gone after the one they stood behind. */
export function mergeLeaving<Item extends Keyed>(
  before: readonly Item[],
  items: readonly Item[],
): Leaving<Item> {
  const { start, end } = countSameEnds(before, items, (a, b) => a?.key === b?.key)
  const merged = items.slice(start, items.length - end)
  const present = new Set(merged.map(({ key }) => key))
  const leaving = new Set<string>()
  before.slice(start, before.length - end).forEach((item, index, old) => {
    if (present.has(item.key)) return
    const previous = old[index - 1]?.key
    const place = merged.findIndex(({ key }) => key === previous)
    merged.splice(place + 1, 0, item)
    leaving.add(item.key)
  })
  if (leaving.size === 0) return { shown: items, leaving: nothing }
  return { shown: items.slice(0, start).concat(merged, items.slice(items.length - end)), leaving }
}
