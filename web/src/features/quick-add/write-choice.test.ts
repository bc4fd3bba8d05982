import { expect, test } from 'vitest'
import type { UserClock } from '../../time/due-words.ts'
import { writeDue, writeInLine } from './write-choice.ts'

const clock = (
  dateStyle: 'DAY_FIRST' | 'MONTH_FIRST' | 'YEAR_FIRST',
  timeStyle: 'HOURS_24' | 'HOURS_12',
) =>
  ({
    now: Date.parse('2026-11-25T12:00Z'),
    timeZone: 'UTC',
    formats: { weekStartsOn: 'MONDAY', dateStyle, timeStyle },
  }) as UserClock

test('a choice is written at the end of a line, and takes the place of what it said before', () => {
  expect(writeInLine('', [], 'Tomorrow')).toBe('Tomorrow ')
  expect(writeInLine('Water the plants', [], '#Home')).toBe('Water the plants #Home ')
  expect(writeInLine('Water fri the plants', [{ start: 6, end: 9 }], 'Tomorrow')).toBe(
    'Water Tomorrow the plants ',
  )
  const both = [
    { start: 0, end: 3 },
    { start: 10, end: 13 },
  ]
  expect(writeInLine('fri Water 9am', both, 'Mon 10:00')).toBe('Mon 10:00 Water ')
  expect(writeInLine('Water !high', [{ start: 6, end: 11 }], '')).toBe('Water ')
  expect(writeInLine('!high', [{ start: 0, end: 5 }], '')).toBe('')
})

test('a day is written as the person writes it, wherever a line is understood so', () => {
  const european = clock('DAY_FIRST', 'HOURS_24')
  expect(writeDue({ day: '2026-11-25', time: null }, european)).toBe('Today')
  expect(writeDue({ day: '2026-11-26', time: '09:00' }, european)).toBe('Tomorrow 09:00')
  expect(writeDue({ day: '2026-11-30', time: null }, european)).toBe('Mon')
  expect(writeDue({ day: '2026-12-24', time: null }, european)).toBe('24 Dec')
  expect(writeDue({ day: '2028-03-01', time: null }, european)).toBe('1 Mar 2028')
  const american = clock('MONTH_FIRST', 'HOURS_12')
  expect(writeDue({ day: '2026-12-24', time: '14:30' }, american)).toMatch(
    /^Dec 24 (2:30.PM|14:30)$/,
  )
  expect(writeDue({ day: '2028-03-01', time: null }, american)).toBe('Mar 1, 2028')
  expect(writeDue({ day: '2026-12-24', time: null }, clock('YEAR_FIRST', 'HOURS_24'))).toBe(
    '2026-12-24',
  )
})
