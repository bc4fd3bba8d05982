import { expect, test } from 'vitest'
import { describePast } from './time-words.ts'

const now = '2026-11-23T12:00:00.000Z'
const formats = { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' } as const
const style = { now, timeZone: 'Europe/Berlin', formats }

test.each([
  ['2026-11-23T12:00:30.000Z', 'just now'],
  ['2026-11-23T11:59:01.000Z', 'just now'],
  ['2026-11-23T11:59:00.000Z', '1 minute ago'],
  ['2026-11-23T11:00:01.000Z', '59 minutes ago'],
  ['2026-11-23T11:00:00.000Z', '1 hour ago'],
  ['2026-11-22T12:00:00.000Z', '1 day ago'],
  ['2026-11-16T12:00:01.000Z', '6 days ago'],
  ['2026-11-16T12:00:00.000Z', '16 Nov, 13:00'],
  ['2025-03-01T23:30:00.000Z', '2 Mar 2025, 00:30'],
])('%s is %s', (instant, words) => {
  expect(describePast(instant, style)).toBe(words)
})
