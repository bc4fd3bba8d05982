import { useEffect, useState } from 'react'

export type Leaving<Item> = { item: Item; leaving: boolean }

type Identified = { readonly id: string }

const leaveMilliseconds = 200

/**
 * The items, and for a moment still those that have just gone, each at its old place: so that the eye
 * can follow what happened. Without motion, where that is wished.
 */
export function useLeaving<Item extends Identified>(items: readonly Item[]): Leaving<Item>[] {
  const [known, setKnown] = useState({ items, shown: items.map(stay) })
  let { shown } = known
  if (known.items !== items) {
    shown = mergeLeaving(known.shown, items)
    setKnown({ items, shown })
  }
  const someLeave = shown.some(({ leaving }) => leaving)

  useEffect(() => {
    if (!someLeave) return
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const timer = setTimeout(
      () => setKnown((now) => ({ ...now, shown: now.shown.filter(({ leaving }) => !leaving) })),
      still ? 0 : leaveMilliseconds,
    )
    return () => clearTimeout(timer)
  }, [someLeave])

  return shown
}

/** The new items in their order, with those that are gone after the one they stood behind. */
export function mergeLeaving<Item extends Identified>(
  shown: readonly Leaving<Item>[],
  items: readonly Item[],
): Leaving<Item>[] {
  const present = new Set(items.map(({ id }) => id))
  const merged: Leaving<Item>[] = items.map(stay)
  shown.forEach(({ item }, index) => {
    if (present.has(item.id)) return
    const before = shown[index - 1]?.item.id
    const place = merged.findIndex((other) => other.item.id === before)
    merged.splice(place + 1, 0, { item, leaving: true })
  })
  return merged
}

function stay<Item>(item: Item): Leaving<Item> {
  return { item, leaving: false }
}
