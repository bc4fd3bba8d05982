import type { UserDatabase } from '../db/user-database.ts'
import { csvLine, csvList, csvStart } from '../domain/text/csv.ts'
import { type ExportedTask, listAllLists, listAllTags, walkAllTasks } from './export.queries.ts'

interface Names {
  lists: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, string>
}

/** What the next occurrence is counted from. */
const repeatStarts = { SCHEDULE: 'schedule', COMPLETION: 'completion', NONE: '' } as const

const priorities = ['', 'low', 'medium', 'high', 'urgent']

const columns: readonly [
  heading: string,
  cell: (task: ExportedTask, names: Names) => string | null | undefined,
][] = [
  ['List', (task, { lists }) => lists.get(task.listId)],
  ['Title', (task) => task.title],
  ['Notes', (task) => task.description],
  ['Priority', (task) => priorities[task.priority]],
  ['Start day', (task) => task.startOn],
  ['Due day', (task) => task.dueOn],
  ['Due time', (task) => task.dueTime],
  ['Time zone', (task) => task.dueTimeZone],
  ['Repeats', (task) => task.recurrenceRule],
  ['Repeats from', (task) => repeatStarts[task.recurrenceBasis ?? 'NONE']],
  ['Tags', (task, { tags }) => csvList(task.tagIds.flatMap((id) => tags.get(id) ?? []))],
  ['Completed at', (task) => task.completedAt],
  ['In the trash since', (task) => task.deletedAt],
  ['Written down at', (task) => task.createdAt],
  ['Changed at', (task) => task.updatedAt],
  ['Id', (task) => task.id],
  ['Subtask of', (task) => task.parentId],
]

/** Every task a person has as a line of CSV, for spreadsheets. The handle must be that of a snapshot. */
export async function* exportCsv(db: UserDatabase): AsyncGenerator<string> {
  const names = { lists: byId(await listAllLists(db)), tags: byId(await listAllTags(db)) }
  yield csvStart + csvLine(columns.map(([heading]) => heading))
  for await (const tasks of walkAllTasks(db))
    yield tasks.map((task) => csvLine(columns.map(([, cell]) => cell(task, names)))).join('')
}

function byId(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
