import type { RecurrenceBasis } from '../recurrence/basis.ts'
import { changeThisAndFollowing, moveThisAndFollowing } from '../recurrence/edit.ts'
import { parseRecurrenceRule } from '../recurrence/parse.ts'
import { listBasisIssues, type RecurrenceSeries } from '../recurrence/recurrence.ts'
import { serializeRecurrenceRule } from '../recurrence/rule.ts'
import type { DateField, ValuesOf } from '../task-fields/field-types.ts'
import type { Day } from './day.ts'
import { checkDueTime, dueInstant } from './due-date.ts'
import { writeInstant } from './instant.ts'
import { checkTimeZone } from './time-zone.ts'

/**
 * When a task starts, is due and repeats. The parts of a due time come together, and so do those of
 * a recurrence.
 */
export type TaskDates = ValuesOf<DateField>

/** Which occurrences of a repeating task a new due day applies to. */
export type OccurrenceScope = 'THIS' | 'THIS_AND_FOLLOWING'

/** What to change; undefined keeps a value, null clears it. */
export type DateChanges = {
  startOn?: Day | null | undefined
  dueOn?: Day | null | undefined
  dueTime?: string | null | undefined
  dueTimeZone?: string | null | undefined
  recurrence?: { rule: string; basis: RecurrenceBasis } | null | undefined
  occurrences?: OccurrenceScope | null | undefined
}

/** A problem and the field of the input it is in. */
export type DateIssue = { path: string[]; message: string }

export const noDates: TaskDates = {
  startOn: null,
  dueOn: null,
  dueTime: null,
  dueTimeZone: null,
  dueAt: null,
  recurrenceRule: null,
  recurrenceBasis: null,
  recurrenceStart: null,
  recurrenceOn: null,
}

/**
 * The dates after a change, or every problem with it.
 *
 * A new due day before the start takes the start along. A due time without a zone is in `personZone`. Clearing the due day also clears time and recurrence. A new
 * recurrence counts from the due day, which becomes the first day on or after it that the rule gives; the same
 * rule with the same due day continues unchanged. Another due day moves only this occurrence, unless
 * `occurrences` says otherwise.
 */
export function changeDates(
  current: TaskDates,
  changes: DateChanges,
  personZone: string,
): { ok: true; dates: TaskDates } | { ok: false; issues: DateIssue[] } {
  const issues: DateIssue[] = []
  const dueOn = kept(changes.dueOn, current.dueOn)
  const startOn =
    changes.startOn === undefined ? fitStart(current.startOn, changes.dueOn) : changes.startOn
  const time = changeTime(current, { ...changes, dueOn }, personZone, issues)
  if (startOn !== null && dueOn !== null && startOn > dueOn) {
    const message = `The start, ${startOn}, is after the due day, ${dueOn}. Start on it or before.`
    issues.push({ path: ['startOn'], message })
  }
  const repeated = changeRecurrence(current, changes, dueOn, issues)
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, dates: withDueAt({ startOn, ...time, ...repeated }) }
}

/** Nobody means that what is due sooner can't be begun before that. */
function fitStart(startOn: Day | null, dueOn: Day | null | undefined): Day | null {
  return startOn !== null && dueOn != null && startOn > dueOn ? dueOn : startOn
}

/** The dates with the instant that day, time and zone make together. */
export function withDueAt(dates: Omit<TaskDates, 'dueAt'>): TaskDates {
  const { dueOn, dueTime, dueTimeZone } = dates
  const isTimed = dueOn !== null && dueTime !== null && dueTimeZone !== null
  const instant = isTimed ? dueInstant(dueOn, dueTime, dueTimeZone) : null
  return { ...dates, dueAt: instant && writeInstant(instant) }
}

/** The series of a repeating task as it is stored; undefined for one that doesn't repeat. */
export function readSeries(dates: TaskDates): RecurrenceSeries | undefined {
  const { recurrenceRule, recurrenceBasis: basis, recurrenceStart: start } = dates
  if (recurrenceRule === null || basis === null || start === null) return undefined
  const parsed = parseRecurrenceRule(recurrenceRule)
  if (!parsed.ok) throw new Error('A rule was stored that can’t be read')
  return { rule: parsed.rule, basis, start }
}

export function writeSeries(series: RecurrenceSeries, occurrence: Day) {
  return {
    recurrenceRule: serializeRecurrenceRule(series.rule),
    recurrenceBasis: series.basis,
    recurrenceStart: series.start,
    recurrenceOn: occurrence,
  }
}

function changeTime(
  current: TaskDates,
  changes: DateChanges & { dueOn: Day | null },
  personZone: string,
  issues: DateIssue[],
) {
  const clears = changes.dueOn === null && changes.dueTime == null
  const dueTime = clears ? null : kept(changes.dueTime, current.dueTime)
  if (dueTime !== null) {
    const time = checkDueTime(dueTime)
    if (!time.ok) issues.push({ path: ['dueTime'], message: time.message })
    if (changes.dueOn === null)
      issues.push({ path: ['dueTime'], message: 'A due time needs a due day. Give dueOn too.' })
  }
  if (changes.dueTimeZone == null) {
    const zone = changes.dueTimeZone === null ? personZone : (current.dueTimeZone ?? personZone)
    return { dueTime, dueTimeZone: dueTime === null ? null : zone }
  }
  const zone = checkTimeZone(changes.dueTimeZone)
  if (!zone.ok) issues.push({ path: ['dueTimeZone'], message: zone.message })
  else if (dueTime === null)
    issues.push({ path: ['dueTimeZone'], message: 'A zone needs a due time. Give dueTime too.' })
  return { dueTime, dueTimeZone: zone.ok ? zone.value : null }
}

const noRecurrence = {
  recurrenceRule: null,
  recurrenceBasis: null,
  recurrenceStart: null,
  recurrenceOn: null,
}

/** The due day is included, because the first day of a new rule may be later. */
function changeRecurrence(
  current: TaskDates,
  changes: DateChanges,
  dueOn: Day | null,
  issues: DateIssue[],
) {
  if (changes.recurrence && !isSameRecurrence(current, changes.recurrence, dueOn))
    return startRecurrence(changes.recurrence, dueOn, issues)
  const series = changes.recurrence === null || dueOn === null ? undefined : readSeries(current)
  if (!series || dueOn === null) return { dueOn, ...noRecurrence }
  const occurrence = current.recurrenceOn ?? dueOn
  const movesAll = changes.occurrences === 'THIS_AND_FOLLOWING' && changes.dueOn != null
  if (!movesAll) return { dueOn, ...writeSeries(series, occurrence) }
  const moved = moveThisAndFollowing(series, { occurrence, day: dueOn })
  return { dueOn: moved.day, ...writeSeries(moved.series, moved.day) }
}

/** A program that sends a whole form sends the recurrence too, and doesn't mean to restart it. */
function isSameRecurrence(
  current: TaskDates,
  recurrence: NonNullable<DateChanges['recurrence']>,
  dueOn: Day | null,
): boolean {
  const parsed = parseRecurrenceRule(recurrence.rule)
  return (
    parsed.ok &&
    dueOn === current.dueOn &&
    recurrence.basis === current.recurrenceBasis &&
    serializeRecurrenceRule(parsed.rule) === current.recurrenceRule
  )
}

function startRecurrence(
  recurrence: { rule: string; basis: RecurrenceBasis },
  dueOn: Day | null,
  issues: DateIssue[],
) {
  const parsed = parseRecurrenceRule(recurrence.rule)
  const found = parsed.ok ? listBasisIssues(parsed.rule, recurrence.basis) : parsed.issues
  for (const message of found) issues.push({ path: ['recurrence', 'rule'], message })
  if (dueOn === null) {
    const message = 'What repeats needs a due day to count from. Give dueOn too.'
    issues.push({ path: ['recurrence'], message })
  }
  if (!parsed.ok || found.length > 0 || dueOn === null) return { dueOn, ...noRecurrence }
  const series = { rule: parsed.rule, basis: recurrence.basis, start: dueOn }
  const first = changeThisAndFollowing(series)
  if (first) return { dueOn: first.day, ...writeSeries(first.series, first.day) }
  const message = `The rule gives no day on or after ${dueOn}. Change its end or the due day.`
  issues.push({ path: ['recurrence', 'rule'], message })
  return { dueOn, ...noRecurrence }
}

function kept<T>(change: T | null | undefined, current: T | null): T | null {
  return change === undefined ? current : change
}
