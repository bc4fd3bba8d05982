import { checkDay } from '../dates/day.ts'
import {
  type Frequency,
  frequencies,
  maxCount,
  maxInterval,
  type RecurrenceEnd,
  type RecurrenceRule,
  type RuleWeekday,
  type Weekday,
  weekdays,
} from './rule.ts'

export type ParsedRecurrenceRule =
  | { ok: true; rule: RecurrenceRule }
  | { ok: false; issues: string[] }

const maxTextLength = 400
const knownParts = [
  'FREQ',
  'INTERVAL',
  'BYMONTH',
  'BYMONTHDAY',
  'BYDAY',
  'BYSETPOS',
  'WKST',
  'COUNT',
  'UNTIL',
]

/**
 * Reads a recurrence rule of RFC 5545 (with or without `RRULE:`, in either case) in the subset that
 * `RecurrenceRule` describes, and normalises it. A rule outside the subset is refused with a
 * message for each problem. Never throws.
 */
export function parseRecurrenceRule(text: string): ParsedRecurrenceRule {
  if (text.length > maxTextLength) {
    return { ok: false, issues: [`A rule has at most ${maxTextLength} characters.`] }
  }
  const issues: string[] = []
  const parts = readParts(
    text
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, ''),
    issues,
  )
  const frequency = readFrequency(parts.get('FREQ'), issues)
  if (!frequency) return { ok: false, issues }
  const draft: RecurrenceRule = {
    frequency,
    interval: readNumber(parts, 'INTERVAL', 1, maxInterval[frequency], issues) ?? 1,
    months: readNumbers(parts, 'BYMONTH', 1, 12, issues),
    monthDays: readNumbers(parts, 'BYMONTHDAY', -28, 31, issues),
    weekdays: readWeekdays(parts.get('BYDAY'), issues),
    setPosition: readNumber(parts, 'BYSETPOS', -28, 28, issues),
    weekStart: readWeekStart(parts.get('WKST'), issues),
    end: readEnd(parts, issues),
  }
  const rule = normalize(draft)
  if (issues.length === 0) issues.push(...listContradictions(rule))
  return issues.length === 0 ? { ok: true, rule } : { ok: false, issues }
}

function readParts(text: string, issues: string[]): Map<string, string> {
  const parts = new Map<string, string>()
  for (const part of text.replace(/;$/, '').split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    if (!knownParts.includes(name)) {
      issues.push(`"${part.slice(0, 40)}" is not a part of a rule here. Use ${knownParts.join()}.`)
    } else if (value === '' || rest.length > 0) {
      issues.push(`${name} has no readable value. Write it as NAME=value.`)
    } else if (parts.has(name)) {
      issues.push(`${name} appears twice. Keep one of them.`)
    } else {
      parts.set(name, value)
    }
  }
  return parts
}

function readFrequency(value: string | undefined, issues: string[]): Frequency | undefined {
  const frequency = frequencies.find((known) => known === value)
  if (!frequency) issues.push(`FREQ must be one of ${frequencies.join(', ')}.`)
  return frequency
}

function readInteger(text: string, min: number, max: number): number | undefined {
  const value = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : undefined
  return value !== undefined && value !== 0 && value >= min && value <= max ? value : undefined
}

function readNumber(
  parts: Map<string, string>,
  name: string,
  min: number,
  max: number,
  issues: string[],
): number | null {
  const text = parts.get(name)
  if (text === undefined) return null
  const value = readInteger(text, min, max)
  if (value === undefined) issues.push(`${name} must be ${range(min, max)}.`)
  return value ?? null
}

function readNumbers(
  parts: Map<string, string>,
  name: string,
  min: number,
  max: number,
  issues: string[],
): number[] {
  const values = new Set<number>()
  for (const text of parts.get(name)?.split(',') ?? []) {
    const value = readInteger(text, min, max)
    if (value === undefined) {
      issues.push(`${name} holds "${text.slice(0, 20)}"; each must be ${range(min, max)}.`)
    } else values.add(value)
  }
  return [...values].sort(fromStartToEnd)
}

function range(min: number, max: number): string {
  return `a whole number from ${min} to ${max}${min < 0 ? ', not 0' : ''}`
}

/** Days counted from the start come first, then those counted from the end, with the last day last. */
function fromStartToEnd(a: number, b: number): number {
  return Number(a < 0) - Number(b < 0) || a - b
}

function readWeekdays(value: string | undefined, issues: string[]): RuleWeekday[] {
  const found = new Map<string, RuleWeekday>()
  for (const text of value?.split(',') ?? []) {
    const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text)
    const weekday = weekdays.find((known) => known === match?.[2])
    const ordinal = match?.[1] === undefined ? null : readInteger(match[1], -5, 5)
    if (!weekday || ordinal === undefined) {
      issues.push(
        `BYDAY holds "${text.slice(0, 20)}"; each must be one of ${weekdays.join()}, with a number from -5 to 5 before it for the nth in a month.`,
      )
    } else found.set(`${ordinal}${weekday}`, { weekday, ordinal })
  }
  return [...found.values()].sort(
    (a, b) =>
      fromStartToEnd(a.ordinal ?? 0, b.ordinal ?? 0) ||
      weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday),
  )
}

function readWeekStart(value: string | undefined, issues: string[]): Weekday {
  const weekday = weekdays.find((known) => known === (value ?? 'MO'))
  if (!weekday) issues.push(`WKST must be one of ${weekdays.join()}.`)
  return weekday ?? 'MO'
}

function readEnd(parts: Map<string, string>, issues: string[]): RecurrenceEnd {
  const count = readNumber(parts, 'COUNT', 1, maxCount, issues)
  const text = parts.get('UNTIL')
  if (count !== null && text !== undefined) {
    issues.push('COUNT and UNTIL both end the rule. Leave one of them.')
  }
  if (text === undefined) return count === null ? { kind: 'never' } : { kind: 'count', count }
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const day = match ? checkDay(match.slice(1).join('-')) : undefined
  if (day?.ok) return { kind: 'until', until: day.value }
  issues.push(day?.message ?? 'UNTIL must be a day without a time, such as 20270630.')
  return { kind: 'never' }
}

/** Normalises spellings that mean the same. */
function normalize(rule: RecurrenceRule): RecurrenceRule {
  const plain = rule.weekdays.every((day) => day.ordinal === null)
  const [first, ...others] = rule.weekdays
  if (rule.frequency === 'DAILY' && rule.interval === 1 && plain && first) {
    return normalize({ ...rule, frequency: 'WEEKLY' })
  }
  const inMonth = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY'
  const position = rule.setPosition
  if (inMonth && plain && first && others.length === 0 && position && Math.abs(position) <= 5) {
    const nth = { weekday: first.weekday, ordinal: position }
    return { ...rule, weekdays: [nth], setPosition: null, weekStart: 'MO' }
  }
  const countsWeeks = rule.frequency === 'WEEKLY' && rule.interval > 1
  return countsWeeks ? rule : { ...rule, weekStart: 'MO' }
}

function listContradictions(rule: RecurrenceRule): string[] {
  const { frequency, months, monthDays, weekdays: days, setPosition } = rule
  const issues: string[] = []
  const refuseIf = (wrong: boolean, message: string) => {
    if (wrong) issues.push(message)
  }
  const hasOrdinals = days.some((day) => day.ordinal !== null)
  const inMonth = frequency === 'MONTHLY' || frequency === 'YEARLY'
  refuseIf(frequency !== 'YEARLY' && months.length > 0, 'BYMONTH goes with FREQ=YEARLY only.')
  if (!inMonth) {
    refuseIf(monthDays.length > 0, 'BYMONTHDAY goes with FREQ=MONTHLY or YEARLY only.')
    refuseIf(setPosition !== null, 'BYSETPOS goes with FREQ=MONTHLY or YEARLY only.')
    refuseIf(hasOrdinals, 'A number in BYDAY goes with FREQ=MONTHLY or YEARLY only.')
    refuseIf(
      frequency === 'DAILY' && days.length > 0,
      'BYDAY goes with FREQ=DAILY only for every day. Use FREQ=WEEKLY.',
    )
    return issues
  }
  refuseIf(
    monthDays.length > 0 && days.length > 0,
    'BYMONTHDAY and BYDAY together are not supported. Leave one of them.',
  )
  refuseIf(
    frequency === 'YEARLY' && months.length === 0 && monthDays.length + days.length > 0,
    'FREQ=YEARLY with a day needs its month. Add BYMONTH.',
  )
  refuseIf(
    setPosition !== null && (days.length === 0 || hasOrdinals),
    'BYSETPOS chooses from BYDAY without numbers, such as BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1.',
  )
  refuseIf(
    setPosition !== null && frequency === 'YEARLY' && months.length !== 1,
    'BYSETPOS with FREQ=YEARLY needs exactly one month in BYMONTH.',
  )
  // Four weeks fit into every month, so the first four of each weekday always exist.
  refuseIf(
    setPosition !== null && days.length > 0 && Math.abs(setPosition) > 4 * days.length,
    `BYSETPOS reaches beyond the ${4 * days.length} days that every month has of BYDAY.`,
  )
  refuseIf(
    days.length > 0 && setPosition === null && days.some((day) => day.ordinal === null),
    'BYDAY in a month needs numbers (2TU, -1FR) or BYSETPOS. For every week use FREQ=WEEKLY.',
  )
  return issues
}
