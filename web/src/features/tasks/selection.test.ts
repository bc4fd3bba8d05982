import { bulkSize } from '@tend/server/domain/early-limits'
import { expect, test } from 'vitest'
import { extendTo, toggleRow } from './selected-ranges.ts'
import { keepShown, nothingSelected, type Selection, selectRows } from './selection.ts'

const order = [...'abcdefgh']

test('a row is selected and deselected again', () => {
  const one = toggleRow(nothingSelected, 'c')
  expect(show(one)).toBe('c')
  expect(show(toggleRow(one, 'c'))).toBe('')
})

test('a range reaches from the row chosen last, in both directions, and is drawn again', () => {
  const from = toggleRow(nothingSelected, 'd')
  const down = extendTo(from, order, 'f')
  expect(show(down)).toBe('def')
  expect(show(extendTo(down, order, 'e'))).toBe('de')
  expect(show(extendTo(down, order, 'b'))).toBe('bcd')
})

test('what was selected before a range stays', () => {
  const two = toggleRow(toggleRow(nothingSelected, 'a'), 'e')
  const range = extendTo(two, order, 'g')
  expect(show(range)).toBe('aefg')
  expect(show(extendTo(range, order, 'd'))).toBe('ade')
})

test('a range without an anchor that is there begins where it ends', () => {
  expect(show(extendTo(nothingSelected, order, 'c'))).toBe('c')
  expect(show(extendTo(toggleRow(nothingSelected, 'gone'), order, 'c'))).toBe('cgone')
})

test('all rows are selected beside what was, and no more than can be changed at once', () => {
  expect(show(selectRows(toggleRow(nothingSelected, 'x'), order))).toBe('abcdefghx')
  const many = Array.from({ length: bulkSize.max + 5 }, (_, index) => String(index))
  expect(selectRows(nothingSelected, many).ids.size).toBe(bulkSize.max)
  expect(extendTo(toggleRow(nothingSelected, '0'), many, '1004').ids.size).toBe(bulkSize.max)
})

test('rows that are gone are deselected, and a range drawn again doesn’t bring them back', () => {
  const range = extendTo(toggleRow(nothingSelected, 'b'), order, 'd')
  const left = keepShown(range, (id) => id !== 'b')
  expect(show(left)).toBe('cd')
  expect(show(extendTo(left, order.slice(2), 'e'))).toBe('e')
  expect(keepShown(range, () => true)).toBe(range)
  expect(keepShown(range, () => false)).toBe(nothingSelected)
})

function show({ ids }: Selection): string {
  return [...ids].toSorted().join('')
}
