import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { daysBetween } from '../../domain/dates/day.ts'
import { changeDates, type DateChanges, type TaskDates } from '../../domain/dates/task-dates.ts'
import { isUuid } from '../../domain/ids.ts'
import { textLimits } from '../../domain/limits.ts'
import {
  changeReminders,
  passReminders,
  type RemindersInput,
  resetReminders,
} from '../../domain/reminders/change-reminders.ts'
import { contentFields, pickFields } from '../../domain/task-fields/field-types.ts'
import {
  checkPlainContent,
  type PlainContent,
  type PlainInput,
} from '../../domain/task-fields/plain-content.ts'
import { mergeTexts } from '../../domain/text/merge-texts.ts'
import { checkText } from '../../domain/text/text.ts'
import type { InputIssue } from '../../errors.ts'
import type { TaskContent } from '../task.queries.ts'
import type { InputPath } from './task-batch.ts'

/** The fields of a task that people write; undefined keeps a field, null clears it. */
export type ContentInput = DateChanges & PlainInput & RemindersInput

/** The parts of the input that don't depend on the task, in their normal form. */
export function readPlain(
  input: ContentInput,
  path: InputPath,
  issues: InputIssue[],
): Partial<PlainContent> {
  return checkPlainContent(input, (field, message) =>
    issues.push({ path: [...path, field], message }),
  )
}

/**
 * The contents, with the description merged with changes since `descriptionBase`, where the input
 * names one.
 */
export function mergeDescription(
  current: Pick<TaskContent, 'description'>,
  { descriptionBase }: { descriptionBase?: string | null | undefined },
  plain: Partial<PlainContent>,
  issues: InputIssue[],
): { plain: Partial<PlainContent>; isDoubled: boolean } {
  if (plain.description === undefined || descriptionBase === undefined) {
    return { plain, isDoubled: false }
  }
  const [base, theirs, mine] = [descriptionBase, current.description, plain.description]
  const { text, isDoubled } = mergeTexts(base ?? '', theirs ?? '', mine ?? '')
  const merged = checkText(text, textLimits.taskDescription)
  if (!merged.ok) {
    const message = `The notes have been changed since, and with both changes they are too long. ${merged.message}`
    issues.push({ path: ['description'], message })
  }
  return { plain: { ...plain, description: text === '' ? null : text }, isDoubled }
}

/**
 * The contents after the change. Problems with dates and reminders are added to `issues`, each at its field.
 */
export function changeContent(
  current: TaskContent,
  input: DateChanges & RemindersInput,
  plain: Partial<PlainContent>,
  personZone: string,
  issues: InputIssue[],
): TaskContent {
  const changed = changeDates(current, input, personZone)
  if (!changed.ok) issues.push(...changed.issues)
  const content = { ...pickContent(current), ...(changed.ok && changed.dates), ...plain }
  if (isSameDue(current, content) && !speaksOfReminders(input)) return content
  const now = new Date().toISOString()
  const before = isSameDue(current, content)
    ? current.reminders
    : resetReminders(current.reminders, now)
  const context = { timeZone: personZone, now, makeId: randomUUIDv7 }
  const reminded = changeReminders(before, input, context)
  if (!reminded.ok) issues.push(...reminded.issues)
  return { ...content, reminders: reminded.ok ? reminded.reminders : before }
}

function isSameDue(a: TaskContent, b: TaskContent): boolean {
  return a.dueOn === b.dueOn && a.dueTime === b.dueTime && a.dueTimeZone === b.dueTimeZone
}

function speaksOfReminders(input: RemindersInput): boolean {
  const { reminders, addReminders, removeReminderIds } = input
  return [reminders, addReminders, removeReminderIds].some((given) => given !== undefined)
}

export function isSameContent(a: TaskContent, b: TaskContent): boolean {
  return contentFields.every((field) => isDeepStrictEqual(a[field], b[field]))
}

/** The contents of a task that passes to other dates with its series: its reminders move along. */
export function passContent(task: TaskContent, dates: TaskDates): TaskContent {
  const content = { ...pickContent(task), ...dates }
  if (content.reminders === null) return content
  const [from, to] = [task.dueOn ?? task.startOn, dates.dueOn ?? dates.startOn]
  const days = from !== null && to !== null ? daysBetween(from, to) : 0
  if (days === 0 && isSameDue(task, content)) return content
  return { ...content, reminders: passReminders(content.reminders, days, new Date().toISOString()) }
}

/** Only the contents of a row that has more columns. */
export function pickContent(task: TaskContent): TaskContent {
  return pickFields(task, contentFields)
}

/** Checks an id that the caller has chosen for a new task. */
export function checkNewId(id: string, path: InputPath, issues: InputIssue[]): void {
  if (!isUuid(id))
    issues.push({ path: [...path, 'id'], message: `The id must be a UUID, and is "${id}".` })
}
