import { expect, test } from 'vitest'
import { listWeeks, moveByKey, shiftMonths } from './month-grid.ts'

const monday = { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' } as const
const sunday = { ...monday, weekStartsOn: 'SUNDAY' } as const
const saturday = { ...monday, weekStartsOn: 'SATURDAY' } as const

test.each([
  ['2026-11-23', monday, '2026-10-26', '2026-12-06', 6],
  ['2026-11-23', sunday, '2026-11-01', '2026-12-05', 5],
  ['2026-11-23', saturday, '2026-10-31', '2026-12-04', 5],
  ['2027-02-28', monday, '2027-02-01', '2027-02-28', 4],
  ['2026-12-31', monday, '2026-11-30', '2027-01-03', 5],
] as const)('the weeks of %s go from %3$s to %4$s', (day, formats, first, last, count) => {
  const weeks = listWeeks(day, formats)
  expect([weeks.at(0)?.at(0), weeks.at(-1)?.at(-1), weeks.length]).toEqual([first, last, count])
  expect(weeks.every((week) => week.length === 7)).toBe(true)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2028-02-29', 12, '2029-02-28'],
])('%s and %i months is %s', (day, months, result) => {
  expect(shiftMonths(day, months)).toBe(result)
})

test.each([
  ['ArrowLeft', false, '2026-11-30'],
  ['ArrowRight', false, '2026-12-02'],
  ['ArrowUp', false, '2026-11-24'],
  ['ArrowDown', false, '2026-12-08'],
  ['Home', false, '2026-11-30'],
  ['End', false, '2026-12-06'],
  ['PageUp', false, '2026-11-01'],
  ['PageDown', false, '2027-01-01'],
  ['PageUp', true, '2025-12-01'],
  ['PageDown', true, '2027-12-01'],
  ['a', false, undefined],
])('from Tuesday 1 December, %s leads on (shift: %s) to %s', (key, shiftKey, result) => {
  expect(moveByKey('2026-12-01', { key, shiftKey }, monday)).toBe(result)
})
