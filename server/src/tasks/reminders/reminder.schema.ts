import { writeInstant } from '../../domain/dates/instant.ts'
import { maxReminderMinutes, maxRemindersPerTask } from '../../domain/limits.ts'
import { describeMinutesBefore } from '../../domain/reminders/minutes-before.ts'
import { findNextRing } from '../../domain/reminders/plan-rings.ts'
import { findRingInstant } from '../../domain/reminders/ring-instants.ts'
import { builder } from '../../graphql/builder.ts'
import type { RequestContext } from '../../graphql/context.ts'
import type { TaskReminder } from './task-reminder.service.ts'

const minutesWords = `0 to ${maxReminderMinutes}, a leap year`

export const ReminderInputType = builder.inputType('ReminderInput', {
  description:
    'When to remind of a task: minutesBefore it is due, or on a day at a time of its own. One of the two.',
  fields: (t) => ({
    id: t.id({
      description:
        'A UUID of your own making, or that of a reminder that the task has, to change when it rings. By default the server creates one.',
    }),
    minutesBefore: t.int({
      description: `How long before the task is due, ${minutesWords}; 0 is at the time. Whole days are counted on the calendar. A day without a time is due at your reminderSettings’ dayTime. Without a due day it waits for one.`,
    }),
    on: t.field({ type: 'Date', description: 'The day to ring on; comes with time.' }),
    time: t.string({ description: 'The wall-clock time to ring at, HH:MM; comes with on.' }),
    timeZone: t.string({
      description: 'The IANA time zone of that time, such as Europe/Berlin; your own by default.',
    }),
  }),
})

export const ReminderType = builder.objectRef<TaskReminder>('Reminder').implement({
  description:
    'When a task calls for attention. Part of its task: whatever changes it changes the task.',
  fields: (t) => ({
    id: t.id({
      description: 'Its id, which no other reminder of the task has.',
      resolve: ({ reminder }) => reminder.id,
    }),
    minutesBefore: t.int({
      nullable: true,
      description: 'How long before the task is due it rings; null for one with a time of its own.',
      resolve: ({ reminder }) => reminder.minutesBefore,
    }),
    on: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of its own that it rings on.',
      resolve: ({ reminder }) => reminder.on,
    }),
    time: t.string({
      nullable: true,
      description: 'The wall-clock time that it rings at on that day, HH:MM, in timeZone.',
      resolve: ({ reminder }) => reminder.time,
    }),
    timeZone: t.string({
      nullable: true,
      description: 'The IANA time zone of that time.',
      resolve: ({ reminder }) => reminder.timeZone,
    }),
    sentence: t.string({
      nullable: true,
      description:
        'How long before, in English: "at the time", "2 days before"; null for one with a time of its own.',
      resolve: ({ reminder: { minutesBefore } }) =>
        minutesBefore === null ? null : describeMinutesBefore(minutesBefore),
    }),
    ringsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'The instant that its own time is, with your quiet hours; past once it has rung. null while its task has no due day.',
      resolve: async ({ reminder, task }, _args, context) =>
        toText(findRingInstant(reminder, task, await loadSettings(context))),
    }),
    nextAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When it rings next, snoozing included; null when it won’t, as of a task that is completed or in the trash.',
      resolve: async ({ reminder, task }, _args, context) => {
        if (task.completedAt !== null || task.deletedAt !== null) return null
        const now = Temporal.Now.instant()
        return toText(findNextRing(reminder, task, await loadSettings(context), now))
      },
    }),
    snoozedUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it rings again because it was snoozed; past once it has.',
      resolve: ({ reminder }) => reminder.snoozedUntil,
    }),
    dismissedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last dismissed or snoozed: what rang before is dealt with.',
      resolve: ({ reminder }) => reminder.dismissedAt,
    }),
  }),
})

/** The cost of a list of all reminders of a task. */
export const remindersCost = { cost: { atMost: maxRemindersPerTask } }

function loadSettings(context: RequestContext) {
  return context.loaders.reminderSettings.load('own')
}

function toText(instant: Temporal.Instant | null): string | null {
  return instant && writeInstant(instant)
}
