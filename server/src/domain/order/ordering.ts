import {
  maxOrderKeyLength,
  type OrderKey,
  pathNumberCount,
  readOrderKey,
  writeOrderKey,
} from './order-key.ts'

/** Gives a number from 0 up to but not including 1, evenly: `Math.random`, or a seeded one. */
export type Random = () => number

// Wide steps leave room to insert, and make two people who append at the same moment meet once in
// `step / 2` times. Wider ones would cost a character for every 62-fold.
const step = 4096
const leastRoom = 16

/**
 * A key strictly between two neighbours; null means the beginning or the end of the order.
 *
 * Keys are drawn at random within a gap, so that two clients who insert at one position rarely make the
 * same one; a unique constraint settles the rest, and who loses asks again. Throws a RangeError
 * for neighbours that are no keys or not in order.
 */
export function makeOrderKey(
  before: OrderKey | null,
  after: OrderKey | null,
  random: Random,
): OrderKey {
  const [key] = makeOrderKeys(before, after, 1, random)
  if (key === undefined) throw new RangeError('Expected one order key to be made, found none.')
  return key
}

/** `count` keys in order, all strictly between two neighbours, as `makeOrderKey` makes one. */
export function makeOrderKeys(
  before: OrderKey | null,
  after: OrderKey | null,
  count: number,
  random: Random,
): OrderKey[] {
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(
      `Expected an order key before another, found "${before}" before "${after}". Read them again.`,
    )
  }
  const low = before === null ? [] : readOrderKey(before)
  const high = after === null ? [] : readOrderKey(after)
  const { prefix, from, room } = findGap(low, high, count)
  const width = Math.floor(room / count)
  return Array.from({ length: count }, (_, index) => {
    // The middle half of each one's own stretch: room stays on both sides.
    const offset = Math.floor(width * (0.25 + random() / 2))
    return writeOrderKey([...prefix, from + index * width + offset])
  })
}

/** Short keys for `count` siblings in their order, evenly spread, all different. */
export function spreadOrderKeys(count: number): OrderKey[] {
  return Array.from({ length: count }, (_, index) => writeOrderKey([index * step]))
}

/** Whether a key is too long to be stored, so that its siblings must be spread again. */
export function needsSpreading(key: OrderKey): boolean {
  return key.length > maxOrderKeyLength
}

type Gap = { prefix: number[]; from: number; room: number }

/**
 * The highest level of the two paths with enough free numbers between them. Below the level where
 * they part, only one of the two still bounds the gap: keys inserted one after another at one position
 * soon count up or down in an open number there, and grow with its logarithm.
 */
function findGap(low: readonly number[], high: readonly number[], count: number): Gap {
  const prefix: number[] = []
  let highBounds = high.length > 0
  for (let level = 0; ; level += 1) {
    const under = low[level]
    const over = highBounds ? high[level] : undefined
    if (under === undefined || under !== over) {
      const gap = gapBetween(under, over, count)
      if (gap.room >= Math.max(count, Math.min(leastRoom * count, step))) {
        return { prefix, ...gap }
      }
    }
    const next = under ?? over
    if (next === undefined || (under === undefined && level === high.length - 1)) {
      // At the very bottom of the numbers there may be room for one only, and below it for all.
      const last = gapBetween(under, over, 1)
      if (last.room > 0)
        return { prefix: [...prefix, last.from], ...gapBetween(undefined, undefined, count) }
      throw new RangeError(`Expected room for ${count} keys, found none. Spread the keys again.`)
    }
    prefix.push(next)
    highBounds &&= over === next
  }
}

/** The free numbers between two, no more than `step` for each key where one side is open. */
function gapBetween(under: number | undefined, over: number | undefined, count: number) {
  const lowest = under === undefined ? -pathNumberCount + 1 : under + 1
  const highest = over === undefined ? pathNumberCount - 2 : over - 1
  const room = Math.max(0, highest - lowest + 1)
  if (under !== undefined && over !== undefined) return { from: lowest, room }
  const taken = Math.min(room, step * count)
  if (over !== undefined) return { from: highest - taken + 1, room: taken }
  return { from: under === undefined ? 0 : lowest, room: taken }
}
