import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isOrderKey,
  maxOrderKeyLength,
  pathNumberCount,
  readOrderKey,
  writeOrderKey,
} from '../../src/domain/order/order-key.ts'
import {
  makeOrderKey,
  makeOrderKeys,
  needsSpreading,
  spreadOrderKeys,
} from '../../src/domain/order/ordering.ts'

type Gap = { low: string | null; high: string | null; next: 'low' | 'high' }

const random = fc.integer().map(seededRandom)
const pathNumber = fc.oneof(
  fc.integer({ min: -1, max: 1 }),
  fc.integer({ min: -70, max: 70 }),
  fc.integer({ min: 2 - pathNumberCount, max: pathNumberCount - 2 }),
)
const path = fc.array(pathNumber, { minLength: 1, maxLength: 4 })

/** A linear congruential generator, so that a failure can be seen again. */
function seededRandom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function comparePaths(a: number[], b: number[]): number {
  for (const [level, value] of a.entries()) {
    const other = b[level]
    if (other === undefined) return 1
    if (value !== other) return Math.sign(value - other)
  }
  return a.length === b.length ? 0 : -1
}

test.each([
  [[0], 'a0'],
  [[61], 'az'],
  [[62], 'b00'],
  [[62 + 62 ** 2], 'c000'],
  [[-1], 'Zz'],
  [[-62], 'Z0'],
  [[-63], 'Yzz'],
  [[0, -1], 'a0Zz'],
])('the path %j is written %s', (numbers, key) => {
  expect(writeOrderKey(numbers)).toBe(key)
  expect(readOrderKey(key)).toEqual(numbers)
})

test('keys sort as their paths do, byte by byte, and read back', () => {
  fc.assert(
    fc.property(path, path, (a, b) => {
      const [first, second] = [writeOrderKey(a), writeOrderKey(b)]
      expect(Math.sign(Buffer.compare(Buffer.from(first), Buffer.from(second)))).toBe(
        comparePaths(a, b),
      )
      expect(readOrderKey(first)).toEqual(a)
    }),
  )
})

test.each(['', 'a', 'a00', 'b0', 'i00', '0a', 'a0 ', 'a-', 'a0\n', 'é0'])(
  '"%s" is no order key',
  (text) => {
    expect(isOrderKey(text)).toBe(false)
    expect(() => makeOrderKey(text, null, Math.random)).toThrow('Expected an order key')
  },
)

test('neighbours out of order are refused with both', () => {
  expect(() => makeOrderKey('b00', 'a0', Math.random)).toThrow('found "b00" before "a0"')
  expect(() => makeOrderKey('a0', 'a0', Math.random)).toThrow(RangeError)
})

test('keys made between any two keys lie strictly between them, in order', () => {
  const count = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(1000))
  fc.assert(
    fc.property(path, path, count, random, (a, b, count, random) => {
      const [low, high] = [writeOrderKey(a), writeOrderKey(b)].sort()
      if (low === undefined || high === undefined || low === high) return
      for (const [before, after] of [
        [low, high],
        ['a0', 'a2'],
        [low, null],
        [null, high],
        [null, null],
      ] as const) {
        const keys = makeOrderKeys(before, after, count, random)
        const all = [...(before ? [before] : []), ...keys, ...(after ? [after] : [])]
        expect(keys.length).toBe(count)
        expect(keys.every(isOrderKey)).toBe(true)
        expect(all.every((key, index) => index === 0 || (all[index - 1] ?? '') < key)).toBe(true)
      }
    }),
  )
})

test('where only one number is left above the smallest, all keys find room below it', () => {
  const high = writeOrderKey([-1, 2 - pathNumberCount])
  const keys = makeOrderKeys(writeOrderKey([-1]), high, 17, seededRandom(1))
  const all = [writeOrderKey([-1]), ...keys, high]
  expect(new Set(all).size).toBe(19)
  expect(all).toEqual([...all].sort())
})

test('below the level where two keys differ, the upper one is no limit any more', () => {
  const key = makeOrderKey(writeOrderKey([0, 7]), writeOrderKey([1, 3]), seededRandom(5))
  expect(readOrderKey(key)).toHaveLength(2)
})

test('no key is made where there is no gap', () => {
  const first = writeOrderKey([-pathNumberCount])
  expect(() => makeOrderKey(null, first, seededRandom(6))).toThrow('Spread the keys again.')
})

// `fractional-indexing` 4.0 makes keys of 1,669 and 2,002 characters of the first two.
test.each<[string, number, (low: string, high: string) => Gap]>([
  ['right after one key', 12, (low, high) => ({ low, high, next: 'high' })],
  ['right before one key', 12, (low, high) => ({ low, high, next: 'low' })],
  ['at the end', 6, (low) => ({ low, high: null, next: 'low' })],
  ['at the beginning', 6, (low) => ({ low: null, high: low, next: 'high' })],
])('10,000 inserts %s make keys of at most %i characters', (_, longest, begin) => {
  const random = seededRandom(1)
  const [a = '', b = ''] = makeOrderKeys(null, null, 2, random)
  const gap = begin(a, b)
  let length = 0
  for (let index = 0; index < 10_000; index += 1) {
    const key = makeOrderKey(gap.low, gap.high, random)
    length = Math.max(length, key.length)
    gap[gap.next] = key
  }
  expect(length).toBeLessThanOrEqual(longest)
})

test('10,000 inserts at random positions make keys of at most 16 characters, all different', () => {
  const random = seededRandom(2)
  const keys: string[] = []
  for (let index = 0; index < 10_000; index += 1) {
    const place = Math.floor(random() * (keys.length + 1))
    keys.splice(place, 0, makeOrderKey(keys[place - 1] ?? null, keys[place] ?? null, random))
  }
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(16)
  expect(new Set(keys).size).toBe(10_000)
  expect(keys).toEqual([...keys].sort())
})

test('the worst of all, each between the last two, needs new keys after 250 and no sooner', () => {
  const random = seededRandom(3)
  let [low = '', high = ''] = makeOrderKeys(null, null, 2, random)
  for (let index = 0; index < 250; index += 1) {
    const key = makeOrderKey(low, high, random)
    expect(needsSpreading(key)).toBe(false)
    if (index % 2 === 0) high = key
    else low = key
  }
})

test('two clients who insert at one position seldom make the same key', () => {
  const random = seededRandom(4)
  const keys = makeOrderKeys(null, null, 2, random)
  const [low = '', high = ''] = keys
  const gaps = [
    [high, null],
    [null, low],
    [low, high],
    ['a0', 'a2'],
  ] as const
  for (const [before, after] of gaps) {
    const made = Array.from({ length: 1000 }, () => makeOrderKey(before, after, random))
    expect(new Set(made).size).toBeGreaterThan(700)
  }
})

test('keys that are spread again are short, in order and all different', () => {
  const keys = spreadOrderKeys(100_000)
  expect(new Set(keys).size).toBe(100_000)
  expect(keys).toEqual([...keys].sort())
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(6)
  expect(keys.some((key) => key.length > maxOrderKeyLength)).toBe(false)
})
