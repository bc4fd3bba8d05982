import type { DraftRepeat } from '../draft/draft.ts'
import { toDay } from '../draft/moments.ts'
import { type JsonObject, toNumber, toObject, toText, toTexts } from '../files/json-values.ts'

const days: Readonly<Record<string, string>> = {
  ...{ monday: 'MO', tuesday: 'TU', wednesday: 'WE', thursday: 'TH', friday: 'FR' },
  ...{ saturday: 'SA', sunday: 'SU' },
}
const positions: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: -1,
}

/** A `patternedRecurrence` of Microsoft Graph as a rule. */
export function readMicrosoftRepeat(recurrence: JsonObject): DraftRepeat | undefined {
  const pattern = toObject(recurrence.pattern)
  const type = toText(pattern.type)?.toLowerCase()
  if (type === undefined) return undefined
  const named = toTexts(pattern.daysOfWeek).flatMap((day) => days[day.toLowerCase()] ?? [])
  const position = positions[toText(pattern.index)?.toLowerCase() ?? 'first'] ?? 1
  const weekdays = named.length > 0 ? [`BYDAY=${named.join()}`] : []
  const nth =
    named.length === 1 ? [`BYDAY=${position}${named[0]}`] : [...weekdays, `BYSETPOS=${position}`]
  const monthDay = [`BYMONTHDAY=${toNumber(pattern.dayOfMonth) ?? 1}`]
  const month = [`BYMONTH=${toNumber(pattern.month) ?? 1}`]
  const weekStart = days[toText(pattern.firstDayOfWeek)?.toLowerCase() ?? '']
  const partsByType: Readonly<Record<string, string[]>> = {
    daily: ['FREQ=DAILY'],
    weekly: ['FREQ=WEEKLY', ...weekdays, ...(weekStart ? [`WKST=${weekStart}`] : [])],
    absolutemonthly: ['FREQ=MONTHLY', ...monthDay],
    relativemonthly: ['FREQ=MONTHLY', ...nth],
    absoluteyearly: ['FREQ=YEARLY', ...month, ...monthDay],
    relativeyearly: ['FREQ=YEARLY', ...month, ...nth],
  }
  const parts = partsByType[type]
  if (!parts) return { text: type }
  const interval = toNumber(pattern.interval) ?? 1
  return {
    rule: [...parts, `INTERVAL=${interval}`, ...readEnd(toObject(recurrence.range))].join(';'),
  }
}

function readEnd(range: JsonObject): string[] {
  const type = toText(range.type)?.toLowerCase()
  const until = toDay(toText(range.endDate))
  if (type === 'enddate' && until) return [`UNTIL=${until.replaceAll('-', '')}`]
  const count = toNumber(range.numberOfOccurrences)
  return type === 'numbered' && count ? [`COUNT=${count}`] : []
}
