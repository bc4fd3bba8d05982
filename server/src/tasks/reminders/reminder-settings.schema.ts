import { getUser, type User } from '../../account/user.queries.ts'
import { UserType } from '../../account/user.schema.ts'
import { maxReminderMinutes } from '../../domain/limits.ts'
import {
  type QuietHours,
  type ReminderChannel,
  reminderChannels,
} from '../../domain/reminders/reminder-settings.ts'
import { addMutation, type PayloadBuilder } from '../../graphql/add-mutation.ts'
import { builder } from '../../graphql/builder.ts'
import type { PersonalReminderSettings } from './reminder-settings.queries.ts'
import { changeReminderSettings } from './reminder-settings.service.ts'

const ReminderChannelType = builder.enumType('ReminderChannel', {
  description: 'By which a reminder comes to you. What has rung is in rangReminders in any case.',
  values: {
    MAIL: { description: 'A mail to the address of your account.' },
    PUSH: { description: 'A notification on each device that you have allowed it on.' },
  } as const satisfies Record<ReminderChannel, object>,
})

const QuietHoursType = builder.objectRef<QuietHours>('QuietHours').implement({
  description: 'The hours in which you don’t want to be reminded, in your time zone.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'The time they begin, HH:MM.' }),
    until: t.exposeString('until', {
      description: 'The time they end, HH:MM; on the next day if that is earlier.',
    }),
  }),
})

const QuietHoursInput = builder.inputType('QuietHoursInput', {
  description: 'The hours in which you don’t want to be reminded, in your time zone.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'The time they begin, HH:MM.' }),
    until: t.string({ required: true, description: 'The time they end, HH:MM.' }),
  }),
})

const ReminderSettingsType = builder
  .objectRef<PersonalReminderSettings>('ReminderSettings')
  .implement({
    description: 'How you want to be reminded.',
    fields: (t) => ({
      minutesBefore: t.exposeInt('minutesBefore', {
        description: 'What the app and quick add set a reminder to that says nothing else.',
      }),
      dayTime: t.exposeString('dayTime', {
        description: 'The time, HH:MM in your zone, at which a day without a time counts as due.',
      }),
      channels: t.expose('channels', {
        type: [ReminderChannelType],
        extensions: { cost: { atMost: reminderChannels.length } },
        description: 'By which reminders come to you; none at all is fine.',
      }),
      quietHours: t.expose('quietHours', {
        type: QuietHoursType,
        nullable: true,
        description:
          'Reminders before the due time wait for the end of these, but not longer than until then. Those with a time of their own ring all the same.',
      }),
      hidesTitles: t.exposeBoolean('hidesTitles', {
        description: 'Whether mails and notifications leave out what the tasks are.',
      }),
      summaryTime: t.exposeString('summaryTime', {
        nullable: true,
        description:
          'The time, HH:MM in your zone, at which a mail says what is overdue and for today; null for none. It doesn’t come on days without such tasks.',
      }),
    }),
  })

builder.objectField(UserType, 'reminderSettings', (t) =>
  t.field({
    type: ReminderSettingsType,
    description: 'How the person wants to be reminded.',
    resolve: (_user, _args, context) => context.loaders.reminderSettings.load('own'),
  }),
)

type Payload = { user: User }

addMutation('updateReminderSettings', {
  managesAccount: true,
  description:
    'Changes how you are reminded, of tasks that have reminders already too. Only a session may do it. It is not part of the log, so undo doesn’t know it.',
  inputDescription: 'What to change. What is left out stays.',
  inputFields: (t) => ({
    minutesBefore: t.int({
      description: `What a reminder is set to that says nothing else, 0 to ${maxReminderMinutes}; can’t be cleared.`,
    }),
    dayTime: t.string({
      description: 'When a day without a time counts as due, HH:MM; can’t be cleared.',
    }),
    channels: t.field({
      type: [ReminderChannelType],
      description: 'By which reminders come to you; can be empty but not cleared.',
    }),
    quietHours: t.field({ type: QuietHoursInput, description: 'null for none.' }),
    hidesTitles: t.boolean({
      description:
        'Whether mails and notifications leave out what the tasks are; can’t be cleared.',
    }),
    summaryTime: t.string({
      description: 'When the summary of a day comes, HH:MM; null for none.',
    }),
  }),
  payloadFields: (t: PayloadBuilder<Payload>) => ({
    user: t.expose('user', { type: UserType, description: 'The account as it is now.' }),
  }),
  resolve: async (db, input) => {
    await changeReminderSettings(db, input)
    return { user: await getUser(db) }
  },
})
