import type { UserDatabase } from '../db/user-database.ts'
import { type DateFormats, resolveDateFormats } from '../domain/dates/date-formats.ts'
import {
  type PersonalReminderSettings,
  reminderSettingColumns,
  toReminderSettings,
} from '../tasks/reminders/reminder-settings.queries.ts'
import { type Task, taskColumns } from '../tasks/task.queries.ts'
import type { ReminderNotice } from './channel.ts'

/** A task with what decides whether its reminders ring. */
export type RingingTask = {
  task: Task
  /** Whether its list is in the archive or the trash. */
  isShelved: boolean
}

export async function findRingingTask(
  db: UserDatabase,
  taskId: string,
): Promise<RingingTask | undefined> {
  const row = await db
    .selectFrom('task')
    .innerJoin('list', 'list.id', 'task.list_id')
    .select(taskColumns)
    .select((eb) =>
      eb
        .or([eb('list.archived_at', 'is not', null), eb('list.deleted_at', 'is not', null)])
        .$castTo<boolean>()
        .as('isShelved'),
    )
    .where('task.id', '=', taskId)
    .executeTakeFirst()
  if (!row) return undefined
  const { isShelved, ...task } = row
  return { task, isShelved }
}

/** To whom reminders come, and how. */
export type Recipient = PersonalReminderSettings &
  Pick<ReminderNotice, 'email'> & { formats: DateFormats }

/** Where mails are read, nobody knows the device: what a person left to it is written as in Britain. */
const localeOfMails = 'en-GB'

export async function getRecipient(db: UserDatabase): Promise<Recipient> {
  const row = await db
    .selectFrom('auth_user')
    .select(reminderSettingColumns)
    .select([
      'email',
      'week_starts_on as weekStartsOn',
      'date_style as dateStyle',
      'time_style as timeStyle',
    ])
    .executeTakeFirstOrThrow()
  return { ...toReminderSettings(row), formats: resolveDateFormats(row, localeOfMails) }
}
