import { addDays, checkDay, type Day } from '../dates/day.ts'
import { dueInstant } from '../dates/due-date.ts'
import { isSameTime, type ReminderTime, usualReminderTime } from '../reminders/reminder.ts'
import type { Choice } from './choose.ts'
import type { FoundMoment, FoundReminder } from './finding.ts'
import type { Scene } from './phrase.ts'
import { saysTime } from './reminders.ts'
import { isPast, makeTime, type Schedule, type Timed } from './schedule.ts'

/** The times of each phrase that says when the task rings, in the order of the line. */
export type FoundTimes = ReadonlyMap<FoundReminder, readonly ReminderTime[]>

/**
 * When the task rings. A phrase stays text if one of its times is past, or needs a due day that the task
 * doesn't have; a distance waits for one.
 */
export function makeReminders(
  scene: Scene,
  { schedule, choice }: { schedule: Schedule; choice: Choice },
): { schedule: Schedule; choice: Choice; reminders: FoundTimes } {
  const reminders = new Map<FoundReminder, readonly ReminderTime[]>()
  for (const found of choice.reminders) {
    const times = found.moments.map((moment) => toReminderTime(scene, moment, schedule))
    if (times.every((time) => time !== undefined)) reminders.set(found, times)
  }
  const kept = choice.reminders.filter((found) => reminders.has(found))
  return { schedule, choice: { ...choice, reminders: kept }, reminders }
}

/** All times of a line, each once. */
export function listTimes(reminders: FoundTimes): readonly ReminderTime[] {
  const all = [...reminders.values()].flat()
  return all.filter((time, nth) => all.findIndex((other) => isSameTime(other, time)) === nth)
}

function toReminderTime(
  scene: Scene,
  moment: FoundMoment,
  schedule: Schedule,
): ReminderTime | undefined {
  if (moment.kind === 'before')
    return { minutesBefore: moment.minutes, on: null, time: null, timeZone: null }
  const { day, time, zone } = findMoment(scene, moment, schedule)
  const at = time ?? (saysTime(moment) ? null : usualReminderTime)
  if (day === null || at === null) return undefined
  const timeZone = zone ?? scene.timeZone
  if (isPast(scene, day, at, timeZone)) return undefined
  return { minutesBefore: null, on: day, time: at, timeZone }
}

const nowhere: Timed = { day: null, time: null, zone: null }

function findMoment(
  scene: Scene,
  moment: Extract<FoundMoment, { kind: 'at' }>,
  { dueOn, dueTime, dueTimeZone }: Schedule,
): Timed {
  const { DATE: date, daysBefore } = moment
  const on = (day: Day) => (checkDay(day).ok ? makeTime(scene, moment, day) : nowhere)
  if (date) return on(date.day)
  if (dueOn === null) return daysBefore === null ? makeTime(scene, moment, null) : nowhere
  if (daysBefore !== null) return on(addDays(dueOn, -daysBefore))
  // "Flight friday 6am, remind me at 9pm": on the evening before.
  const timed = on(dueOn)
  if (dueTime === null || dueTimeZone === null || timed.time === null) return timed
  const due = dueInstant(dueOn, dueTime, dueTimeZone)
  const isLate =
    Temporal.Instant.compare(dueInstant(dueOn, timed.time, timed.zone ?? scene.timeZone), due) > 0
  return isLate ? on(addDays(dueOn, -1)) : timed
}
