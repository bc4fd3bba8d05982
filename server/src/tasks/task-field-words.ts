import { textLimits } from '../domain/limits.ts'
import type {
  FilteredField,
  FlagField,
  NamedInput,
  OrderedField,
  OwnField,
  SignedField,
  TaskField,
} from '../domain/task-fields/field-types.ts'

/** The API's description of a field, wherever it is shown. */
type Words<Field> = (Field extends OwnField ? { shown: string } : unknown) &
  (Field extends NamedInput ? { given: string; changed: string } : unknown) &
  (Field extends FilteredField ? { filtered: string } : unknown) &
  (Field extends FlagField ? { flagged: string } : unknown) &
  (Field extends OrderedField ? { ordered: string } : unknown) &
  (Field extends SignedField ? { signed: string; read: string } : unknown)

const { taskTitle, taskDescription } = textLimits
const titleWords = `One line, ${taskTitle.min} to ${taskTitle.max} characters after trimming.`
const descriptionWords = `Markdown, up to ${taskDescription.max} characters.`
const timeWords = 'HH:MM from 00:00 to 23:59; needs a due day.'
const zoneWords = 'The IANA time zone of the due time, such as Europe/Berlin; needs a due time.'

export const fieldWords: { [Field in TaskField]: Words<Field> } = {
  id: { filtered: 'Its id.' },
  title: {
    shown: `What is to be done, one line: ${taskTitle.min} to ${taskTitle.max} characters.`,
    given: `What is to be done. ${titleWords}`,
    changed: `Another title; can’t be cleared. ${titleWords}`,
    filtered: 'What is to be done.',
    ordered: 'The title, as dictionaries sort.',
  },
  description: {
    shown: `Notes in Markdown, up to ${taskDescription.max} characters.`,
    given: `Notes. ${descriptionWords}`,
    changed: `Other notes. ${descriptionWords}`,
    filtered: 'Its notes in Markdown.',
  },
  listId: { filtered: 'The id of the list it is in.' },
  parentId: {
    filtered: 'The id of the task it is a subtask of.',
    flagged: 'Whether it is a subtask.',
  },
  position: {
    shown: 'Its position among its siblings in the manual order: positions compare byte by byte.',
    ordered: 'The manual order. It is among siblings, so filter by a list and by parentId.',
  },
  priority: {
    shown: 'How much it matters.',
    given: 'How much it matters; NONE by default.',
    changed: 'Another priority; null is NONE.',
    filtered: 'How much it matters.',
    ordered: 'The priority; ascending begins with NONE.',
    signed: 'How much it matters: !high.',
    read: 'How much it matters; NONE where the line doesn’t say.',
  },
  startOn: {
    shown: 'The day it can be begun; not after the due day.',
    given: 'The day it can be begun; not after the due day.',
    changed: 'Another start; not after the due day.',
    filtered: 'The day it starts on.',
    ordered: 'The day it starts on.',
  },
  dueOn: {
    shown: 'The day it is due. Without a time it is a day wherever you are.',
    given: 'The day it is due.',
    changed:
      'Another due day; null clears due time and recurrence too. One before the start is the start too, unless startOn says more.',
    filtered: 'Its due day as it was given; where it has a time, in the zone of that time.',
    ordered:
      'The due day, and within a day the time; ascending, those for the whole day come after those with a time.',
  },
  dueTime: {
    shown: 'The wall-clock time it is due, HH:MM from 00:00 to 23:59, in dueTimeZone.',
    given: `The wall-clock time it is due. ${timeWords}`,
    changed: `Another due time; null clears its zone too. ${timeWords}`,
  },
  dueTimeZone: {
    shown: 'The IANA time zone of the due time; null without one.',
    given: `${zoneWords} Your own zone by default.`,
    changed: `${zoneWords} null is your own.`,
  },
  dueAt: {
    shown: 'The instant that day, time and zone give together; null without a time.',
    filtered: 'The instant it is due at; only a task with a due time has one.',
  },
  recurrenceRule: { flagged: 'Whether it repeats.' },
  recurrenceBasis: {},
  recurrenceStart: {},
  recurrenceOn: {},
  reminders: { flagged: 'Whether it has a reminder.' },
  repeatsTaskId: {},
  trashedWith: {},
  completedAt: {
    shown: 'When it was done.',
    filtered: 'When it was done.',
    flagged: 'Whether it is completed.',
    ordered: 'When it was done.',
  },
  createdAt: {
    shown: 'When it was created.',
    filtered: 'When it was created.',
    ordered: 'When it was created.',
  },
  updatedAt: {
    shown: 'When it was last changed.',
    filtered: 'When it was last changed.',
    ordered: 'When it was last changed.',
  },
  deletedAt: {
    shown: 'When it was put into the trash; null when it is not there.',
    filtered: 'When it was put into the trash.',
    flagged: 'Whether it is in the trash.',
    ordered: 'When it was put into the trash.',
  },
}
