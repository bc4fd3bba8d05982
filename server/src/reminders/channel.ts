import type { Kysely } from 'kysely'
import type { DateFormats } from '../domain/dates/date-formats.ts'
import type { ReminderChannel } from '../domain/reminders/reminder-settings.ts'

/** A reminder that has rung, as it comes to its person. */
export type ReminderNotice = {
  userId: string
  email: string
  timeZone: string
  formats: DateFormats
  taskId: string
  reminderId: string
  /** What makes it the only one: the same text for each channel, and each time it is tried. */
  dedupe: string
  /** What the task is; null when its person wants that hidden. */
  title: string | null
  /** When the task is due: a day, or a day with a time in a zone; null without a due day. */
  due: { day: string; time: string | null; timeZone: string | null } | null
  /** When it should have rung, in milliseconds since 1970, and when it did. */
  ringMs: number
  nowMs: number
  /** Whether that is so long ago that it has to be said. */
  isLate: boolean
}

/** A way by which reminders come to people. */
export type Channel = {
  name: ReminderChannel
  /**
   * Puts what has to be sent where it can't be lost any more, as part of the transaction that notes that the
   * reminders have rung. Each notice comes once. Nothing is sent from here.
   */
  put(transaction: Kysely<unknown>, notices: readonly ReminderNotice[]): Promise<void>
  /** Sends what was put, now that the transaction is committed. It must not throw. */
  send(): void
}
