import type { GeneratedAlways } from 'kysely'
import type { DateStyle, Theme, TimeStyle, WeekStart } from '../domain/preferences.ts'
import type { ReminderChannel } from '../domain/reminders/reminder-settings.ts'

/** The columns of Better Auth's user that the person's own requests may read. */
export type UserTable = {
  id: GeneratedAlways<string>
  name: string
  email: GeneratedAlways<string>
  /** A data URL, or the address that a provider gave at sign-in. */
  image: string | null
  time_zone: string
  week_starts_on: WeekStart
  date_style: DateStyle
  time_style: TimeStyle
  theme: Theme
  reminder_minutes_before: number
  reminder_day_time: string
  reminder_channels: ReminderChannel[]
  quiet_from: string | null
  quiet_until: string | null
  reminder_hides_titles: boolean
  summary_time: string | null
  created_at: GeneratedAlways<string>
}
