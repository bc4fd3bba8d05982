import { addDays, firstDay, lastDay } from '../dates/day.ts'
import { isUuid } from '../ids.ts'
import { maxRemindersPerTask } from '../limits.ts'
import {
  isSameTime,
  type Reminder,
  type ReminderIssue,
  type ReminderTimeInput,
  readReminderTime,
} from './reminder.ts'

export type ReminderInput = ReminderTimeInput & { id?: string | null | undefined }

/** Either all reminders, or some to add and some to remove; undefined keeps them, null clears them. */
export type RemindersInput = {
  reminders?: readonly ReminderInput[] | null | undefined
  addReminders?: readonly ReminderInput[] | null | undefined
  removeReminderIds?: readonly string[] | null | undefined
}

/** What a task's row holds: null for none. */
export type Reminders = readonly Reminder[] | null

/** What new reminders need besides what was said of them. */
export type ReminderContext = {
  /** The zone of a time for which none was given. */
  timeZone: string
  now: string
  makeId: () => string
}

/**
 * A task's reminders after a change, or every problem with it. One that rings when an existing one does is
 * that one, and keeps what became of it.
 */
export function changeReminders(
  current: Reminders,
  input: RemindersInput,
  context: ReminderContext,
): { ok: true; reminders: Reminders } | { ok: false; issues: ReminderIssue[] } {
  const { reminders, addReminders, removeReminderIds } = input
  if (reminders !== undefined && (addReminders || removeReminderIds)) {
    const message = 'Give all with reminders, or some with addReminders and removeReminderIds.'
    return { ok: false, issues: [{ path: ['reminders'], message }] }
  }
  const issues: ReminderIssue[] = []
  const before = current ?? []
  const removed = new Set((removeReminderIds ?? []).map((id) => id.toLowerCase()))
  for (const [index, id] of (removeReminderIds ?? []).entries()) {
    if (!isUuid(id))
      issues.push({ path: ['removeReminderIds', index], message: 'A reminder’s id is a UUID.' })
  }
  const after = reminders === undefined ? before.filter(({ id }) => !removed.has(id)) : []
  const [field, given] =
    reminders === undefined ? ['addReminders', addReminders] : ['reminders', reminders]
  for (const [index, one] of (given ?? []).entries()) {
    const read = readReminder(one, before, context)
    if (!read.ok) {
      issues.push(
        ...read.issues.map(({ path, message }) => ({ path: [field, index, ...path], message })),
      )
      continue
    }
    const same = after.findIndex(({ id }) => id === read.reminder.id)
    if (same >= 0) after[same] = read.reminder
    else if (!after.some((other) => isSameTime(other, read.reminder))) after.push(read.reminder)
  }
  if (after.length > maxRemindersPerTask) {
    const message = `A task can have ${maxRemindersPerTask} reminders, and this would make ${after.length}. Leave some out, or take some off.`
    issues.push({ path: [field], message })
  }
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, reminders: after.length > 0 ? after : null }
}

function readReminder(
  input: ReminderInput,
  before: readonly Reminder[],
  { timeZone, now, makeId }: ReminderContext,
): { ok: true; reminder: Reminder } | { ok: false; issues: ReminderIssue[] } {
  const id = input.id?.toLowerCase()
  if (id !== undefined && !isUuid(id)) {
    const message = `The id must be a UUID, and is "${id.slice(0, 40)}".`
    return { ok: false, issues: [{ path: ['id'], message }] }
  }
  const read = readReminderTime(input, timeZone)
  if (!read.ok) return read
  const named = before.find((other) => other.id === id)
  const same = before.find((other) => isSameTime(other, read.time))
  if (same && (id === undefined || same === named)) return { ok: true, reminder: same }
  const state = { setAt: now, dismissedAt: null, snoozedUntil: null }
  return { ok: true, reminder: { id: id ?? makeId(), ...read.time, ...state } }
}

/** Says that a reminder has done its work, also if it was to ring again. */
export function dismiss(reminders: readonly Reminder[], id: string, now: string): Reminder[] {
  return reminders.map((one) =>
    one.id === id ? { ...one, dismissedAt: now, snoozedUntil: null } : one,
  )
}

/** Lets a reminder ring again at an instant; one that is past is now. */
export function snooze(
  reminders: readonly Reminder[],
  id: string,
  { now, until }: { now: string; until: string },
): Reminder[] {
  const snoozedUntil = Temporal.Instant.compare(until, now) < 0 ? now : until
  return reminders.map((one) => (one.id === id ? { ...one, dismissedAt: now, snoozedUntil } : one))
}

/** The reminders of a task that got another due time: none rings again for the time that it had. */
export function resetReminders(reminders: Reminders, now: string): Reminders {
  return (
    reminders?.map((one) => ({ ...one, setAt: now, dismissedAt: null, snoozedUntil: null })) ?? null
  )
}

/** The reminders of a task's copy: of their own, and as if they had just been set. */
export function copyReminders(reminders: Reminders, now: string, makeId: () => string): Reminders {
  return resetReminders(reminders, now)?.map((one) => ({ ...one, id: makeId() })) ?? null
}

/**
 * The reminders of an occurrence that is so many days later. Those with a day of their own move along, unless
 * they would leave the calendar.
 */
export function passReminders(reminders: Reminders, days: number, now: string): Reminders {
  return (
    resetReminders(reminders, now)?.map((one) => {
      if (one.on === null) return one
      const on = addDays(one.on, days)
      return on.length === lastDay.length && on >= firstDay ? { ...one, on } : one
    }) ?? null
  )
}
