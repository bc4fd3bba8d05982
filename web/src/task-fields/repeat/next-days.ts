import type { Day } from '@tend/server/domain/dates/day'
import { changeThisAndFollowing } from '@tend/server/domain/recurrence/edit'
import { parseRecurrenceRule } from '@tend/server/domain/recurrence/parse'
import { listOccurrences, type RecurrenceSeries } from '@tend/server/domain/recurrence/recurrence'
import { serializeRecurrenceRule } from '@tend/server/domain/recurrence/rule'
import type { Task } from '../../model/documents/fields.ts'

/** How a task repeats now; undefined when it doesn't. Needs `Temporal`. */
export function readRecurrence({
  recurrence,
}: Pick<Task, 'recurrence'>): RecurrenceSeries | undefined {
  if (!recurrence) return undefined
  const parsed = parseRecurrenceRule(recurrence.rule)
  if (!parsed.ok) return undefined
  return { rule: parsed.rule, basis: recurrence.basis, start: recurrence.startOn }
}

/** Whether both repeat in the same way, whatever day they are counted from. */
export function isSameRepeat(a: RecurrenceSeries, b: RecurrenceSeries | undefined): boolean {
  return a.basis === b?.basis && serializeRecurrenceRule(a.rule) === serializeRecurrenceRule(b.rule)
}

/** The days a rule gives that a task of the day `start` gets now. Needs `Temporal`. */
export function previewStart(change: RecurrenceSeries): Day[] {
  const begun = changeThisAndFollowing(change)
  return begun ? previewDays(begun.series, begun.day) : []
}

/** The next days of a series, from its current day. Needs `Temporal`. */
export function previewDays(series: RecurrenceSeries, from: Day): Day[] {
  return listOccurrences(series, { from, limit: 5 })
}
