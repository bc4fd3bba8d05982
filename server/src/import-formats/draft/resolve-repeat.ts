import { type Day, dayAt } from '../../domain/dates/day.ts'
import { parseRecurrenceRule } from '../../domain/recurrence/parse.ts'
import { findFirstOccurrence, listBasisIssues } from '../../domain/recurrence/recurrence.ts'
import { type RecurrenceRule, serializeRecurrenceRule } from '../../domain/recurrence/rule.ts'
import type { ReadingContext } from '../source-reader.ts'
import type { DraftDue, DraftRepeat } from './draft.ts'
import { readPhrase } from './read-phrase.ts'

type Resolved = {
  due: DraftDue
  recurrence: { rule: string; basis: 'SCHEDULE' | 'COMPLETION'; start: Day; on: Day }
}

/**
 * A repeat in our form, with the day it begins on: the due day that the other app had, or else the first one
 * of the rule. Undefined for what we can't repeat.
 */
export function resolveRepeat(
  repeats: DraftRepeat,
  due: DraftDue | undefined,
  context: ReadingContext,
): Resolved | undefined {
  return 'rule' in repeats
    ? resolveRule(repeats.rule, repeats.isAfterCompletion ?? false, due, context)
    : resolveText(repeats.text, repeats.isAfterCompletion ?? false, due, {
        ...context,
        timeZone: repeats.timeZone ?? context.timeZone,
      })
}

function resolveText(
  text: string,
  isAfterCompletion: boolean,
  due: DraftDue | undefined,
  context: ReadingContext,
): Resolved | undefined {
  const read = readPhrase(spell(text), context)
  if (!read?.recurrence) return undefined
  const { dueOn, dueTime, dueTimeZone, recurrence } = read
  const found: DraftDue = {
    day: dueOn ?? '',
    ...(dueTime && dueTimeZone && { time: dueTime, timeZone: dueTimeZone }),
  }
  const isOfCompletion = isAfterCompletion || recurrence.basis === 'COMPLETION'
  return resolveRule(recurrence.rule, isOfCompletion, due ?? found, context)
}

/** Words that other apps take and our grammar has no need of. */
function spell(text: string): string {
  return text
    .trim()
    .replace(/^(?:ev|each)\b/i, 'every')
    .replace(/^after (\d+ \w+)$/i, 'every! $1')
    .replace(
      /^(every!?) (\d+(?:st|nd|rd|th)?) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
      '$1 $2 $3',
    )
    .replace(/\bworkdays?\b/i, 'weekday')
}

function resolveRule(
  text: string,
  isAfterCompletion: boolean,
  due: DraftDue | undefined,
  { now, timeZone }: ReadingContext,
): Resolved | undefined {
  const parsed = parseRecurrenceRule(trimRule(text, due))
  if (!parsed.ok) return undefined
  const { rule } = parsed
  const isPlain = listBasisIssues(rule, 'COMPLETION').length === 0
  const basis = isAfterCompletion && isPlain ? 'COMPLETION' : 'SCHEDULE'
  const day = due?.day ?? findFirst(rule, dayAt(Temporal.Instant.from(now), timeZone))
  // A rule that has ended gives no day any more.
  if (day === undefined || findFirst(rule, day) === undefined) return undefined
  return {
    due: due ?? { day },
    recurrence: { rule: serializeRecurrenceRule(rule), basis, start: day, on: day },
  }
}

function findFirst(rule: RecurrenceRule, start: Day): Day | undefined {
  return findFirstOccurrence({ rule, basis: 'SCHEDULE', start })
}

/** A rule without the parts that say what its due day says anyway. */
function trimRule(text: string, due: DraftDue | undefined): string {
  const parts = text
    .trim()
    .toUpperCase()
    .replace(/^E?RRULE:/, '')
    .split(';')
    .filter((part) => part !== '' && !/^(?:BYHOUR|BYMINUTE|BYSECOND)=/.test(part))
    .map((part) => part.replace(/^(UNTIL=\d{8})T.*$/, '$1'))
  const has = (start: string) => parts.some((part) => part.startsWith(start))
  if (has('FREQ=YEARLY') && has('BYMONTHDAY=') && !has('BYMONTH=') && due)
    parts.push(`BYMONTH=${Number(due.day.slice(5, 7))}`)
  const isMonthly = has('FREQ=MONTHLY')
  return parts
    .filter((part) => !(isMonthly && /^BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12$/.test(part)))
    .join(';')
}
