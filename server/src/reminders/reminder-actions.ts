import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase, UserDatabases } from '../db/user-database.ts'
import { addDays, dayAt } from '../domain/dates/day.ts'
import { dueInstant } from '../domain/dates/due-date.ts'
import { writeInstant } from '../domain/dates/instant.ts'
import { dismiss, snooze } from '../domain/reminders/change-reminders.ts'
import {
  getReminderSettings,
  updateReminderSettings,
} from '../tasks/reminders/reminder-settings.queries.ts'
import { changeReminder } from '../tasks/reminders/task-reminder.service.ts'
import { completeTaskById } from '../tasks/repeat/task-complete.service.ts'
import { findTask, type Task } from '../tasks/task.queries.ts'
import type { ReminderLink } from './reminder-links.ts'

/** What can be done about a reminder from outside the app. */
export const reminderActions = ['complete', 'hour', 'tomorrow', 'dismiss'] as const
export type ReminderAction = (typeof reminderActions)[number]

/** What is done by mails is done by their person, as the history says. */
const actor = 'session:mail'
const minutesPerHour = 60

type RungReminder = Extract<ReminderLink, { for: 'reminder' }>

/** The task of a link as it is now; undefined when it is gone or in the trash. */
export async function findTaskOfLink(
  databases: UserDatabases,
  { userId, taskId }: RungReminder,
): Promise<Task | undefined> {
  const task = await databases.asUser(userId, (db) => findTask(db, taskId))
  return task?.deletedAt === null ? task : undefined
}

/**
 * Does what somebody chose for a reminder that had rung.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash)
 */
export async function actOnReminder(
  databases: UserDatabases,
  link: RungReminder,
  action: ReminderAction,
  now: Temporal.Instant,
): Promise<void> {
  const mutation = { id: randomUUIDv7(), actor }
  await databases.mutateAsUser(link.userId, mutation, async (db) => {
    if (action === 'complete') return void (await completeTaskById(db, link.taskId))
    const until = action === 'dismiss' ? undefined : await findSnooze(db, action, now)
    await changeReminder(db, link, (reminders, id) =>
      until === undefined
        ? dismiss(reminders, id, writeInstant(now))
        : snooze(reminders, id, { now: writeInstant(now), until: writeInstant(until) }),
    )
  })
}

/** Ends the mails that a link is about. */
export async function endMails(
  databases: UserDatabases,
  { userId, ...link }: ReminderLink,
): Promise<void> {
  const mutation = { id: randomUUIDv7(), actor }
  await databases.mutateAsUser(userId, mutation, async (db) => {
    const { channels } = await getReminderSettings(db)
    const without = channels.filter((channel) => channel !== 'MAIL')
    await updateReminderSettings(
      db,
      link.for === 'summary' ? { summaryTime: null } : { channels: without },
    )
  })
}

async function findSnooze(
  db: UserDatabase,
  action: 'hour' | 'tomorrow',
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  if (action === 'hour') return now.add({ minutes: minutesPerHour })
  const { timeZone, dayTime } = await getReminderSettings(db)
  return dueInstant(addDays(dayAt(now, timeZone), 1), dayTime, timeZone)
}
