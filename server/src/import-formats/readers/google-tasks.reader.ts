import { toDay, toInstant } from '../draft/moments.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import { type JsonObject, toObject, toObjects, toText } from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  id: 'Keeps it the same task when it is imported again',
  title: 'Title',
  notes: 'Notes',
  due: 'Due day; Google exports no time',
  status: 'Completed',
  completed: 'When it was completed',
  updated: 'When it was changed',
  created: 'When it was created',
  parent: 'Subtask of',
  position: 'Order',
  links: 'Notes: `Link`',
  webViewLink: 'Left out',
  assignmentInfo: 'Left out',
  task_recurrence_id: 'Reported: Google exports no rule',
  deleted: 'Deleted ones are left out',
  hidden: 'Left out: completed tasks are kept',
  'kind, etag, selfLink, task_type, starred, scheduled_time': 'Left out',
}
const known = listKnown(fields)

/** What Google Takeout gives of Google Tasks. */
export const googleTasksReader: SourceReader = {
  source: 'google',
  fields,
  recognizes({ json }) {
    const { kind, items } = toObject(json)
    return (
      kind === 'tasks#taskLists' ||
      kind === 'tasks#tasks' ||
      toObjects(items)[0]?.kind === 'tasks#tasks'
    )
  },
  read(file, reading) {
    const all = toObject(file.json)
    const lists = all.kind === 'tasks#tasks' ? [all] : toObjects(all.items)
    for (const [nth, list] of lists.entries()) {
      const name = toText(list.title) ?? file.stem
      const key = toText(list.id) ?? `${nth}:${name}`
      reading.draft.lists.push({ key, name })
      const tasks = toObjects(list.items).toSorted(byPosition)
      for (const task of tasks) readTask(task, key, reading)
    }
  },
}

function byPosition(one: JsonObject, other: JsonObject): number {
  const [a, b] = [toText(one.position) ?? '', toText(other.position) ?? '']
  return a < b ? -1 : a > b ? 1 : 0
}

function readTask(task: JsonObject, list: string, { draft, report, context }: Reading): void {
  const title = toText(task.title) ?? ''
  const key = toText(task.id)
  const links = toObjects(task.links)
  // The app keeps an empty line at the end of a list.
  if (key === undefined || (title === '' && !toText(task.notes) && links.length === 0)) return
  if (task.deleted === true) {
    report.add('What was deleted there is left out.', title)
    return
  }
  reportUnknown(Object.keys(task), known, report)
  if (task.task_recurrence_id !== undefined)
    report.add('Google exports no rules of repeats, so these tasks don’t repeat.', title)
  const due = toDay(toText(task.due))
  const updatedAt = toInstant(toText(task.updated), 'UTC')
  const isDone = task.status === 'completed'
  draft.tasks.push({
    ...{ key, list, title, parent: toText(task.parent), notes: toText(task.notes) },
    due: due === undefined ? undefined : { day: due },
    extras: links.map((link) => ['Link', toText(link.link) ?? toText(link.description) ?? '']),
    completedAt: isDone
      ? (toInstant(toText(task.completed), 'UTC') ?? updatedAt ?? context.now)
      : undefined,
    createdAt: toInstant(toText(task.created), 'UTC') ?? updatedAt,
    updatedAt,
  })
}
