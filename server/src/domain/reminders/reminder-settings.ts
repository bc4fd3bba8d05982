import { accept, type Checked, refuse } from '../checked.ts'
import { checkDueTime } from '../dates/due-date.ts'
import { checkMinutesBefore } from './reminder.ts'
import type { RingSettings } from './ring-instants.ts'

/** By which a reminder comes to somebody who isn't looking. */
export const reminderChannels = ['MAIL', 'PUSH'] as const
export type ReminderChannel = (typeof reminderChannels)[number]

export type QuietHours = NonNullable<RingSettings['quietHours']>

/** How a person wants to be reminded. */
export type ReminderSettings = {
  /** What a reminder is set to that says nothing else. */
  minutesBefore: number
  /** `HH:MM`: when a day without a time counts as due. */
  dayTime: string
  channels: readonly ReminderChannel[]
  quietHours: QuietHours | null
  /** Whether mails and notifications leave out what the task is. */
  hidesTitles: boolean
  /** `HH:MM`: when the summary of a day comes; null for none. */
  summaryTime: string | null
}

/** The check of each setting; only quiet hours and the summary can be null. */
export const settingChecks: {
  [Name in keyof ReminderSettings]: (
    value: NonNullable<ReminderSettings[Name]>,
  ) => Checked<ReminderSettings[Name]>
} = {
  minutesBefore: checkMinutesBefore,
  dayTime: checkDueTime,
  channels: (channels) => accept(reminderChannels.filter((one) => channels.includes(one))),
  quietHours: checkQuietHours,
  hidesTitles: accept,
  summaryTime: checkDueTime,
}

function checkQuietHours(hours: QuietHours): Checked<QuietHours> {
  for (const time of [hours.from, hours.until]) {
    const checked = checkDueTime(time)
    if (!checked.ok) return checked
  }
  if (hours.from !== hours.until) return accept(hours)
  return refuse('Quiet hours end at another time than they begin. Give null for none.')
}
