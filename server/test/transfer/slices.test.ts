import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadOrderKeys } from '../../src/domain/order/ordering.ts'
import { withFreePositions } from '../../src/transfer/free-positions.ts'
import { readTransferFile } from '../../src/transfer/import-reader.ts'
import { forEachInSlices, partsOf, sortInSlices } from '../../src/transfer/slices.ts'
import { Stint } from '../../src/transfer/stint.ts'

test('long work pauses three times as long as it delayed others, short work doesn’t', async () => {
  const rests: number[] = []
  let nowMs = 0
  const stint = new Stint(
    async (milliseconds) => void rests.push(milliseconds),
    () => nowMs,
  )
  const seen: number[] = []
  const items = Array.from({ length: 500 }, (_, nth) => nth)
  await forEachInSlices(items, (item) => void seen.push(item), stint)
  expect(rests).toEqual([])
  await forEachInSlices(
    items,
    (_item, nth) => {
      if (nth % 50 === 0) nowMs += 5
    },
    stint,
  )
  expect(seen).toEqual(items)
  expect(rests).toEqual(Array.from({ length: 10 }, () => 15))
})

test('sorting in slices sorts, keeps the order of equal items, and pauses in between', async () => {
  const pair = fc.tuple(fc.nat(50), fc.nat())
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 400 }), async (pairs) => {
      const compare = ([a]: [number, number], [b]: [number, number]) => a - b
      expect(await sortInSlices(pairs, compare)).toEqual(pairs.toSorted(compare))
    }),
  )
  let rests = 0
  const stint = new Stint(async () => {
    rests += 1
  })
  const many = Array.from({ length: 50_000 }, () => Math.random().toString(36))
  const sorted = await sortInSlices(many, (a, b) => (a < b ? -1 : 1), stint)
  expect(sorted).toEqual(many.toSorted())
  expect(rests).toBeGreaterThan(2)
})

test('a file that arrives in one piece is read in many, with pauses in between', async () => {
  const at = '2026-01-02T03:04:05.678Z'
  const made = { createdAt: at, updatedAt: at }
  const inbox = { id: randomUUID(), name: 'In', isInbox: true, position: 'a0', ...made }
  const tasks = spreadOrderKeys(5_000).map((position, nth) => ({
    ...{ id: randomUUID(), listId: inbox.id, position, title: `Task ${nth}`, ...made },
  }))
  const text = JSON.stringify({
    ...{ format: 'tend-export', version: 1, exportedAt: at, lists: [inbox], tags: [], views: [] },
    tasks,
  })
  let rests = 0
  const stint = new Stint(async () => {
    rests += 1
  })
  const chunks = (async function* () {
    yield Buffer.from(text)
  })()
  const file = await readTransferFile(chunks, () => [], stint)
  expect(file.tasks).toHaveLength(5_000)
  expect(rests).toBeGreaterThan(2)
})

test('parts contain everything in order, and none is too long or too heavy', () => {
  const size = { count: 5, weight: 100 }
  fc.assert(
    fc.property(fc.array(fc.nat(150)), (weights) => {
      const parts = [...partsOf(weights, size, (weight) => weight)]
      expect(parts.flat()).toEqual(weights)
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(size.count)
        const sum = part.reduce((all, one) => all + one, 0)
        expect(part.length === 1 || sum <= size.weight).toBe(true)
      }
    }),
  )
})

test('taken positions are replaced by new ones directly after them, and all differ', () => {
  const keys = ['a0', 'a1', 'a2', 'a3', 'a3a1', 'b00', 'Zz']
  const some = fc.uniqueArray(fc.constantFrom(...keys))
  fc.assert(
    fc.property(some, some, (wanted, taken) => {
      const placed = withFreePositions(
        wanted.map((position) => ({ position, wanted: position })),
        taken,
        Math.random,
      )
      const all = [...taken, ...placed.map(({ position }) => position)]
      expect(new Set(all).size).toBe(all.length)
      for (const one of placed) {
        if (taken.includes(one.wanted)) expect(one.position > one.wanted).toBe(true)
        else expect(one.position).toBe(one.wanted)
        const between = all.filter((key) => key > one.wanted && key < one.position)
        expect(between).toEqual([])
      }
    }),
  )
})

test('placing looks at each entry a few times, however many positions are taken', () => {
  const keys = spreadOrderKeys(2_000)
  let looks = 0
  const entries = keys.map((position) => ({
    get position() {
      looks += 1
      return position
    },
  }))
  const placed = withFreePositions(entries, keys, Math.random)
  expect(new Set(placed.map(({ position }) => position)).size).toBe(keys.length)
  expect(looks).toBeLessThanOrEqual(5 * keys.length)
})
