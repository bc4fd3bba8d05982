import type { Day } from '../dates/day.ts'
import { parseRecurrenceRule } from '../recurrence/parse.ts'
import { findFirstOccurrence } from '../recurrence/recurrence.ts'
import { readMonthChoice } from './month-choice.ts'
import { type Read, type Scene, skipAny } from './phrase.ts'

/**
 * One day of a given month: `1st of next month`, `last friday of the month`, `4th thursday in
 * november`.
 */
export function readDayOfMonth(scene: Scene, index: number): Read<Day> | undefined {
  const choice = readMonthChoice(scene, skipAny(scene, index, ['the']))
  if (choice?.value.count !== 1) return undefined
  const { parts, of } = choice.value
  if (of?.kind === 'the') return toRead(findDay(parts, scene.today), choice.next)
  if (of?.kind === 'named' && of.months.length === 1)
    return toRead(findDay(`${parts};BYMONTH=${of.months[0]}`, scene.today, 'YEARLY'), choice.next)
  if (of?.kind !== 'ahead') return undefined
  const month = Temporal.PlainDate.from(scene.today).with({ day: 1 })
  const first = month.add({ months: of.months }).toString()
  const day = findDay(parts, first)
  const isIn = day?.slice(0, 7) === first.slice(0, 7) && day >= scene.today
  return isIn ? toRead(day, choice.next) : undefined
}

function findDay(
  parts: string,
  from: Day,
  frequency: 'MONTHLY' | 'YEARLY' = 'MONTHLY',
): Day | undefined {
  const parsed = parseRecurrenceRule(`FREQ=${frequency};${parts}`)
  if (!parsed.ok) return undefined
  return findFirstOccurrence({ rule: parsed.rule, basis: 'SCHEDULE', start: from })
}

function toRead(value: Day | undefined, next: number): Read<Day> | undefined {
  return value === undefined ? undefined : { value, next }
}
