import { changeDates, noDates, readSeries } from '@tend/server/domain/dates/task-dates'
import { parseQuickAdd } from '@tend/server/domain/quick-add/quick-add'
import { serializeRecurrenceRule } from '@tend/server/domain/recurrence/rule'
import { expect, test } from 'vitest'
import { previewDays, previewStart } from './next-days.ts'
import { type RepeatDraft, startDraft, toRule } from './repeat-draft.ts'

const sunday = '2026-11-29'
const weekStarts = { MONDAY: 'MO', SATURDAY: 'SA', SUNDAY: 'SU' } as const
type WeekStart = keyof typeof weekStarts

function toSeries(changes: Partial<RepeatDraft>, weekStartsOn: WeekStart) {
  const rule = toRule({ ...startDraft(sunday), ...changes }, weekStarts[weekStartsOn])
  return { rule, basis: 'SCHEDULE', start: sunday } as const
}

/** The days of a task of that day that the API is given the rule for. */
function listByApi(dueOn: string, rule: string): string[] {
  const recurrence = { rule, basis: 'SCHEDULE' } as const
  const changed = changeDates(noDates, { dueOn, recurrence }, 'UTC')
  const series = changed.ok ? readSeries(changed.dates) : undefined
  return series && changed.ok ? previewDays(series, changed.dates.dueOn ?? '') : []
}

function listByQuickAdd(line: string, weekStartsOn: WeekStart): string[] {
  const now = Temporal.Instant.from(`${sunday}T09:00:00Z`)
  const context = { now, timeZone: 'UTC', weekStartsOn, dateStyle: 'AUTO' } as const
  const { dueOn, recurrence } = parseQuickAdd(line, { ...context, lists: [], tags: [] })
  return dueOn && recurrence ? listByApi(dueOn, recurrence.rule) : []
}

const examples: [string, Partial<RepeatDraft>, string][] = [
  ['every other thursday', { weekdays: ['TH'], interval: 2 }, '2026-12-03 2026-12-17 2026-12-31'],
  ['every other sunday', { weekdays: ['SU'], interval: 2 }, '2026-11-29 2026-12-13 2026-12-27'],
  [
    'every other weekend',
    { weekdays: ['SA', 'SU'], interval: 2 },
    '2026-11-29 2026-12-12 2026-12-13',
  ],
  [
    'every 2 months on the 15th',
    { frequency: 'MONTHLY', monthDay: { kind: 'date', date: 15 }, interval: 2 },
    '2026-12-15 2027-02-15 2027-04-15',
  ],
]
const cases = examples.flatMap(([words, changes, days]) =>
  (['MONDAY', 'SATURDAY', 'SUNDAY'] as const).map(
    (weekStartsOn) => [words, weekStartsOn, changes, days] as const,
  ),
)

test.each(cases)(
  '“%s” from a Sunday, weeks from %s, is the same in the editor, the API and quick add',
  (words, weekStartsOn, changes, days) => {
    const series = toSeries(changes, weekStartsOn)
    const ways = [
      previewStart(series),
      listByApi(sunday, serializeRecurrenceRule(series.rule)),
      listByQuickAdd(`x ${words}`, weekStartsOn),
    ]
    expect(ways.map((way) => way.slice(0, 3).join(' '))).toEqual([days, days, days])
  },
)
