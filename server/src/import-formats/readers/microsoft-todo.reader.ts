import type { DraftTask } from '../draft/draft.ts'
import { remindAt } from '../draft/draft-reminders.ts'
import { htmlToText } from '../draft/html-to-text.ts'
import { toDay, toDue, toInstant, toTimeZone } from '../draft/moments.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import {
  isObject,
  type JsonObject,
  toObject,
  toObjects,
  toText,
  toTexts,
} from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'
import { readMicrosoftRepeat } from './microsoft-repeat.ts'

const fields = {
  id: 'Keeps it the same task when it is imported again',
  title: 'Title',
  body: 'Notes; HTML becomes text',
  status: 'Completed; of the others only that they aren’t',
  importance: 'Priority: high is High, low is Low',
  dueDateTime: 'Due day: To Do knows no due times',
  startDateTime: 'Start',
  reminderDateTime: 'Reminder',
  isReminderOn: 'Whether there is a reminder',
  completedDateTime: 'When it was completed',
  createdDateTime: 'When it was created',
  lastModifiedDateTime: 'When it was changed',
  recurrence: 'Repeat',
  checklistItems: 'Subtasks',
  categories: 'Tags',
  linkedResources: 'Notes: `Link`',
  hasAttachments: 'Attached files are left out',
  attachments: 'Attached files are left out',
  extensions: 'Left out',
  bodyLastModifiedDateTime: 'Left out',
}
const known = listKnown(fields)

type TaskList = { name: string; key: string; isInbox: boolean; tasks: JsonObject[] }

/** Tasks of Microsoft To Do as Microsoft Graph answers them: of one list, or lists with their tasks. */
export const microsoftReader: SourceReader = {
  source: 'microsoft',
  fields,
  recognizes: (file) => listLists(file.json, file.stem).some(({ tasks }) => tasks.some(isTask)),
  read(file, reading) {
    for (const { tasks, ...list } of listLists(file.json, file.stem)) {
      reading.draft.lists.push(list)
      for (const task of tasks.filter(isTask)) readTask(task, list.key, reading)
    }
  },
}

function isTask(value: JsonObject): boolean {
  return 'title' in value && 'importance' in value && 'status' in value
}

function listLists(json: unknown, stem: string): TaskList[] {
  const all = toObject(json)
  const found = Array.isArray(json) ? toObjects(json) : toObjects(all.lists ?? all.value)
  const own = found.length === 0 && isTask(all) ? [all] : found.filter(isTask)
  const lists = found.flatMap((list, nth): TaskList[] => {
    const tasks = toObjects(list.tasks)
    if (tasks.length === 0) return []
    const name = toText(list.displayName) ?? toText(list.title) ?? `${stem} ${nth + 1}`
    const isInbox = list.wellknownListName === 'defaultList'
    return [{ name, key: toText(list.id) ?? `list:${name}`, isInbox, tasks }]
  })
  return own.length === 0
    ? lists
    : [...lists, { name: stem, key: `file:${stem}`, isInbox: false, tasks: own }]
}

function readTask(task: JsonObject, list: string, { draft, report, context }: Reading): void {
  const title = toText(task.title) ?? ''
  reportUnknown(
    Object.keys(task).filter((name) => !name.includes('@odata')),
    known,
    report,
  )
  if (task.hasAttachments === true) report.add('Attached files are left out.', title)
  const body = toObject(task.body)
  const isHtml = toText(body.contentType)?.toLowerCase() === 'html'
  const notes = toText(body.content)
  const key = toText(task.id) ?? `${list}:${title}`
  const due = toDayOf(task.dueDateTime, context.timeZone)
  const start = toDayOf(task.startDateTime, context.timeZone)
  const isReminded = task.isReminderOn !== false
  const reminder = isReminded ? toMoment(task.reminderDateTime) : undefined
  const reminderSaid = isReminded ? toText(toObject(task.reminderDateTime).dateTime) : undefined
  const importance = toText(task.importance)?.toLowerCase()
  const createdAt = toInstant(toText(task.createdDateTime), 'UTC')
  const updatedAt = toInstant(toText(task.lastModifiedDateTime), 'UTC')
  const isDone = toText(task.status)?.toLowerCase() === 'completed'
  const read: DraftTask = {
    ...{ key, list, title, createdAt, updatedAt },
    notes: notes && isHtml ? htmlToText(notes) : notes,
    priority: importance === 'high' ? 3 : importance === 'low' ? 1 : 0,
    due: due === undefined ? undefined : { day: due },
    startOn: start,
    ...(isObject(task.recurrence) && { repeats: readMicrosoftRepeat(task.recurrence) }),
    tags: toTexts(task.categories),
    reminders: remindAt(toDue(reminder, context.timeZone), reminderSaid),
    extras: toObjects(task.linkedResources).map(
      (link) => ['Link', toText(link.webUrl) ?? toText(link.displayName) ?? ''] as const,
    ),
    completedAt: isDone
      ? (toMoment(task.completedDateTime) ?? updatedAt ?? context.now)
      : undefined,
  }
  draft.tasks.push(read)
  for (const [nth, item] of toObjects(task.checklistItems).entries()) {
    const isChecked = item.isChecked === true || read.completedAt !== undefined
    draft.tasks.push({
      key: toText(item.id) ? `${key}/${toText(item.id)}` : `${key}/${nth}`,
      ...{ list, parent: key, title: toText(item.displayName) ?? '' },
      createdAt: toInstant(toText(item.createdDateTime), 'UTC') ?? createdAt,
      completedAt: isChecked
        ? (toInstant(toText(item.checkedDateTime), 'UTC') ?? read.completedAt ?? context.now)
        : undefined,
    })
  }
}

/** The instant of a `dateTimeTimeZone`. */
function toMoment(value: unknown): string | undefined {
  const { dateTime, timeZone } = toObject(value)
  return toInstant(toText(dateTime), toTimeZone(toText(timeZone)) ?? 'UTC')
}

/**
 * The day of one that means a day. Midnight is written in the zone it is meant in; any other time is
 * somebody's midnight in UTC.
 */
function toDayOf(value: unknown, ownZone: string): string | undefined {
  const { dateTime } = toObject(value)
  const written = toText(dateTime)
  if (written !== undefined && /T00:00(?::00)?(?:\.0+)?Z?$/.test(written)) return toDay(written)
  return toDue(toMoment(value), ownZone)?.day
}
