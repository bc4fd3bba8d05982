import { Stint } from './stint.ts'

/** So many take much less than a piece of a stint. */
const sliceLength = 50

/** How many rows are looked up by their ids at once, whatever they hold. */
export const lookupSize = { count: 5_000, weight: 5_000 } as const

/** Works through many items, and lets others have their turn in between. */
export async function forEachInSlices<Item>(
  items: readonly Item[],
  work: (item: Item, nth: number) => void,
  stint: Stint = new Stint(),
): Promise<void> {
  for (let from = 0; from < items.length; from += sliceLength)
    await stint.do(() => {
      for (const [nth, item] of items.slice(from, from + sliceLength).entries())
        work(item, from + nth)
    })
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

/** What one statement takes. Words to search are made of all characters while everybody waits. */
export const statementSize = { count: 200, weight: 100_000 }
