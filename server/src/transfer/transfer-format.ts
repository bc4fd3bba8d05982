import { z } from 'zod'
import { accept, type Checked } from '../domain/checked.ts'
import { colors } from '../domain/colors.ts'
import { checkDay } from '../domain/dates/day.ts'
import { checkDueTime } from '../domain/dates/due-date.ts'
import { checkInstant } from '../domain/dates/instant.ts'
import { checkTimeZone } from '../domain/dates/time-zone.ts'
import { maxOrderKeys } from '../domain/early-limits.ts'
import { describeExcess } from '../domain/excess.ts'
import { groupings } from '../domain/grouping.ts'
import { checkIcon } from '../domain/icon.ts'
import { isUuid } from '../domain/ids.ts'
import {
  maxRemindersPerTask,
  maxTagsPerTask,
  savedFilterLength,
  textLimits,
} from '../domain/limits.ts'
import { isOrderKey, maxOrderKeyLength } from '../domain/order/order-key.ts'
import { checkPicture } from '../domain/picture.ts'
import { dateStyles, themes, timeStyles, weekStarts } from '../domain/preferences.ts'
import { priorities } from '../domain/priority.ts'
import { recurrenceBases } from '../domain/recurrence/basis.ts'
import { parseRecurrenceRule } from '../domain/recurrence/parse.ts'
import { listBasisIssues } from '../domain/recurrence/recurrence.ts'
import { serializeRecurrenceRule } from '../domain/recurrence/rule.ts'
import { type Reminder, readReminderTime } from '../domain/reminders/reminder.ts'
import type { EachOf, FiledField, RecurrenceField } from '../domain/task-fields/field-types.ts'
import { checkTagName } from '../domain/text/tag-name.ts'
import { checkText, type TextRule } from '../domain/text/text.ts'

// The one description of the file: exports are made of it, and imports are checked against it. Empty fields
// are left out.

export const transferFormat = 'tend-export'
export const transferVersion = 1

const id = z
  .string()
  .refine(isUuid, 'An id is a UUID.')
  .transform((text) => text.toLowerCase())
const position = z
  .string()
  .max(maxOrderKeyLength)
  .refine(isOrderKey, 'A position is an order key such as "a0".')
const instant = checkedBy(checkInstant)
const day = checkedBy(checkDay)
const icon = checkedBy(checkIcon)
const color = z.enum(colors)
const made = { createdAt: instant, updatedAt: instant }

export const profileEntry = z.strictObject({
  name: text(textLimits.personName),
  image: checkedBy(checkPicture).optional(),
  timeZone: checkedBy(checkTimeZone),
  weekStartsOn: z.enum(weekStarts),
  dateStyle: z.enum(dateStyles),
  timeStyle: z.enum(timeStyles),
  theme: z.enum(themes),
})

export const listEntry = z
  .strictObject({
    id,
    name: text(textLimits.listName),
    /** The one list that everybody has. */
    isInbox: z.boolean(),
    color: color.optional(),
    icon: icon.optional(),
    position,
    archivedAt: instant.optional(),
    deletedAt: instant.optional(),
    ...made,
  })
  .refine((list) => !list.isInbox || !(list.archivedAt || list.deletedAt), {
    path: ['isInbox'],
    message: 'The inbox is neither archived nor in the trash.',
  })

export const tagEntry = z.strictObject({
  id,
  name: checkedBy((value) => {
    const tag = checkTagName(value)
    return tag.ok ? accept(tag.value.name) : tag
  }),
  color: color.optional(),
  ...made,
})

export const viewEntry = z.strictObject({
  id,
  name: text(textLimits.viewName),
  icon: icon.optional(),
  /** A `TaskFilter` and a list of `TaskOrder`, as variables of the API hold them. */
  filter: z
    .unknown()
    .refine((filter) => JSON.stringify(filter ?? null).length <= savedFilterLength, {
      message: `A filter has up to ${savedFilterLength} characters as JSON.`,
    }),
  orderBy: z.unknown().refine((order) => !Array.isArray(order) || order.length <= maxOrderKeys, {
    message: `An order has up to ${maxOrderKeys} keys.`,
  }),
  groupBy: z.enum(groupings),
  position,
  ...made,
})

const recurrence = z
  .strictObject({
    /** RFC 5545. */
    rule: z.string(),
    basis: z.enum(recurrenceBases),
    /** The day the rule is counted from. */
    start: day,
    /** The day that the rule gave for this occurrence, even if it was postponed. */
    on: day,
  })
  .transform((value, context) => {
    const parsed = parseRecurrenceRule(value.rule)
    const issues = parsed.ok ? listBasisIssues(parsed.rule, value.basis) : parsed.issues
    for (const message of issues) context.addIssue({ code: 'custom', path: ['rule'], message })
    return parsed.ok ? { ...value, rule: serializeRecurrenceRule(parsed.rule) } : z.NEVER
  })

/** A reminder of its task: so long before the due time, or with a day and time of its own. */
const reminder = z
  .strictObject({
    id,
    minutesBefore: z.int().optional(),
    on: day.optional(),
    time: checkedBy(checkDueTime).optional(),
    timeZone: checkedBy(checkTimeZone).optional(),
    setAt: instant,
    dismissedAt: instant.optional(),
    snoozedUntil: instant.optional(),
  })
  .transform(({ id, setAt, dismissedAt, snoozedUntil, ...given }, context): Reminder => {
    const read = readReminderTime(given, 'UTC')
    if (!read.ok) {
      for (const { path, message } of read.issues)
        context.addIssue({ code: 'custom', path, message })
      return z.NEVER
    }
    const state = { dismissedAt: dismissedAt ?? null, snoozedUntil: snoozedUntil ?? null }
    return { id, ...read.time, setAt, ...state }
  })

export const taskEntry = z
  .strictObject({
    id,
    listId: id,
    /** The task it is a subtask of, in the same list. */
    parentId: id.optional(),
    position,
    title: text(textLimits.taskTitle),
    /** An empty note is no note. */
    description: text(textLimits.taskDescription)
      .transform((notes) => notes || undefined)
      .optional(),
    /** The index of its name in `priorities`. */
    priority: z
      .int()
      .min(0)
      .max(priorities.length - 1)
      .default(0),
    startOn: day.optional(),
    dueOn: day.optional(),
    dueTime: checkedBy(checkDueTime).optional(),
    dueTimeZone: checkedBy(checkTimeZone).optional(),
    recurrence: recurrence.optional(),
    reminders: z.array(reminder).min(1).max(maxRemindersPerTask).optional(),
    /** The completed task whose next occurrence this one is. */
    repeatsTaskId: id.optional(),
    completedAt: instant.optional(),
    deletedAt: instant.optional(),
    /** The list or task with which this one was deleted. */
    trashedWith: id.optional(),
    // Counted before each is checked, because there may be as many as fit into the file.
    tagIds: z
      .array(z.unknown())
      .max(maxTagsPerTask, {
        error: ({ input }) =>
          describeExcess('tagsOfTask', { found: (input as unknown[]).length }).message,
      })
      .pipe(z.array(id))
      .default([]),
    ...made,
  } satisfies EachOf<Exclude<FiledField, RecurrenceField>>)
  .refine((task) => (task.dueTime === undefined) === (task.dueTimeZone === undefined), {
    path: ['dueTime'],
    message: 'A due time and its zone come together.',
  })
  .refine((task) => task.dueOn !== undefined || !(task.dueTime || task.recurrence), {
    path: ['dueOn'],
    message: 'A due time or a recurrence needs a due day.',
  })
  .refine(
    ({ reminders = [] }) => new Set(reminders.map(({ id }) => id)).size === reminders.length,
    {
      path: ['reminders'],
      message: 'Two reminders of a task have one id.',
    },
  )
  .refine((task) => task.repeatsTaskId !== task.id, {
    path: ['repeatsTaskId'],
    message: 'A task can’t be its own next occurrence.',
  })
  .transform(({ startOn, trashedWith, ...task }) => ({
    ...task,
    // The API refuses a start after the due day, and any change of a task that has one.
    startOn: startOn && task.dueOn && startOn > task.dueOn ? task.dueOn : startOn,
    trashedWith: task.deletedAt === undefined ? undefined : trashedWith,
  }))

export type ProfileEntry = z.infer<typeof profileEntry>
export type ListEntry = z.infer<typeof listEntry>
export type TagEntry = z.infer<typeof tagEntry>
export type ViewEntry = z.infer<typeof viewEntry>
export type TaskEntry = z.infer<typeof taskEntry>

/** Everything in an export file, checked. */
export type TransferFile = {
  profile: ProfileEntry | undefined
  lists: ListEntry[]
  tags: TagEntry[]
  views: ViewEntry[]
  tasks: TaskEntry[]
}

function text(rule: TextRule) {
  return checkedBy((value) => checkText(value, rule))
}

/** A text under a rule of the domain, in its normal form, refused in the domain's words. */
function checkedBy<T>(check: (value: string) => Checked<T>) {
  return z.string().transform((value, context) => {
    const checked = check(value)
    if (checked.ok) return checked.value
    context.addIssue({ code: 'custom', message: checked.message })
    return z.NEVER
  })
}
