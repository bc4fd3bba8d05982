import { maxRemindersPerTask, maxTagsPerTask } from '../../domain/limits.ts'
import type { InputBuilder } from '../../graphql/add-mutation.ts'
import { ReminderInputType } from '../reminders/reminder.schema.ts'
import { OccurrenceScopeType, RecurrenceInput } from '../repeat/recurrence.schema.ts'
import { inputFields } from '../task-field.schema.ts'

/** The input fields of a new task. */
export function newTaskFields(t: InputBuilder) {
  return {
    ...inputFields(t, 'given', ['title']),
    id: t.id({
      description:
        'A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored task, with other input CONFLICT. By default the server creates one (version 7).',
    }),
    listId: t.id({
      description: 'The list to put it in; by default its parent’s, and without one the inbox.',
    }),
    parentId: t.id({
      description: 'The task to put it under. One that is completed is opened again.',
    }),
    recurrence: t.field({
      type: RecurrenceInput,
      description:
        'How it repeats; needs a due day, which becomes the first day on or after it that the rule gives.',
    }),
    reminders: t.field({
      type: [ReminderInputType],
      description: `When it calls for attention, ${maxRemindersPerTask} times at most.`,
    }),
    tagIds: t.idList({
      description: `Its tags, ${maxTagsPerTask} at most, with those in tagNames.`,
    }),
    tagNames: t.stringList({
      description:
        'Tags by their names, beside those in tagIds. One that doesn’t exist, in whatever case, is created; undo removes it again.',
    }),
  }
}

/** The fields of a task that can be changed. */
export function taskChangeFields(t: InputBuilder) {
  return {
    ...inputFields(t, 'changed'),
    listId: t.id({ description: 'Another list, at the end of its top level; can’t be cleared.' }),
    parentId: t.id({
      description: 'Another parent, at the end of its subtasks; null is the top level of the list.',
    }),
    recurrence: t.field({
      type: RecurrenceInput,
      description:
        'Another rule for this occurrence and all that follow; needs a due day, which becomes the first day on or after it that the rule gives. null ends the repeating.',
    }),
    occurrences: t.field({
      type: OccurrenceScopeType,
      description:
        'Which occurrences another dueOn is for; THIS by default. Everything else is always for this one and those that follow.',
    }),
    reminders: t.field({
      type: [ReminderInputType],
      description: `Its reminders, in place of those it has, ${maxRemindersPerTask} at most; null takes all off. One that stays keeps what became of it.`,
    }),
    addReminders: t.field({
      type: [ReminderInputType],
      description: `Reminders to add to those it has, ${maxRemindersPerTask} in all; not together with reminders.`,
    }),
    removeReminderIds: t.idList({
      description: 'Reminders to take off it, where they may not be; not together with reminders.',
    }),
    tagIds: t.idList({
      description: `Its tags, in place of those it has, ${maxTagsPerTask} at most; null takes all off.`,
    }),
    addTagIds: t.idList({
      description: `Tags to add to those it has, ${maxTagsPerTask} in all; not together with tagIds.`,
    }),
    removeTagIds: t.idList({
      description: 'Tags to take off it, where they may not be; not together with tagIds.',
    }),
  }
}

/** The description that a change was made from. */
export function descriptionBaseField(t: InputBuilder) {
  return {
    descriptionBase: t.string({
      description:
        'The notes as you had them when you changed them, null for none. Where they have been changed since, both changes are kept, and bothDescriptionsKept says when they were in the same range. Without it, description replaces whatever is there.',
    }),
  }
}

/** The input fields for a task's position. */
export function positionFields(t: InputBuilder) {
  return {
    afterId: t.id({
      description: 'The sibling it goes right after, in the list and under the parent it comes to.',
    }),
    beforeId: t.id({
      description:
        'The sibling it goes right before, in the list and under the parent it comes to.',
    }),
  }
}
