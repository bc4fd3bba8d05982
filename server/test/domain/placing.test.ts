import { expect, test } from 'vitest'
import { type InsertPosition, type Placed, placeAt } from '../../src/domain/order/placing.ts'

const middle = () => 0.5

/** The ids in order after the positions have been written. */
function orderAfter(siblings: readonly Placed[], places: readonly Placed[]): string {
  const positions = new Map([...siblings, ...places].map(({ id, position }) => [id, position]))
  return [...positions]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([id]) => id)
    .join('')
}

const siblings = [
  { id: 'a', position: 'a0' },
  { id: 'b', position: 'a1' },
  { id: 'c', position: 'a2' },
]

test.each<[string, InsertPosition, string]>([
  ['x', 'end', 'abcx'],
  ['x', { after: 'a' }, 'axbc'],
  ['x', { before: 'a' }, 'xabc'],
  ['a', 'end', 'bca'],
  ['a', { after: 'b' }, 'bac'],
  ['c', { before: 'a' }, 'cab'],
  ['c', { before: 'b' }, 'acb'],
])('%s goes to its position %o, and nobody else moves', (id, insertAt, order) => {
  const places = placeAt(siblings, id, insertAt, middle)
  expect(places.map((place) => place.id)).toEqual([id])
  expect(orderAfter(siblings, places)).toBe(order)
})

test.each<[string, InsertPosition]>([
  ['c', 'end'],
  ['b', { after: 'a' }],
  ['b', { before: 'c' }],
])('%s is at its position %o already, so nothing is written', (id, insertAt) => {
  expect(placeAt(siblings, id, insertAt, middle)).toEqual([])
})

test('where a key would grow too long, all get short ones and keep their order', () => {
  const long = `b00${'a0'.repeat(58)}`
  const crowded = [
    { id: 'a', position: 'a0' },
    { id: 'b', position: long },
    { id: 'c', position: `${long}a0` },
  ]
  const places = placeAt(crowded, 'x', { after: 'b' }, middle)
  expect(places).toHaveLength(4)
  expect(places.every((place) => place.position.length <= 4)).toBe(true)
  expect(orderAfter([], places)).toBe('abxc')
})

test('a neighbour that is not among the siblings is the caller’s mistake', () => {
  expect(() => placeAt(siblings, 'x', { after: 'y' }, middle)).toThrow(RangeError)
  expect(() => placeAt(siblings, 'a', { after: 'a' }, middle)).toThrow(RangeError)
})
