import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSameEnds } from './same-ends.ts'

test.each([
  ['', '', 0, 0],
  ['abc', 'abc', 3, 0],
  ['abc', 'ac', 1, 1],
  ['abc', 'xabc', 0, 3],
  ['abc', 'abcx', 3, 0],
  ['aa', 'aaa', 2, 0],
  ['abc', 'xyz', 0, 0],
])('%j and %j share %i at their starts and %i at their ends', (a, b, start, end) => {
  expect(countSameEnds([...a], [...b], Object.is)).toEqual({ start, end })
})

test('what is shared never overlaps, and what is left begins and ends with something else', () => {
  const items = fc.array(fc.constantFrom('a', 'b'))
  fc.assert(
    fc.property(items, items, (a, b) => {
      const { start, end } = countSameEnds(a, b, Object.is)
      const [restA, restB] = [a, b].map((all) => all.slice(start, all.length - end))
      expect([...a.slice(0, start), ...(restB ?? []), ...a.slice(a.length - end)]).toEqual(b)
      if (restA?.length && restB?.length) {
        expect(restA[0]).not.toBe(restB[0])
        expect(restA.at(-1)).not.toBe(restB.at(-1))
      }
    }),
  )
})
