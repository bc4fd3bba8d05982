import fc from 'fast-check'
import { parseRecurrenceRule } from '../../src/domain/recurrence/parse.ts'
import { type RecurrenceRule, weekdays } from '../../src/domain/recurrence/rule.ts'

/** The rule of a text that must be one. */
export function ruleOf(text: string): RecurrenceRule {
  const parsed = parseRecurrenceRule(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.issues.join(' ')}`)
  return parsed.rule
}

/** Any day that people plan for. */
export const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

function listOf<T>(values: readonly T[], name: string) {
  return fc
    .subarray([...values], { minLength: 1, maxLength: 4 })
    .map((chosen) => `${name}=${chosen.join()}`)
}

const interval = fc.integer({ min: 1, max: 14 }).map((count) => `INTERVAL=${count}`)
const months = listOf([1, 2, 3, 4, 6, 9, 12], 'BYMONTH')
const monthDays = listOf([1, 14, 28, 29, 30, 31, -1, -2, -28], 'BYMONTHDAY')
const plainDays = listOf(weekdays, 'BYDAY')
const nthDays = listOf(['1MO', '2TU', '4SU', '-1FR', '-2SA'], 'BYDAY')
const nthOfDays = fc
  .tuple(fc.subarray([...weekdays], { minLength: 2 }), fc.constantFrom(1, 2, 5, -1, -3))
  .map(([days, position]) => `BYDAY=${days.join()};BYSETPOS=${position}`)
const inMonth = fc.oneof(monthDays, nthDays, nthOfDays)
const weekStart = fc.constantFrom(...weekdays).map((day) => `WKST=${day}`)
const pattern = fc.oneof(
  fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'),
  fc.tuple(fc.constant('FREQ=WEEKLY'), plainDays, weekStart).map((parts) => parts.join(';')),
  fc.tuple(fc.constant('FREQ=MONTHLY'), inMonth).map((parts) => parts.join(';')),
  fc.tuple(fc.constant('FREQ=YEARLY'), months).map((parts) => parts.join(';')),
  fc
    .tuple(fc.constant('FREQ=YEARLY'), months, fc.oneof(monthDays, nthDays))
    .map((parts) => parts.join(';')),
  fc.tuple(fc.constant('FREQ=YEARLY;BYMONTH=2'), nthOfDays).map((parts) => parts.join(';')),
)
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  anyDay.map((day) => `;UNTIL=${day.replaceAll('-', '')}`),
)

/** Any rule we take, as text. */
export const anyRuleText = fc
  .tuple(pattern, interval, end)
  .map(([parts, every, until]) => `${parts};${every}${until}`)

/** Any rule that a series after completion takes, as text. */
export const anyPlainRuleText = fc
  .tuple(fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'), interval, end)
  .map(([parts, every, until]) => `${parts};${every}${until}`)
