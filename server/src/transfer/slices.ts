import { Stint } from './stint.ts'

/** So many items take much less time than a piece of a stint. */
const sliceLength = 50
const mergedAtOnce = 1_000

/** How many rows are looked up by their ids at once, whatever they contain. */
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

/** Maps each item, in order. */
export async function mapInSlices<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<Made[]> {
  const made: Made[] = []
  await forEachInSlices(items, (item) => void made.push(make(item)))
  return made
}

/** Groups the items by a key, in order. */
export async function groupInSlices<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Promise<Map<string, Item[]>> {
  const groups = new Map<string, Item[]>()
  await forEachInSlices(items, (item) => {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  })
  return groups
}

/** Sorts many items by their texts, by merging sorted parts. */
export async function sortInSlices<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
  stint: Stint = new Stint(),
): Promise<Item[]> {
  let runs: Item[][] = []
  for (let from = 0; from < items.length; from += sliceLength)
    runs.push(await stint.do(() => items.slice(from, from + sliceLength).sort(compare)))
  while (runs.length > 1) {
    const merged: Item[][] = []
    for (let nth = 0; nth < runs.length; nth += 2)
      merged.push(await merge(runs[nth] ?? [], runs[nth + 1] ?? [], compare, stint))
    runs = merged
  }
  return runs[0] ?? []
}

async function merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (one: Item, other: Item) => number,
  stint: Stint,
): Promise<Item[]> {
  const merged: Item[] = []
  let [l, r] = [0, 0]
  const total = left.length + right.length
  while (merged.length < total)
    await stint.do(() => {
      for (let taken = 0; taken < mergedAtOnce && merged.length < total; taken += 1) {
        const isLeft =
          r >= right.length || (l < left.length && compare(left[l] as Item, right[r] as Item) <= 0)
        merged.push((isLeft ? left[l++] : right[r++]) as Item)
      }
    })
  return merged
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

/** The most for one statement, because everybody waits while search words are made of all characters. */
export const statementSize = { count: 200, weight: 100_000 }
