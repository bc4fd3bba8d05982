import type { DraftReminder, DraftTask } from '../draft/draft.ts'
import { remindAt, remindBefore } from '../draft/draft-reminders.ts'
import { toDay, toDue, toInstant, toTimeZone } from '../draft/moments.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import {
  isObject,
  type JsonObject,
  sortByNumber,
  toNumber,
  toObject,
  toObjects,
  toText,
  toTexts,
} from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'
import { withDeadline } from './todoist-dates.ts'

const fields = {
  id: 'Keeps it the same task when it is imported again',
  project_id: 'List',
  section_id: 'Section: a list of its own, or a tag',
  parent_id: 'Subtask of',
  content: 'Title',
  description: 'Notes',
  labels: 'Tags',
  priority: 'Priority: 4 Urgent, 3 High, 2 Medium, 1 none',
  due: 'Due date; `string` is the repeat, if it is one',
  deadline: 'Due date; `due` is the start then',
  duration: 'Notes: `Duration`',
  checked: 'Completed',
  completed_at: 'When it was completed',
  added_at: 'When it was created',
  updated_at: 'When it was changed',
  child_order: 'Order',
  order: 'Order',
  responsible_uid: 'Reported',
  is_deleted: 'Deleted ones are left out',
  notes: 'Notes: `Comment`; attached files are left out',
  reminders: 'Reminders; of one of a place, notes: `Reminder`',
  'added_by_uid, assigned_by_uid, user_id, sync_id, day_order, is_collapsed, note_count, goal_ids, url':
    'Left out',
}

const known = listKnown(fields, [
  ...['collapsed', 'date_added', 'date_completed', 'in_history', 'v2_id', 'v2_project_id'],
  ...['v2_parent_id', 'v2_section_id', 'has_more_notes', 'task_id', 'created_at', 'is_completed'],
  ...['assignee_id', 'assigner_id', 'creator_id', 'comment_count', 'completed_by_uid'],
])

/** Most urgent is 4, the opposite of Todoist's CSV. */
const priorities: Readonly<Record<number, number>> = { 4: 4, 3: 3, 2: 2 }

/** What Todoist's API answers: projects, sections, items, labels, notes and reminders in one object. */
export const todoistJsonReader: SourceReader = {
  source: 'todoist',
  fields,
  recognizes({ json }) {
    const { projects, items, tasks } = toObject(json)
    return isTodoist(items) || isTodoist(tasks) || (Array.isArray(projects) && Array.isArray(items))
  },
  read({ json }, reading) {
    const all = toObject(json)
    readProjects(toObjects(all.projects), reading)
    const sections = new Map(
      toObjects(all.sections).map((section) => [toText(section.id), section] as const),
    )
    const labels = new Map(
      toObjects(all.labels).map((label) => [toText(label.id), toText(label.name) ?? '']),
    )
    const extras = listExtras(all, reading)
    const reminders = listReminders(all, reading)
    const items = [...toObjects(all.items), ...toObjects(all.tasks)]
    const inOrder = sortByNumber(items, (item) => item.child_order ?? item.order)
    const sectionOrder = (item: JsonObject) =>
      toNumber(sections.get(toText(item.section_id))?.section_order) ?? -1
    for (const item of inOrder.toSorted((one, other) => sectionOrder(one) - sectionOrder(other))) {
      const task = readItem(item, { sections, labels, extras, reminders }, reading)
      if (task) reading.draft.tasks.push(task)
    }
    if (toObjects(all.project_notes).length > 0)
      reading.report.add(
        'Comments on projects are left out.',
        undefined,
        toObjects(all.project_notes).length,
      )
  },
}

function isTodoist(items: unknown): boolean {
  const [first] = toObjects(items)
  return first !== undefined && 'content' in first && 'project_id' in first
}

function readProjects(projects: readonly JsonObject[], { draft, report }: Reading): void {
  const byId = new Map(projects.map((project) => [toText(project.id), project]))
  for (const project of sortByNumber(projects, ({ child_order, order }) => child_order ?? order)) {
    const key = toText(project.id)
    if (key === undefined || project.is_deleted === true) continue
    const parent = byId.get(toText(project.parent_id))
    const own = toText(project.name) ?? ''
    if (parent) report.add('Projects in projects become lists called “Outer / Inner”.', own)
    draft.lists.push({
      key,
      name: parent ? `${toText(parent.name) ?? ''} / ${own}` : own,
      isInbox: project.inbox_project === true || project.is_inbox_project === true,
      isArchived: project.is_archived === true,
    })
  }
}

/** What is said about a task elsewhere, by its id. */
function listExtras(all: JsonObject, { report }: Reading) {
  const extras = new Map<string, [string, string][]>()
  const add = (id: unknown, label: string, text: string) => {
    extras.getOrInsertComputed(toText(id) ?? '', () => []).push([label, text])
  }
  for (const note of toObjects(all.notes)) {
    if (note.is_deleted === true) continue
    if (isObject(note.file_attachment)) report.add('Attached files are left out.')
    const text = toText(note.content)
    if (text) add(note.item_id ?? note.task_id, 'Comment', text)
  }
  return extras
}

/** When tasks ring, by their ids. */
function listReminders(all: JsonObject, { context }: Reading) {
  const reminders = new Map<string, DraftReminder[]>()
  for (const reminder of toObjects(all.reminders)) {
    if (reminder.is_deleted === true) continue
    const task = toText(reminder.item_id) ?? toText(reminder.task_id) ?? ''
    const own = reminders.getOrInsertComputed(task, () => [])
    own.push(...readReminder(reminder, context.timeZone))
  }
  return reminders
}

function readReminder(reminder: JsonObject, timeZone: string): DraftReminder[] {
  const minutes = toNumber(reminder.minute_offset) ?? toNumber(reminder.mm_offset)
  const due = toObject(reminder.due)
  if (reminder.type === 'location') {
    const place = toText(reminder.name) ?? 'a place'
    return [{ said: `${reminder.loc_trigger === 'on_leave' ? 'on leaving' : 'at'} ${place}` }]
  }
  if (minutes !== undefined && reminder.type !== 'absolute')
    return [remindBefore(minutes, `${minutes} minutes before`)]
  const at = toDue(toText(due.date), toTimeZone(toText(due.timezone)) ?? timeZone)
  return remindAt(at, toText(due.date) ?? toText(due.string))
}

type Lookups = {
  sections: ReadonlyMap<string | undefined, JsonObject>
  labels: ReadonlyMap<string | undefined, string>
  extras: ReadonlyMap<string, readonly [string, string][]>
  reminders: ReadonlyMap<string, readonly DraftReminder[]>
}

function readItem(
  item: JsonObject,
  { sections, labels, extras, reminders }: Lookups,
  { report, context }: Reading,
): DraftTask | undefined {
  const key = toText(item.id) ?? toText(item.task_id)
  const title = toText(item.content) ?? ''
  if (key === undefined) return undefined
  if (item.is_deleted === true) {
    report.add('What was deleted there is left out.', title)
    return undefined
  }
  reportUnknown(Object.keys(item), known, report)
  if (item.responsible_uid != null || item.assignee_id != null)
    report.add('Whom a task is assigned to is left out.', title)
  const due = toObject(item.due)
  const zone = toTimeZone(toText(due.timezone)) ?? context.timeZone
  const text = toText(due.string)
  const dates = {
    due: toDue(toText(due.date) ?? toText(due.datetime), zone),
    ...(due.is_recurring === true && text && { repeats: { text, timeZone: zone } }),
  }
  const deadline = toDay(toText(toObject(item.deadline).date))
  const duration = toObject(item.duration)
  const amount = toText(duration.amount)
  const placed = withDeadline(dates, deadline === undefined ? undefined : { day: deadline })
  const isDone = item.checked === true || item.checked === 1 || item.is_completed === true
  const completedAt = toInstant(toText(item.completed_at) ?? toText(item.date_completed), 'UTC')
  const updatedAt = toInstant(toText(item.updated_at), 'UTC')
  return {
    key,
    list: toText(item.project_id) ?? '',
    parent: toText(item.parent_id),
    section: toText(sections.get(toText(item.section_id))?.name),
    title,
    notes: toText(item.description),
    tags: toTexts(item.labels).map((label) => labels.get(label) ?? label),
    priority: priorities[toNumber(item.priority) ?? 1] ?? 0,
    ...placed,
    reminders: reminders.get(key) ?? [],
    extras: [
      ...(placed.extras ?? []),
      ...(amount ? ([['Duration', `${amount} ${toText(duration.unit) ?? ''}`]] as const) : []),
      ...(extras.get(key) ?? []),
    ],
    completedAt: completedAt ?? (isDone ? (updatedAt ?? context.now) : undefined),
    createdAt: toInstant(toText(item.added_at) ?? toText(item.created_at), 'UTC'),
    updatedAt,
  }
}
