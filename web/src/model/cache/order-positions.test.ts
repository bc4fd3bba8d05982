import { expect, test } from 'vitest'
import { findRowAbove, placeOf, positionBeside, positionOneStep } from './order-positions.ts'

const order = [...'abcdef']

test.each([
  ['b', 'd', 'below', { afterId: 'd' }],
  ['b', 'd', 'above', { afterId: 'c' }],
  ['e', 'a', 'above', { beforeId: 'a' }],
  ['e', 'a', 'below', { afterId: 'a' }],
  ['a', 'f', 'below', { afterId: 'f' }],
  ['bd', 'e', 'below', { afterId: 'e' }],
  ['bd', 'c', 'above', { afterId: 'a' }],
  ['bd', 'a', 'above', { beforeId: 'a' }],
  ['bd', 'd', 'below', { afterId: 'c' }],
] as const)('%s let go of at %s, %s it', (moved, id, side, position) => {
  expect(positionBeside(order, new Set(moved), id, side)).toEqual(position)
})

test.each([
  ['b', 'b', 'below'],
  ['b', 'a', 'below'],
  ['b', 'c', 'above'],
  ['bc', 'a', 'below'],
  ['bc', 'c', 'below'],
  ['abcdef', 'd', 'above'],
] as const)('%s let go of at %s, %s it, stays where it is', (moved, id, side) => {
  expect(positionBeside(order, new Set(moved), id, side)).toBeUndefined()
})

test.each([
  ['c', 1, { afterId: 'd' }],
  ['c', -1, { afterId: 'a' }],
  ['b', -1, { beforeId: 'a' }],
  ['bc', 1, { afterId: 'd' }],
  ['bd', 1, { afterId: 'e' }],
  ['bd', -1, { beforeId: 'a' }],
  ['f', 1, undefined],
  ['a', -1, undefined],
  ['x', 1, undefined],
  ['x', -1, undefined],
] as const)('%s goes by %d', (moved, step, position) => {
  expect(positionOneStep(order, new Set(moved), step)).toEqual(position)
})

test('a row goes under the one above it, the first under none', () => {
  expect(findRowAbove(order, new Set('c'))).toBe('b')
  expect(findRowAbove(order, new Set('cd'))).toBe('b')
  expect(findRowAbove(order, new Set('a'))).toBeUndefined()
})

test('a position is counted from one', () => {
  expect(placeOf(order, new Set('b'), { afterId: 'd' })).toBe(4)
  expect(placeOf(order, new Set('e'), { beforeId: 'a' })).toBe(1)
})
