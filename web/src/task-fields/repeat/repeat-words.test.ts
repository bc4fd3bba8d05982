import { serializeRecurrenceRule } from '@tend/server/domain/recurrence/rule'
import { expect, test } from 'vitest'
import { readRepeatWords } from './repeat-words.ts'

// A Monday, half past ten in the evening in Berlin.
const berlin = {
  now: Date.parse('2026-11-23T21:30:00Z'),
  timeZone: 'Europe/Berlin',
  formats: { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' },
} as const

test.each([
  ['every day', 'FREQ=DAILY'],
  ['daily', 'FREQ=DAILY'],
  ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['every 2 weeks on mon, thu', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'],
  ['every month on the 15th', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['every last friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['every 3 days until 30 june 2027', 'FREQ=DAILY;INTERVAL=3;UNTIL=20270630'],
  ['every monday for 5 times', 'FREQ=WEEKLY;BYDAY=MO;COUNT=5'],
  // "every" may be left out.
  ['weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['3 days', 'FREQ=DAILY;INTERVAL=3'],
  ['mon, thu', 'FREQ=WEEKLY;BYDAY=MO,TH'],
])('“%s” repeats by %s, from the day of the task', (text, rule) => {
  const read = readRepeatWords(text, berlin, '2026-12-24')
  expect(read && serializeRecurrenceRule(read.rule)).toBe(rule)
  expect(read).toMatchObject({ basis: 'SCHEDULE', start: '2026-12-24' })
  expect(read?.time).toBeUndefined()
})

test('with an exclamation mark it counts from the day it was completed', () => {
  expect(readRepeatWords('every! 3 days', berlin, '2026-12-24')).toMatchObject({
    basis: 'COMPLETION',
    rule: { frequency: 'DAILY', interval: 3 },
  })
})

test('a day and a time among the words count', () => {
  expect(readRepeatWords('every 2 weeks from 1 dec 9am', berlin, '2026-12-24')).toMatchObject({
    start: '2026-12-01',
    time: { at: '09:00', zone: 'Europe/Berlin' },
  })
})

test.each(['', ' ', 'tomorrow', 'water every day', 'every so often', 'every day !high', '9am'])(
  '“%s” is no repeat',
  (text) => {
    expect(readRepeatWords(text, berlin, '2026-12-24')).toBeUndefined()
  },
)
