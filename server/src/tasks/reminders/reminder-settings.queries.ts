import type { UserDatabase } from '../../db/user-database.ts'
import type { ReminderSettings } from '../../domain/reminders/reminder-settings.ts'

/** Of `auth_user`. */
export const reminderSettingColumns = [
  'reminder_minutes_before as minutesBefore',
  'reminder_day_time as dayTime',
  'reminder_channels as channels',
  'quiet_from as quietFrom',
  'quiet_until as quietUntil',
  'reminder_hides_titles as hidesTitles',
  'summary_time as summaryTime',
  'time_zone as timeZone',
] as const

/** How the person wants to be reminded, and where. */
export type PersonalReminderSettings = ReminderSettings & { timeZone: string }

type SettingsRow = Omit<PersonalReminderSettings, 'quietHours'> & {
  quietFrom: string | null
  quietUntil: string | null
}

export async function getReminderSettings(db: UserDatabase): Promise<PersonalReminderSettings> {
  return toReminderSettings(
    await db.selectFrom('auth_user').select(reminderSettingColumns).executeTakeFirstOrThrow(),
  )
}

/** The settings, and whatever else was read with them. */
export function toReminderSettings<Row extends SettingsRow>({
  quietFrom: from,
  quietUntil: until,
  ...settings
}: Row) {
  return { ...settings, quietHours: from !== null && until !== null ? { from, until } : null }
}

/** Changes the settings that are there, at least one. */
export async function updateReminderSettings(
  db: UserDatabase,
  settings: Partial<ReminderSettings>,
): Promise<void> {
  const { minutesBefore, dayTime, channels, quietHours, hidesTitles, summaryTime } = settings
  await db
    .updateTable('auth_user')
    .set({
      ...(minutesBefore !== undefined && { reminder_minutes_before: minutesBefore }),
      ...(dayTime !== undefined && { reminder_day_time: dayTime }),
      ...(channels !== undefined && { reminder_channels: [...channels] }),
      ...(quietHours !== undefined && {
        quiet_from: quietHours?.from ?? null,
        quiet_until: quietHours?.until ?? null,
      }),
      ...(hidesTitles !== undefined && { reminder_hides_titles: hidesTitles }),
      ...(summaryTime !== undefined && { summary_time: summaryTime }),
    })
    .execute()
}
