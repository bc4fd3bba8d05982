import { expect, test } from 'vitest'
import { readDateWords } from './date-words.ts'

// A Monday, half past ten in the evening in Berlin.
const berlin = {
  now: Date.parse('2026-11-23T21:30:00Z'),
  timeZone: 'Europe/Berlin',
  formats: { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' },
} as const

test.each([
  ['today', '2026-11-23', null],
  ['tomorrow 9am', '2026-11-24', '09:00'],
  ['next fri', '2026-12-04', null],
  ['in 3 days', '2026-11-26', null],
  ['12 mar', '2027-03-12', null],
  ['2027-06-30 14:30', '2027-06-30', '14:30'],
])('“%s” is %s, %s', (text, day, time) => {
  expect(readDateWords(text, berlin, null)).toEqual({ day, time })
})

test('a time alone is for the day that is set', () => {
  expect(readDateWords('9am', berlin, '2026-12-24')).toEqual({ day: '2026-12-24', time: '09:00' })
})

test.each(['', 'soon', 'tomorrow or so', 'every monday', 'tomorrow !high'])(
  '“%s” is no date',
  (text) => {
    expect(readDateWords(text, berlin, null)).toBeUndefined()
  },
)
