import { dismiss, snooze } from '../../domain/reminders/change-reminders.ts'
import { addMutation, type InputBuilder, type PayloadBuilder } from '../../graphql/add-mutation.ts'
import { TaskType } from '../task.schema.ts'
import { ReminderType } from './reminder.schema.ts'
import { changeReminder, type TaskReminder } from './task-reminder.service.ts'

addMutation('snoozeReminder', {
  description:
    'Lets a reminder ring again later, and takes what it rang for off rangReminders until then.',
  inputDescription: 'Which reminder is meant, and when it rings again.',
  inputFields: (t) => ({
    ...nameFields(t),
    until: t.field({
      type: 'DateTime',
      required: true,
      description: 'When it rings again; one that is past rings at once.',
    }),
  }),
  payloadFields: reminderFields,
  resolve: (db, { until, ...name }) =>
    changeReminder(db, name, (reminders, id) => snooze(reminders, id, { now: readNow(), until })),
})

addMutation('dismissReminder', {
  description:
    'Says that a reminder has done its work: what it rang for leaves rangReminders, and it doesn’t ring again if it was snoozed. It stays set, and rings for other dates of the task.',
  inputDescription: 'Which reminder is meant.',
  inputFields: nameFields,
  payloadFields: reminderFields,
  resolve: (db, name) =>
    changeReminder(db, name, (reminders, id) => dismiss(reminders, id, readNow())),
})

function nameFields(t: InputBuilder) {
  return {
    taskId: t.id({ required: true, description: 'The id of the task it is of.' }),
    reminderId: t.id({ required: true, description: 'The id of the reminder.' }),
  }
}

function reminderFields(t: PayloadBuilder<TaskReminder>) {
  return {
    task: t.expose('task', { type: TaskType, description: 'The task as it is now.' }),
    reminder: t.field({
      type: ReminderType,
      description: 'The reminder as it is now.',
      resolve: (payload) => payload,
    }),
  }
}

function readNow(): string {
  return new Date().toISOString()
}
