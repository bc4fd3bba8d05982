import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDay } from '../../../src/domain/dates/day.ts'
import { parseQuickAdd } from '../../../src/domain/quick-add/quick-add.ts'
import { parseRecurrenceRule } from '../../../src/domain/recurrence/parse.ts'

function read(line: string, defaultDay: string | null = null) {
  return parseQuickAdd(line, {
    now: Temporal.Instant.from('2026-11-29T09:00:00Z'),
    timeZone: 'America/New_York',
    weekStartsOn: 'MONDAY',
    dateStyle: 'DAY_FIRST',
    lists: [],
    tags: [],
    defaultDay,
  })
}

test.each([
  'Toast the day after 9999-12-31',
  'Toast the friday after 9999-12-31',
  'Toast a week after 31.12.9999',
  'Toast the monday after 9999-12-28',
  'Toast from 9999-12-31 to monday',
  'Toast 9999-12-31 - tomorrow',
  'Toast in 10000 weeks',
  'Toast 10000 days from now',
])('“%s” leads out of the calendar, and stays text', (line) => {
  expect(read(line)).toMatchObject({ title: line, startOn: null, dueOn: null, recurrence: null })
})

test.each([
  ['Toast the day after 9999-12-30', '9999-12-31'],
  ['Toast the day before 9999-12-31', '9999-12-30'],
  ['Toast in 999 weeks', '2046-01-21'],
  ['Toast 9999-12-31 at 11pm', '9999-12-31'],
])('“%s” is still on the calendar', (line, dueOn) => {
  expect(read(line)).toMatchObject({ title: 'Toast', dueOn })
})

test('a repeat that is longer than the calendar ends with it', () => {
  const { dueOn, recurrence } = read('Toast every day starting 9999-12-30 for 2 weeks')
  expect([dueOn, recurrence?.rule]).toEqual(['9999-12-30', 'FREQ=DAILY;UNTIL=99991231'])
})

test.each([
  'Toast monday not before 9999-12-31',
  'Toast starting 9999-12-31 monday',
  'Toast starting 9999-12-31 monday at 9',
])('“%s” has a weekday after the last day, so neither day is read', (line) => {
  expect(read(line)).toMatchObject({ title: line, startOn: null, dueOn: null, dueTime: null })
})

const lastDays = fc.constantFrom('9999-12-31', '9999-12-30', '31.12.9999', '9999-12-24')
const words = fc.oneof(
  lastDays,
  fc.constantFrom(
    ...['the day after', 'a week after', 'the friday after', 'the monday before', 'in 10000 weeks'],
    ...['starting', 'not before', 'until', 'from', 'to', '-', 'for 999 years', 'for 2 weeks'],
    ...['every day', 'every 999 weeks', 'every other friday', 'yearly', 'monthly on the 31st'],
    ...['monday', 'sat', 'the weekend', 'tomorrow', 'next week', '9pm', '3 times', 'due'],
  ),
)

test('whatever a line says of the last days, its days are on the calendar and in order', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 5 }),
      fc.option(fc.constant('9999-12-31')),
      (parts, defaultDay) => {
        const { startOn, dueOn, recurrence } = read(`x ${parts.join(' ')}`, defaultDay)
        for (const day of [startOn, dueOn]) if (day !== null) expect(checkDay(day).ok).toBe(true)
        if (startOn !== null && dueOn !== null) expect(startOn <= dueOn).toBe(true)
        if (recurrence) expect(parseRecurrenceRule(recurrence.rule).ok).toBe(true)
      },
    ),
    { numRuns: 1_500 },
  )
})
