import { checkMinutesBefore } from '../../domain/reminders/reminder.ts'
import type { DraftDue, DraftReminder, DraftRepeat, DraftTask } from '../draft/draft.ts'
import { remindAt, remindBefore } from '../draft/draft-reminders.ts'
import { htmlToText } from '../draft/html-to-text.ts'
import { toDue, toInstant } from '../draft/moments.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import {
  type JsonObject,
  sortByNumber,
  toNumber,
  toObject,
  toObjects,
  toText,
  toTexts,
} from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  id: 'Keeps it the same task when it is imported again',
  title: 'Title',
  description: 'Notes; HTML becomes text',
  done: 'Completed',
  done_at: 'When it was completed',
  due_date: 'Due date: 23:59 and midnight are a day without a time',
  start_date: 'Start',
  end_date: 'Due date, if there is none',
  repeat_after: 'Repeat: seconds of whole days, weeks or years',
  repeat_mode: 'Repeat: monthly, or after completion',
  priority: 'Priority: 5 and 4 Urgent, 3 High, 2 Medium, 1 Low',
  labels: 'Tags',
  assignees: 'Reported',
  related_tasks: 'Subtask of; other relations are left out',
  bucket_id: 'Section: a list of its own, or a tag',
  position: 'Order',
  created: 'When it was created',
  updated: 'When it was changed',
  comments: 'Notes: `Comment`',
  attachments: 'Attached files are left out',
  'reminders, reminder_dates': 'Reminders',
  percent_done: 'Left out',
}
const known = listKnown(fields, [
  ...['identifier', 'index', 'hex_color', 'is_favorite', 'cover_image_attachment_id', 'created_by'],
  ...['project_id', 'list_id', 'kanban_position', 'reactions', 'subscription'],
  ...['comment_count', 'is_unread', 'buckets', 'done_by'],
])
const priorities: readonly number[] = [0, 1, 2, 3, 4, 4]
const day = 86_400

/** `data.json` of Vikunja's export, with projects or, in older ones, namespaces with lists. */
export const vikunjaReader: SourceReader = {
  source: 'vikunja',
  fields,
  recognizes({ json }) {
    if (!Array.isArray(json)) return false
    return listProjects(json).some(({ project }) =>
      toObjects(project.tasks).some((task) => 'done' in task && 'repeat_after' in task),
    )
  },
  read({ json }, reading) {
    const projects = listProjects(json)
    const names = new Map(
      projects.map(({ project }) => [toText(project.id), toText(project.title) ?? '']),
    )
    for (const { project, outer } of projects) {
      const id = toText(project.id) ?? ''
      const parent = outer ?? names.get(toText(project.parent_project_id))
      const own = toText(project.title) ?? ''
      const isInbox = own === 'Inbox' && parent === undefined
      reading.draft.lists.push({
        key: id,
        name: parent === undefined ? own : `${parent} / ${own}`,
        isInbox,
        isArchived: project.is_archived === true,
        createdAt: readMoment(project.created),
      })
      readTasks(project, id, reading)
    }
  },
}

/** Also those in others, without recursion. */
function listProjects(json: unknown): { project: JsonObject; outer?: string | undefined }[] {
  const found: { project: JsonObject; outer?: string | undefined }[] = []
  const waiting = toObjects(json).map((project) => ({
    project,
    outer: undefined as string | undefined,
  }))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { project } = next
    const inner = [...toObjects(project.lists), ...toObjects(project.child_projects)]
    // A namespace is none itself.
    if (!Array.isArray(project.lists)) found.push(next)
    waiting.push(...inner.map((item) => ({ project: item, outer: toText(project.title) })))
  }
  return found
}

function readTasks(project: JsonObject, list: string, reading: Reading): void {
  const tasks = sortByNumber(toObjects(project.tasks), ({ position, index }) => position ?? index)
  const buckets = new Map(
    toObjects(project.buckets).map((bucket) => [toText(bucket.id), toText(bucket.title)]),
  )
  const parents = new Map<string, string>()
  for (const task of tasks)
    for (const subtask of toObjects(toObject(task.related_tasks).subtask))
      parents.set(toText(subtask.id) ?? '', toText(task.id) ?? '')
  for (const task of tasks) readTask(task, { list, buckets, parents }, reading)
}

type Place = {
  list: string
  buckets: ReadonlyMap<string | undefined, string | undefined>
  parents: ReadonlyMap<string, string>
}

function readTask(
  task: JsonObject,
  { list, buckets, parents }: Place,
  { draft, report, context }: Reading,
) {
  const key = toText(task.id)
  const title = toText(task.title) ?? ''
  if (key === undefined) return
  reportUnknown(Object.keys(task), known, report)
  if (toObjects(task.attachments).length > 0) report.add('Attached files are left out.', title)
  if (toObjects(task.assignees).length > 0)
    report.add('Whom a task is assigned to is left out.', title)
  const due = readDue(task.due_date, context.timeZone) ?? readDue(task.end_date, context.timeZone)
  const start = readDue(task.start_date, context.timeZone)?.day
  const [above] = toObjects(toObject(task.related_tasks).parenttask)
  const updatedAt = readMoment(task.updated)
  const read: DraftTask = {
    ...{ key, list, title, due, updatedAt },
    parent: toText(above?.id) ?? parents.get(key),
    section: buckets.get(toText(task.bucket_id)),
    notes: htmlToText(toText(task.description) ?? ''),
    startOn: start,
    priority: priorities[toNumber(task.priority) ?? 0] ?? 0,
    tags: toObjects(task.labels).flatMap((label) => toText(label.title) ?? []),
    repeats: readRepeat(task),
    reminders: listReminders(task, due, context.timeZone),
    extras: toObjects(task.comments).flatMap(({ comment }) => {
      const text = toText(comment)
      return text ? [['Comment', htmlToText(text)] as const] : []
    }),
    completedAt:
      task.done === true ? (readMoment(task.done_at) ?? updatedAt ?? context.now) : undefined,
    createdAt: readMoment(task.created),
  }
  draft.tasks.push(read)
}

/** Each with its instant; in newer exports also how many seconds from the due date it is. */
function listReminders(
  task: JsonObject,
  due: DraftDue | undefined,
  timeZone: string,
): DraftReminder[] {
  const at = (instant: unknown) => {
    const said = isNone(instant) ? undefined : toText(instant)
    return remindAt(toDue(readMoment(instant), timeZone), said)
  }
  const own = toObjects(task.reminders).flatMap(({ reminder, relative_period, relative_to }) => {
    const minutes = Math.round(-(toNumber(relative_period) ?? 0) / 60)
    const isBefore = relative_to === 'due_date' && checkMinutesBefore(minutes).ok
    const isOfDay = due !== undefined && due.time === undefined
    return isBefore && !isOfDay
      ? [remindBefore(minutes, `${minutes} minutes before`)]
      : at(reminder)
  })
  return [...own, ...toTexts(task.reminder_dates).flatMap(at)]
}

function readMoment(value: unknown): string | undefined {
  return isNone(value) ? undefined : toInstant(toText(value), 'UTC')
}

/** None is written as the year 1. */
function isNone(value: unknown): boolean {
  return toText(value)?.startsWith('0001-') ?? true
}

function readDue(value: unknown, timeZone: string) {
  const due = toDue(readMoment(value), timeZone)
  return due?.time === '23:59' || due?.time === '00:00' ? { day: due.day } : due
}

function readRepeat(task: JsonObject): DraftRepeat | undefined {
  const seconds = toNumber(task.repeat_after) ?? 0
  const mode = toNumber(task.repeat_mode) ?? 0
  if (mode === 1) return { rule: 'FREQ=MONTHLY' }
  if (seconds <= 0) return undefined
  if (seconds % day !== 0) return { text: `every ${seconds / 3600} hours` }
  const days = seconds / day
  const rule =
    days % 365 === 0
      ? `FREQ=YEARLY;INTERVAL=${days / 365}`
      : days % 7 === 0
        ? `FREQ=WEEKLY;INTERVAL=${days / 7}`
        : `FREQ=DAILY;INTERVAL=${days}`
  return { rule, isAfterCompletion: mode === 2 }
}
