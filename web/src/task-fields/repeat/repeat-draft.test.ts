import { parseRecurrenceRule } from '@tend/server/domain/recurrence/parse'
import { serializeRecurrenceRule } from '@tend/server/domain/recurrence/rule'
import { describeRecurrence } from '@tend/server/domain/recurrence/sentence'
import { expect, test } from 'vitest'
import {
  findGap,
  ordinalOf,
  type RepeatDraft,
  startDraft,
  toDraft,
  toRule,
} from './repeat-draft.ts'

const monday = '2026-11-23'
const start = startDraft(monday)

test.each<[Partial<RepeatDraft>, string]>([
  [{}, 'every Monday'],
  [{ frequency: 'DAILY', interval: 3 }, 'every 3 days'],
  [{ weekdays: ['FR', 'MO'], interval: 2 }, 'every other week on Monday and Friday'],
  [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'] }, 'every weekday'],
  [{ frequency: 'MONTHLY' }, 'on the 23rd of every month'],
  [{ frequency: 'MONTHLY', monthDay: { kind: 'last' } }, 'on the last day of every month'],
  [
    { frequency: 'MONTHLY', monthDay: { kind: 'lastWorkday' } },
    'on the last weekday of every month',
  ],
  [
    { frequency: 'MONTHLY', monthDay: { kind: 'nth', ordinal: 2, weekday: 'TU' } },
    'every 2nd Tuesday',
  ],
  [{ frequency: 'YEARLY' }, 'every year on 23 November'],
  [{ frequency: 'YEARLY', months: [9, 3] }, 'every year on 23 March and 23 September'],
  [{ frequency: 'DAILY', interval: 3, basis: 'COMPLETION' }, 'every 3 days after completion'],
  [{ basis: 'COMPLETION' }, 'every week after completion'],
  [{ end: { kind: 'count', count: 5 } }, 'every Monday, 5 times'],
  [{ end: { kind: 'until', until: '2027-06-30' } }, 'every Monday until 30 Jun 2027'],
])('%j repeats %s', (changes, sentence) => {
  const draft = { ...start, ...changes }
  expect(describeRecurrence(toRule(draft, 'MO'), draft.basis)).toBe(sentence)
})

test.each([
  'FREQ=DAILY;INTERVAL=3;COUNT=4',
  'FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20270630',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU',
  'FREQ=MONTHLY;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15',
  // What the editor has no fields for stays as it is.
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=MONTHLY;BYDAY=1MO,3MO',
  'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1',
  'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
])('opening and keeping %s changes nothing', (text) => {
  const parsed = parseRecurrenceRule(text)
  if (!parsed.ok) throw new Error(parsed.issues.join())
  const draft = toDraft(parsed.rule, 'SCHEDULE', monday)
  expect(serializeRecurrenceRule(toRule(draft, 'SU'))).toBe(text)
})

test.each<[Partial<RepeatDraft>, string | undefined]>([
  [{ weekdays: [] }, 'Choose at least one day of the week.'],
  [{ weekdays: [], basis: 'COMPLETION' }, undefined],
  [{ frequency: 'YEARLY', months: [] }, 'Choose at least one month.'],
  [{ frequency: 'MONTHLY', months: [] }, undefined],
])('%j misses: %s', (changes, gap) => {
  expect(findGap({ ...start, ...changes })).toBe(gap)
})

test.each([
  ['2026-11-02', 1],
  ['2026-11-23', 4],
  ['2026-11-30', -1],
  ['2027-02-22', -1],
])('%s is number %i of its weekday', (day, ordinal) => {
  expect(ordinalOf(day)).toBe(ordinal)
})
