import { addDays, dayAt } from '../../domain/dates/day.ts'
import type { DraftDue, DraftReminder, DraftTask } from '../draft/draft.ts'
import { remindAt, remindBefore } from '../draft/draft-reminders.ts'
import { toDue, toInstant } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { PathKeys } from '../draft/path-keys.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import { type JsonObject, toObject, toObjects, toText, toTexts } from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  type: 'A project is a list, a heading a section',
  title: 'Title',
  notes: 'Notes',
  when: 'Start if there is a deadline, otherwise due date; its time is a reminder; someday becomes a tag',
  deadline: 'Due date',
  tags: 'Tags',
  'checklist-items': 'Subtasks',
  items: 'The to-dos of a project',
  list: 'List',
  'list-id': 'Left out',
  heading: 'Section: a list of its own, or a tag',
  area: 'Part of the list’s name: `Area / Project`',
  completed: 'Completed',
  canceled: 'Completed',
  'creation-date': 'When it was created',
  'completion-date': 'When it was completed',
  id: 'Keeps it the same task when it is imported again',
}

const known = listKnown(fields)
const types = ['to-do', 'project', 'heading', 'checklist-item']

/** The JSON of Things' URL scheme, which its exporters write. */
export const thingsReader: SourceReader = {
  source: 'things',
  fields,
  recognizes: ({ json }) => {
    const [first] = toObjects(json)
    return types.includes(toText(first?.type) ?? '') && 'attributes' in (first ?? {})
  },
  read(file, reading) {
    const keys = new PathKeys()
    const lists = new NamedLists(reading.draft.lists)
    for (const item of toObjects(file.json)) {
      const attributes = toObject(item.attributes)
      if (item.type === 'project') readProject(attributes, lists, keys, reading)
      else {
        const name = toText(attributes.list)
        const list = lists.add(name ?? 'Inbox', name === undefined)
        readToDo(attributes, { list, section: toText(attributes.heading) }, keys, reading)
      }
    }
  },
}

function readProject(
  project: JsonObject,
  lists: NamedLists,
  keys: PathKeys,
  reading: Reading,
): void {
  const title = toText(project.title) ?? 'Untitled'
  const area = toText(project.area)
  const list = lists.add(area === undefined ? title : `${area} / ${title}`)
  if (toText(project.notes) || project.when || project.deadline)
    reading.report.add('Notes and dates of projects are left out.', title)
  let section: string | undefined
  for (const item of toObjects(project.items)) {
    const attributes = toObject(item.attributes)
    if (item.type === 'heading') section = toText(attributes.title)
    else readToDo(attributes, { list, section }, keys, reading)
  }
}

function readToDo(
  todo: JsonObject,
  { list, section }: { list: string; section: string | undefined },
  keys: PathKeys,
  { draft, report, context }: Reading,
): void {
  reportUnknown(Object.keys(todo), known, report)
  const title = toText(todo.title) ?? ''
  const key = toText(todo.id) ?? keys.make(list, title)
  const deadline = toDue(toText(todo.deadline), context.timeZone)
  const when = readWhen(toText(todo.when), context)
  if (todo.canceled === true) report.add('Cancelled tasks count as completed.', title)
  const isDone = todo.completed === true || todo.canceled === true
  const createdAt = toInstant(toText(todo['creation-date']), context.timeZone)
  const completedAt = toInstant(toText(todo['completion-date']), context.timeZone) ?? context.now
  const read: DraftTask = {
    ...{ key, list, section, title, notes: toText(todo.notes), createdAt },
    due: deadline ?? when,
    startOn: deadline && when && when.day <= deadline.day ? when.day : undefined,
    reminders: deadline ? remindAt(when?.time ? when : undefined) : remindOnTime(when),
    tags: [...toTexts(todo.tags), ...(todo.when === 'someday' ? ['someday'] : [])],
    completedAt: isDone ? completedAt : undefined,
  }
  draft.tasks.push(read)
  for (const item of toObjects(todo['checklist-items'])) {
    const attributes = toObject(item.attributes)
    const name = toText(attributes.title) ?? ''
    const isChecked = isDone || attributes.completed === true || attributes.canceled === true
    draft.tasks.push({
      ...{ key: keys.make(key, name), list, parent: key, title: name, createdAt },
      completedAt: isChecked ? completedAt : undefined,
    })
  }
}

/** What comes due at a time rings then. */
function remindOnTime(due: DraftDue | undefined): DraftReminder[] {
  return due?.time ? [remindBefore(0, 'at the time')] : []
}

function readWhen(
  when: string | undefined,
  { now, timeZone }: Reading['context'],
): DraftDue | undefined {
  const today = dayAt(Temporal.Instant.from(now), timeZone)
  if (when === 'today' || when === 'evening') return { day: today }
  if (when === 'tomorrow') return { day: addDays(today, 1) }
  return toDue(when?.replace('@', 'T').replace(/T(\d):/, 'T0$1:'), timeZone)
}
