import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayAt } from '../../../src/domain/dates/day.ts'
import { parseQuickAdd, type QuickAddContext } from '../../../src/domain/quick-add/quick-add.ts'
import { anchorRule } from '../../../src/domain/recurrence/engine.ts'
import { parseRecurrenceRule } from '../../../src/domain/recurrence/parse.ts'
import { findFirstDay } from '../../../src/domain/recurrence/recurrence.ts'
import {
  maxCount,
  maxInterval,
  type RecurrenceRule,
  serializeRecurrenceRule,
  weekdays,
  workdays,
} from '../../../src/domain/recurrence/rule.ts'
import { describeRecurrence } from '../../../src/domain/recurrence/sentence.ts'

const today = '2026-11-25'
const context: QuickAddContext = {
  now: Temporal.Instant.from(`${today}T10:00:00Z`),
  timeZone: 'UTC',
  dateStyle: 'AUTO',
  weekStartsOn: 'MONDAY',
  lists: [],
  tags: [],
}

const plain: RecurrenceRule = {
  ...{ frequency: 'DAILY', interval: 1, months: [], monthDays: [], weekdays: [] },
  ...{ setPosition: null, weekStart: 'MO', end: { kind: 'never' } },
}
const anyEnd: fc.Arbitrary<RecurrenceRule['end']> = fc.oneof(
  fc.constant({ kind: 'never' } as const),
  fc.integer({ min: 1, max: maxCount }).map((count) => ({ kind: 'count', count }) as const),
  fc
    .integer({ min: 4000, max: 30_000 })
    .map((days) => ({ kind: 'until', until: addDays(today, days) }) as const),
)
const upTo = (max: number) => fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max }))
const someOf = <T>(values: readonly T[]) =>
  fc
    .subarray([...values], { minLength: 1 })
    .map((chosen) => values.filter((value) => chosen.includes(value)))

/** Which day of a month: everything that the editor offers. */
const anyMonthDay = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((day) => ({ monthDays: [day] })),
  fc.constant({ monthDays: [-1] }),
  fc
    .record({ ordinal: fc.constantFrom(1, 2, 3, 4, -1), weekday: fc.constantFrom(...weekdays) })
    .map((day) => ({ weekdays: [day] })),
  fc.constant({
    weekdays: workdays.map((weekday) => ({ weekday, ordinal: null })),
    setPosition: -1,
  }),
)
const months = Array.from({ length: 12 }, (_, nth) => nth + 1)

const anyDaily = upTo(maxInterval.DAILY).map((interval) => ({ ...plain, interval }))
const anyWeekly = fc.record({ days: someOf(weekdays), interval: upTo(maxInterval.WEEKLY) }).map(
  ({ days, interval }): RecurrenceRule => ({
    ...{ ...plain, frequency: 'WEEKLY', interval },
    weekdays: days.map((weekday) => ({ weekday, ordinal: null })),
  }),
)
const anyMonthly = fc.record({ day: anyMonthDay, interval: upTo(maxInterval.MONTHLY) }).map(
  ({ day, interval }): RecurrenceRule => ({
    ...{ ...plain, frequency: 'MONTHLY', interval },
    ...day,
  }),
)
const anyYearly = fc
  .record({ day: anyMonthDay, months: someOf(months), interval: upTo(maxInterval.YEARLY) })
  .map(({ day, ...rest }): RecurrenceRule => ({ ...plain, frequency: 'YEARLY', ...rest, ...day }))
const anyScheduled = fc
  .record({ rule: fc.oneof(anyDaily, anyWeekly, anyMonthly, anyYearly), end: anyEnd })
  .map(({ rule, end }) => ({ ...rule, end }))
  // The API refuses the last workday of several months.
  .filter((rule) => parseRecurrenceRule(serializeRecurrenceRule(rule)).ok)
const anyAfterCompletion = fc
  .record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 100 }),
    end: anyEnd,
  })
  .map((some): RecurrenceRule => ({ ...plain, ...some }))

function toOneForm(rule: RecurrenceRule, start: string): string {
  const parsed = parseRecurrenceRule(serializeRecurrenceRule(rule))
  if (!parsed.ok) throw new Error(`Expected a rule, found ${parsed.issues.join()}`)
  // Every day of every week is every day.
  const { rule: found } = parsed
  const isDaily =
    found.frequency === 'WEEKLY' && found.interval === 1 && found.weekdays.length === 7
  return serializeRecurrenceRule(
    isDaily ? { ...found, frequency: 'DAILY', weekdays: [] } : anchorRule(found, start),
  )
}

/** Zones whose clocks change, one of them by half an hour and one at midnight, and mornings on which they do. */
const anywhere = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Cairo'),
  now: fc
    .constantFrom('2026-03-29T00:59:59Z', '2026-10-24T21:30:00Z', '2026-10-25T01:30:00Z')
    .map((moment) => Temporal.Instant.from(moment)),
})

function readBack(sentence: string, there = context) {
  const { title, dueOn, recurrence } = parseQuickAdd(`Feed the cat ${sentence}`, there)
  const parsed = recurrence && parseRecurrenceRule(recurrence.rule)
  const rule = parsed?.ok && dueOn ? toOneForm(parsed.rule, dueOn) : null
  return { sentence, title, rule, basis: recurrence?.basis }
}

// Computing distant first days takes time, especially on a busy machine.
describe('The sentence that Tend writes for a rule is read as that rule', {
  timeout: 60_000,
}, () => {
  test.each([
    ['on a schedule', 'SCHEDULE', anyScheduled],
    ['after completion', 'COMPLETION', anyAfterCompletion],
  ] as const)('%s, for every rule that the editor can create', (_name, basis, anyRule) => {
    fc.assert(
      fc.property(anyRule, anywhere, (rule, { now, timeZone }) => {
        const sentence = describeRecurrence(rule, basis)
        const from = dayAt(now, timeZone)
        const start = findFirstDay({ rule, basis, start: from }) ?? from
        const expected = { title: 'Feed the cat', rule: toOneForm(rule, start), basis }
        const found = readBack(sentence, { ...context, now, timeZone })
        expect(found).toEqual({ sentence, ...expected })
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    'FREQ=MONTHLY;BYDAY=1TH,3TH',
    'FREQ=MONTHLY;BYDAY=1MO,3FR',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,4TU',
    'FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=3',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYMONTHDAY=15,-1',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=MONTHLY;BYDAY=-2FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1',
    'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1,15',
    'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO,-1MO',
  ])('and for %s, which only programs create', (text) => {
    const parsed = parseRecurrenceRule(text)
    if (!parsed.ok) throw new Error(`Expected a rule, found ${parsed.issues.join()}`)
    const sentence = describeRecurrence(parsed.rule)
    expect(readBack(sentence)).toMatchObject({ sentence, rule: text, title: 'Feed the cat' })
  })
})
