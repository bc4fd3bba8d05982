import type { DraftDue, DraftReminder, DraftTask } from '../draft/draft.ts'
import { readTrigger, remindFrom } from '../draft/draft-reminders.ts'
import { toDay, toDue, toInstant, toTimeZone } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { PathKeys } from '../draft/path-keys.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import { unguard } from '../files/csv-cell.ts'
import { type CsvRow, readCsv } from '../files/csv-table.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  'Folder Name': 'Part of the list’s name: `Folder / List`',
  'List Name': 'List',
  Title: 'Title',
  Kind: 'A note becomes a task',
  Tags: 'Tags',
  Content: 'Notes; of a checklist, subtasks',
  'Is Check list': 'Whether Content has subtasks (▫ open, ▪ completed)',
  'Start Date': 'Start, if it is before the due day',
  'Due Date': 'Due date: of a whole day, that day in Timezone',
  Reminder: 'Reminders, counted from the start; of a whole day, from midnight',
  Repeat: 'Repeat',
  Priority: 'Priority: 5 High, 3 Medium, 1 Low, 0 none',
  Status: 'Completed: 1 and 2',
  'Created Time': 'When it was created',
  'Completed Time': 'When it was completed',
  Order: 'Order',
  Timezone: 'The zone of the due time',
  'Is All Day': 'Whether it is due on a day or at a time',
  'Is Floating': 'Left out: the time is in Timezone',
  'Column Name': 'Section: a list of its own, or a tag',
  'Column Order': 'Left out',
  'View Mode': 'Left out',
  taskId: 'Keeps it the same task when it is imported again',
  parentId: 'Subtask of',
}

const priorities: Readonly<Record<string, number>> = { 5: 3, p1: 3, 3: 2, p3: 2, 1: 1, p5: 1 }
const checkItem = /[▫▪]/

/** TickTick's backup: a few lines about it, and then the table. */
export const tickTickReader: SourceReader = {
  source: 'ticktick',
  fields,
  recognizes: (file) => {
    const head = file.text.slice(0, 5_000)
    return /"?list name"?,"?title"?/i.test(head) && /is check ?list|taskid|folder name/i.test(head)
  },
  read(file, reading) {
    const table = readCsv(file, (cells) => cells.includes('list name') && cells.includes('title'))
    if (!table) throw file.refuse('the row with the headings (“List Name”, “Title”) is missing.')
    reportUnknown(table.headings, listKnown(fields), reading.report)
    const keys = new PathKeys()
    const lists = new NamedLists(reading.draft.lists)
    const inOrder = table.rows.toSorted((one, other) => orderOf(one) - orderOf(other))
    for (const row of inOrder) {
      const list = addList(row, lists)
      const task = readTask(row, list, keys, reading)
      reading.draft.tasks.push(task)
      if (isChecklist(row)) readItems(row.get('content'), task, keys, reading)
    }
  },
}

function orderOf(row: CsvRow): number {
  const order = Number(row.get('order'))
  return Number.isFinite(order) ? order : 0
}

function addList(row: CsvRow, lists: NamedLists): string {
  const folder = unguard(row.get('folder name')).trim()
  const own = unguard(row.get('list name')).trim() || 'Inbox'
  const name = folder === '' ? own : `${folder} / ${own}`
  return lists.add(name, /^\W*inbox$/i.test(name))
}

function isChecklist(row: CsvRow): boolean {
  return /^y/i.test(row.get('is check list')) && checkItem.test(row.get('content'))
}

function readTask(
  row: CsvRow,
  list: string,
  keys: PathKeys,
  { context, report }: Reading,
): DraftTask {
  const title = unguard(row.get('title'))
  const zone = toTimeZone(row.get('timezone')) ?? context.timeZone
  const isWholeDay = /^true$/i.test(row.get('is all day').trim())
  const start = readDue(row.get('start date'), zone, isWholeDay)
  const due = readDue(row.get('due date'), zone, isWholeDay) ?? start
  const rule = row.get('repeat').trim()
  if (/TT_SKIP|EXDATE/i.test(rule)) report.add('Days that a repeat skips aren’t skipped.', title)
  const isDone = /^[12]$/.test(row.get('status').trim())
  const completedAt = toInstant(row.get('completed time'), zone)
  const createdAt = toInstant(row.get('created time'), zone)
  if (/^note$/i.test(row.get('kind'))) report.add('Notes become tasks.', title)
  const content = unguard(row.get('content'))
  return {
    key: row.get('taskid').trim() || keys.make(list, title),
    list,
    parent: row.get('parentid').trim() || undefined,
    section: unguard(row.get('column name')).trim() || undefined,
    title,
    notes: isChecklist(row) ? content.slice(0, content.search(checkItem)).trim() : content,
    tags: row.get('tags').split(','),
    priority: priorities[row.get('priority').trim().toLowerCase()] ?? 0,
    due,
    startOn: start && due && start.day < due.day ? start.day : undefined,
    ...(rule && { repeats: { rule: rule.replace(/;?TT_[A-Z]+=[^;]*/g, '') } }),
    reminders: readReminders(row.get('reminder'), start ?? due, due),
    completedAt: isDone ? (completedAt ?? createdAt ?? context.now) : undefined,
    createdAt,
    where: `line ${row.line}`,
  }
}

/** `PT0S`, `-PT30M`, `TRIGGER:P0DT9H0M0S`: one or several. */
function readReminders(
  text: string,
  from: DraftDue | undefined,
  due: DraftDue | undefined,
): DraftReminder[] {
  const each = text.split(/[\s,;]+/).filter(Boolean)
  return each.map((said) => {
    const minutes = readTrigger(said.replace(/^TRIGGER:/i, ''))
    return minutes === undefined ? { said } : remindFrom(minutes, { from, due, said })
  })
}

/** A whole day is written as the instant it begins at in its zone. */
function readDue(text: string, zone: string, isWholeDay: boolean): DraftDue | undefined {
  const due = toDue(text, zone) ?? toDue(toDay(text), zone)
  return due && isWholeDay ? { day: due.day } : due
}

function readItems(
  content: string,
  parent: DraftTask,
  keys: PathKeys,
  { draft, context }: Reading,
): void {
  for (const [, mark, text = ''] of content.matchAll(/([▫▪])([^▫▪]*)/g)) {
    const title = text.trim()
    if (title === '') continue
    const isDone = mark === '▪' || parent.completedAt !== undefined
    draft.tasks.push({
      ...{ key: keys.make(parent.key, title), list: parent.list, parent: parent.key, title },
      createdAt: parent.createdAt,
      completedAt: isDone ? (parent.completedAt ?? parent.createdAt ?? context.now) : undefined,
      where: parent.where,
    })
  }
}
