import type { Day } from '@tend/server/domain/dates/day'
import type { UpdateTaskInput } from '../gql/graphql.ts'
import { daysBetween, shiftDay } from '../time/calendar.ts'

/** A due date as it was chosen, in the time zone of the person. */
export type Due = { day: Day; time: string | null }

/** What was chosen; if `time` is undefined, each task keeps its own. */
export type DueChoice = { day: Day | null; time?: string | null | undefined }

/** A choice as the API takes it; a time has the zone in which it was chosen. */
export function toDueInput(
  { day, time }: DueChoice,
  timeZone: string,
): Pick<UpdateTaskInput, 'dueOn' | 'dueTime' | 'dueTimeZone'> {
  if (!day) return { dueOn: null }
  if (time === undefined) return { dueOn: day }
  return time ? { dueOn: day, dueTime: time, dueTimeZone: timeZone } : { dueOn: day, dueTime: null }
}

export type DateShortcut = { label: string; day: Day }

/** The days that are chosen most: all different, and none in the past. */
export function listShortcuts(today: Day): DateShortcut[] {
  const weekday = new Date(today).getUTCDay()
  const isWeekend = weekday === 0 || weekday === 6
  const saturday = shiftDay(today, 6 - weekday)
  const weekend = { label: 'This weekend', day: saturday }
  const shortcuts = [
    { label: 'Today', day: today },
    { label: 'Tomorrow', day: shiftDay(today, 1) },
    ...(isWeekend ? [] : [weekend]),
    { label: 'Next week', day: findNextMonday(today) },
  ]
  return shortcuts.filter(({ day }, index) => index < 2 || daysBetween(today, day) > 1)
}

/** The day on which next week begins: Monday, wherever the person's weeks begin. */
export function findNextMonday(today: Day): Day {
  const weekday = new Date(today).getUTCDay()
  return shiftDay(today, weekday === 0 ? 1 : 8 - weekday)
}
