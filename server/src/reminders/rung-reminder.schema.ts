import { readPageArgs } from '../db/page.ts'
import { deliveryDays } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { ReminderType } from '../tasks/reminders/reminder.schema.ts'
import { TaskType } from '../tasks/task.schema.ts'
import {
  countRungReminders,
  findNextReminderAt,
  listRungReminders,
  type RungReminder,
  rungOrdering,
} from './rung-reminder.queries.ts'

const RungReminderType = builder.objectRef<RungReminder>('RungReminder').implement({
  description: 'A reminder that has rung.',
  fields: (t) => ({
    task: t.expose('task', { type: TaskType, description: 'The task it is of.' }),
    reminder: t.field({
      type: ReminderType,
      description: 'The reminder; snoozeReminder and dismissReminder take it off the list.',
      resolve: ({ task, reminderId }) => {
        const reminder = task.reminders?.find(({ id }) => id === reminderId)
        if (!reminder) throw new Error(`The reminder ${reminderId} was listed and isn’t there`)
        return { reminder, task }
      },
    }),
    rangAt: t.expose('rangAt', {
      type: 'DateTime',
      description: 'When it was due to ring, even if it came later.',
    }),
  }),
})

builder.queryField('rangReminders', (t) =>
  t.connection(
    {
      type: RungReminderType,
      description: `What has rung in the last ${deliveryDays} days of tasks that are open, and was neither snoozed nor dismissed since; the newest first.`,
      authScopes: { scope: 'tasks:read' },
      resolve: async (_root, args, context) => {
        const request = readPageArgs(args, rungOrdering)
        const page = await context.asUser((db) => listRungReminders(db, request))
        return { ...page, totalCount: () => context.asUser(countRungReminders) }
      },
    },
    { name: 'RungReminderConnection' },
    { name: 'RungReminderEdge' },
  ),
)

builder.queryField('nextReminderAt', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'When the next reminder of all rings; null when none is to come. Ask for rangReminders then. Past while something is about to ring or has just been changed: ask again in a moment.',
    authScopes: { scope: 'tasks:read' },
    resolve: (_root, _args, context) => context.asUser(findNextReminderAt),
  }),
)
