import { maxTagsPerTask, textLimits } from '../../domain/limits.ts'
import type { ContentInputField, EachOf } from '../../domain/task-fields/field-types.ts'
import type { InputBuilder } from '../../graphql/add-mutation.ts'
import { PriorityType } from '../priority.schema.ts'
import { OccurrenceScopeType, RecurrenceInput } from '../repeat/recurrence.schema.ts'

const { taskTitle, taskDescription } = textLimits
const titleWords = `One line, ${taskTitle.min} to ${taskTitle.max} characters after trimming.`
const descriptionWords = `Markdown, up to ${taskDescription.max} characters.`
const timeWords = 'HH:MM from 00:00 to 23:59; needs a due day.'
const zoneWords = 'The IANA time zone of the due time, such as Europe/Berlin; needs a due time.'

/** What a new task can be given. */
export function newTaskFields(t: InputBuilder) {
  return {
    id: t.id({
      description:
        'A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored task, with other input CONFLICT. By default the server makes one (version 7).',
    }),
    title: t.string({ required: true, description: `What is to be done. ${titleWords}` }),
    description: t.string({ description: `Notes. ${descriptionWords}` }),
    listId: t.id({
      description: 'The list to put it in; by default its parent’s, and without one the inbox.',
    }),
    parentId: t.id({
      description: 'The task to put it under. One that is completed is opened again.',
    }),
    priority: t.field({ type: PriorityType, description: 'How much it matters; NONE by default.' }),
    startOn: t.field({
      type: 'Date',
      description: 'The day it can be begun; not after the due day.',
    }),
    dueOn: t.field({ type: 'Date', description: 'The day it is due.' }),
    dueTime: t.string({ description: `The wall-clock time it is due. ${timeWords}` }),
    dueTimeZone: t.string({ description: `${zoneWords} Your own zone by default.` }),
    recurrence: t.field({
      type: RecurrenceInput,
      description:
        'How it repeats; needs a due day, which becomes the first day on or after it that the rule gives.',
    }),
    tagIds: t.idList({
      description: `Its tags, ${maxTagsPerTask} at most, with those in tagNames.`,
    }),
    tagNames: t.stringList({
      description:
        'Tags by their names, beside those in tagIds. One that isn’t there, in whatever case, is made; undo takes it away again.',
    }),
  } satisfies EachOf<ContentInputField>
}

/** What can be changed of a task. */
export function taskChangeFields(t: InputBuilder) {
  return {
    title: t.string({ description: `Another title; can’t be cleared. ${titleWords}` }),
    description: t.string({ description: `Other notes. ${descriptionWords}` }),
    listId: t.id({ description: 'Another list, at the end of its top level; can’t be cleared.' }),
    parentId: t.id({
      description: 'Another parent, at the end of its subtasks; null is the top level of the list.',
    }),
    priority: t.field({ type: PriorityType, description: 'Another priority; null is NONE.' }),
    startOn: t.field({ type: 'Date', description: 'Another start; not after the due day.' }),
    dueOn: t.field({
      type: 'Date',
      description: 'Another due day; null clears due time and recurrence too.',
    }),
    dueTime: t.string({ description: `Another due time; null clears its zone too. ${timeWords}` }),
    dueTimeZone: t.string({ description: `${zoneWords} null is your own.` }),
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
    tagIds: t.idList({
      description: `Its tags, in place of those it has, ${maxTagsPerTask} at most; null takes all off.`,
    }),
    addTagIds: t.idList({
      description: `Tags to put on it beside those it has, ${maxTagsPerTask} in all; not together with tagIds.`,
    }),
    removeTagIds: t.idList({
      description: 'Tags to take off it, where they may not be; not together with tagIds.',
    }),
  } satisfies EachOf<ContentInputField>
}

/** What a change of the notes was made from. */
export function descriptionBaseField(t: InputBuilder) {
  return {
    descriptionBase: t.string({
      description:
        'The notes as you had them when you changed them, null for none. Where they have been changed since, both changes are there afterwards, and bothDescriptionsKept tells when at the same place. Without it, description takes the place of whatever is there.',
    }),
  }
}

/** Where a task can be put. */
export function spotFields(t: InputBuilder) {
  return {
    afterId: t.id({ description: 'The sibling it goes right after, in the place it comes to.' }),
    beforeId: t.id({ description: 'The sibling it goes right before, in the place it comes to.' }),
  }
}
