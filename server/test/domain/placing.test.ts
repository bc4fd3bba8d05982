import { expect, test } from 'vitest'
import { type Placed, placeAt, type Spot } from '../../src/domain/order/placing.ts'

const middle = () => 0.5

/** The ids in order after the places have been written. */
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

test.each<[string, Spot, string]>([
  ['x', 'end', 'abcx'],
  ['x', { after: 'a' }, 'axbc'],
  ['x', { before: 'a' }, 'xabc'],
  ['a', 'end', 'bca'],
  ['a', { after: 'b' }, 'bac'],
  ['c', { before: 'a' }, 'cab'],
  ['c', { before: 'b' }, 'acb'],
])('%s goes to its spot %o, and nobody else moves', (id, spot, order) => {
  const places = placeAt(siblings, id, spot, middle)
  expect(places.map((place) => place.id)).toEqual([id])
  expect(orderAfter(siblings, places)).toBe(order)
})

test.each<[string, Spot]>([
  ['c', 'end'],
  ['b', { after: 'a' }],
  ['b', { before: 'c' }],
])('%s stands at its spot %o already, so nothing is written', (id, spot) => {
  expect(placeAt(siblings, id, spot, middle)).toEqual([])
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
