import { setImmediate } from 'node:timers/promises'

const sliceLength = 1_000

/** How many rows are looked up by their ids at once, whatever they hold. */
export const lookupSize = { count: 5_000, weight: 5_000 } as const

/** Works through many items, and lets other requests have their turn after each thousand. */
export async function forEachInSlices<Item>(
  items: readonly Item[],
  work: (item: Item, nth: number) => void,
): Promise<void> {
  for (const [nth, item] of items.entries()) {
    if (nth % sliceLength === sliceLength - 1) await setImmediate()
    work(item, nth)
  }
}

/** Parts of at most `count` items that weigh at most `weight` together; a heavy one is a part alone. */
export function* partsOf<Item>(
  items: readonly Item[],
  { count, weight }: { count: number; weight: number },
  weigh: (item: Item) => number,
): Generator<Item[]> {
  let part: Item[] = []
  let sum = 0
  for (const item of items) {
    const own = weigh(item)
    if (part.length > 0 && (part.length === count || sum + own > weight)) {
      yield part
      part = []
      sum = 0
    }
    part.push(item)
    sum += own
  }
  if (part.length > 0) yield part
}
