import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withFreePositions } from '../../src/transfer/free-positions.ts'
import { forEachInSlices, partsOf } from '../../src/transfer/slices.ts'

test('work on many items lets others have their turn', async () => {
  let turns = 0
  const count = () => {
    turns += 1
    timer = setImmediate(count)
  }
  let timer = setImmediate(count)
  const seen: number[] = []
  await forEachInSlices(
    Array.from({ length: 5_000 }, (_, nth) => nth),
    (item) => void seen.push(item),
  )
  clearImmediate(timer)
  expect(seen).toHaveLength(5_000)
  expect(turns).toBeGreaterThanOrEqual(4)
})

test('parts hold everything in its order, and none is too long or too heavy', () => {
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

test('positions that are taken are made anew behind whoever has them, and all differ', () => {
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
