import { priorities } from '../priority.ts'
import { recurrenceBases } from '../recurrence/basis.ts'

/** The one description of each field of a task. A property that is left out doesn't apply. */
type FieldDescription = {
  column: string
  /** PostgreSQL's name of its type. */
  type: 'uuid' | 'text' | 'smallint' | 'date' | 'timestamptz' | 'jsonb'
  /** Its only values, if these are few. */
  values?: readonly string[]
  /** The names of its numbers for the API and people: each number is the index of its name. */
  names?: readonly string[]
  nullable?: true
  /** The database fills it in if it is left out. */
  hasDefault?: true
  /**
   * People write it. `given`: as it is. `defaulted`: if they leave it out, one of their settings is used.
   * `counted` and `derived`: it follows from what they gave; what is counted from one occurrence to the
   * next can't be computed again from the rest, so export files have it too.
   */
  content?: 'given' | 'defaulted' | 'counted' | 'derived'
  /** Fields that only make sense together: undo restores all fields of a group or none. */
  group?: 'position' | 'dates' | 'trash'
  /** Its name in the object `recurrence` of inputs and files. */
  recurrencePart?: 'rule' | 'basis' | 'start' | 'on'
  /** How the API's Task shows it, if not as a field of the same name; null: not at all. */
  shownAs?: 'list' | 'parent' | 'recurrence' | 'reminders' | null
  /** A task's history doesn't show it. */
  isOutsideHistory?: true
  /** How filters compare it: `comparators.ts` says what each can do. */
  filter?: 'id' | 'text' | 'day' | 'instant' | 'number'
  /** The name under which filters ask whether it has a value. */
  flag?: 'completed' | 'deleted' | 'hasParent' | 'recurring' | 'hasReminder'
  /** Its name in orders. */
  order?: string
  /** Quick add's name of the sign that sets it. */
  sign?: string
  /** It is sorted as dictionaries sort; other texts byte by byte. */
  isCollated?: true
}

/**
 * A task's fields, by their names in the API. Types, columns, inserts, updates, sameness, undo,
 * history, filters, orders, export and import follow from this, or don't compile until they say
 * what they do with a field (`docs/decisions/0083-a-task-is-described-once.md`).
 */
export const taskFields = {
  id: { column: 'id', type: 'uuid', isOutsideHistory: true, filter: 'id' },
  /** One line. */
  title: {
    column: 'title',
    type: 'text',
    content: 'given',
    filter: 'text',
    order: 'TITLE',
    isCollated: true,
  },
  /** Markdown. An empty note is no note. */
  description: {
    column: 'description',
    type: 'text',
    nullable: true,
    content: 'given',
    filter: 'text',
  },
  listId: { column: 'list_id', type: 'uuid', group: 'position', shownAs: 'list', filter: 'id' },
  /** The task this one is a subtask of; always in the same list. */
  parentId: {
    column: 'parent_id',
    type: 'uuid',
    nullable: true,
    group: 'position',
    shownAs: 'parent',
    filter: 'id',
    flag: 'hasParent',
  },
  /** A fractional order key among its siblings, compared byte by byte. */
  position: { column: 'position', type: 'text', group: 'position', order: 'MANUAL' },
  priority: {
    column: 'priority',
    type: 'smallint',
    names: priorities,
    hasDefault: true,
    content: 'given',
    filter: 'number',
    order: 'PRIORITY',
    sign: 'PRIORITY',
  },
  startOn: {
    column: 'start_on',
    type: 'date',
    nullable: true,
    content: 'given',
    group: 'dates',
    filter: 'day',
    order: 'START',
  },
  dueOn: {
    column: 'due_on',
    type: 'date',
    nullable: true,
    content: 'given',
    group: 'dates',
    filter: 'day',
    order: 'DUE',
  },
  /** `HH:MM`; comes with its zone and the instant that both give, or not at all. */
  dueTime: { column: 'due_time', type: 'text', nullable: true, content: 'given', group: 'dates' },
  dueTimeZone: {
    column: 'due_time_zone',
    type: 'text',
    nullable: true,
    content: 'defaulted',
    group: 'dates',
  },
  /** The instant of the due time, RFC 3339 in UTC with milliseconds. */
  dueAt: {
    column: 'due_at',
    type: 'timestamptz',
    nullable: true,
    content: 'derived',
    group: 'dates',
    isOutsideHistory: true,
    filter: 'instant',
  },
  /** RFC 5545, as `serializeRecurrenceRule` writes it; the four come together or not at all. */
  recurrenceRule: {
    column: 'recurrence_rule',
    type: 'text',
    nullable: true,
    content: 'given',
    group: 'dates',
    recurrencePart: 'rule',
    shownAs: 'recurrence',
    flag: 'recurring',
  },
  recurrenceBasis: {
    column: 'recurrence_basis',
    type: 'text',
    values: recurrenceBases,
    nullable: true,
    content: 'given',
    group: 'dates',
    recurrencePart: 'basis',
    shownAs: 'recurrence',
  },
  /** The day the rule is counted from. */
  recurrenceStart: {
    column: 'recurrence_start',
    type: 'date',
    nullable: true,
    content: 'counted',
    group: 'dates',
    recurrencePart: 'start',
    shownAs: 'recurrence',
  },
  /** The day that the rule gave for this occurrence, even if it was postponed. */
  recurrenceOn: {
    column: 'recurrence_on',
    type: 'date',
    nullable: true,
    content: 'counted',
    group: 'dates',
    recurrencePart: 'on',
    shownAs: 'recurrence',
  },
  /** A list of `Reminder`; null when it has none. */
  reminders: {
    column: 'reminders',
    type: 'jsonb',
    nullable: true,
    content: 'given',
    shownAs: 'reminders',
    flag: 'hasReminder',
  },
  /** The completed task whose next occurrence this one is. */
  repeatsTaskId: { column: 'repeats_task_id', type: 'uuid', nullable: true, shownAs: null },
  /** The list or parent task with which this one was deleted. */
  trashedWith: {
    column: 'trashed_with',
    type: 'uuid',
    nullable: true,
    group: 'trash',
    shownAs: null,
    isOutsideHistory: true,
  },
  completedAt: {
    column: 'completed_at',
    type: 'timestamptz',
    nullable: true,
    filter: 'instant',
    flag: 'completed',
    order: 'COMPLETED_AT',
  },
  createdAt: {
    column: 'created_at',
    type: 'timestamptz',
    hasDefault: true,
    isOutsideHistory: true,
    filter: 'instant',
    order: 'CREATED_AT',
  },
  updatedAt: {
    column: 'updated_at',
    type: 'timestamptz',
    hasDefault: true,
    isOutsideHistory: true,
    filter: 'instant',
    order: 'UPDATED_AT',
  },
  deletedAt: {
    column: 'deleted_at',
    type: 'timestamptz',
    nullable: true,
    group: 'trash',
    filter: 'instant',
    flag: 'deleted',
    order: 'DELETED_AT',
  },
} as const satisfies Record<string, FieldDescription>
