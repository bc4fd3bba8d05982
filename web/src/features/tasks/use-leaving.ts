import { useEffect, useRef, useState } from 'react'
import { countSameEnds } from './same-ends.ts'

export type Leaving<Item> = {
  /** The items, and for a moment the leaving ones at their old places. */
  shown: readonly Item[]
  /** The keys of the leaving ones. */
  leaving: ReadonlySet<string>
}

type Keyed = { readonly key: string }

/** Items that left together disappear together. */
type Batch = { readonly isStaying: boolean }

type Known<Item> = {
  items: readonly Item[]
  shown: readonly Item[]
  gone: ReadonlyMap<string, Batch>
}

// As long as the animations of the rows' styles, which respect a preference for less motion.
const stayMs = 1_200
const leaveMs = 200

/**
 * The items, and for a moment those that have just left, each at its old place, so that the eye can
 * follow what happened. Those of which `stays` is true stay for a second longer.
 */
export function useLeaving<Item extends Keyed>(
  items: readonly Item[],
  stays: (item: Item) => boolean,
): Omit<Known<Item>, 'items'> {
  const [known, setKnown] = useState<Known<Item>>({ items, shown: items, gone: new Map() })
  const timers = useRef(new Map<Batch, ReturnType<typeof setTimeout>>())
  let current = known
  if (known.items !== items) {
    current = takeIn(known, items, stays)
    setKnown(current)
  }
  const { gone } = current

  useEffect(() => {
    for (const batch of gone.values()) {
      if (timers.current.has(batch)) continue
      const end = () => {
        timers.current.delete(batch)
        setKnown((now) => letGo(now, batch))
      }
      timers.current.set(batch, setTimeout(end, batch.isStaying ? stayMs : leaveMs))
    }
  }, [gone])
  useEffect(() => () => timers.current.forEach(clearTimeout), [])
  return current
}

function takeIn<Item extends Keyed>(
  known: Known<Item>,
  items: readonly Item[],
  stays: (item: Item) => boolean,
): Known<Item> {
  const { shown, leaving } = mergeLeaving(known.shown, items)
  const batches = [{ isStaying: false }, { isStaying: true }] as const
  const gone = new Map<string, Batch>()
  for (const item of leaving.size > 0 ? shown : []) {
    if (leaving.has(item.key))
      gone.set(item.key, known.gone.get(item.key) ?? batches[stays(item) ? 1 : 0])
  }
  return { items, shown, gone }
}

function letGo<Item extends Keyed>({ items, shown, gone }: Known<Item>, batch: Batch): Known<Item> {
  const left = (key: string) => gone.get(key) === batch
  return {
    items,
    shown: shown.filter(({ key }) => !left(key)),
    gone: new Map([...gone].filter(([key]) => !left(key))),
  }
}

/** The new items in their order, each leaving one after the item that it followed. */
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
  if (leaving.size === 0) return { shown: items, leaving }
  return { shown: items.slice(0, start).concat(merged, items.slice(items.length - end)), leaving }
}
