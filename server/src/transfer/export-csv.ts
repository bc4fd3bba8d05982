import type { UserDatabase } from '../db/user-database.ts'
import { priorities } from '../domain/priority.ts'
import type { FiledField } from '../domain/task-fields/field-types.ts'
import { csvLine, csvList, csvStart } from '../domain/text/csv.ts'
import { type ExportedTask, listAllLists, listAllTags, walkAllTasks } from './export.queries.ts'

type Names = {
  lists: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, string>
}

/** What the next occurrence is counted from. */
const nameBasis = (basis: ExportedTask['recurrenceBasis']) => basis?.toLowerCase()

const priorityWords: readonly string[] = priorities.map((name) =>
  name === 'NONE' ? '' : name.toLowerCase(),
)

type Column = [
  heading: string,
  cell: (task: ExportedTask, names: Names) => string | null | undefined,
]

/** In the order of the columns; null is left out of the table. */
const columnsByField: Record<FiledField | 'tags', Column | null> = {
  listId: ['List', (task, { lists }) => lists.get(task.listId)],
  title: ['Title', (task) => task.title],
  description: ['Notes', (task) => task.description],
  priority: ['Priority', (task) => priorityWords[task.priority]],
  startOn: ['Start day', (task) => task.startOn],
  dueOn: ['Due day', (task) => task.dueOn],
  dueTime: ['Due time', (task) => task.dueTime],
  dueTimeZone: ['Time zone', (task) => task.dueTimeZone],
  recurrenceRule: ['Repeats', (task) => task.recurrenceRule],
  recurrenceBasis: ['Repeats from', (task) => nameBasis(task.recurrenceBasis)],
  tags: ['Tags', (task, { tags }) => csvList(task.tagIds.flatMap((id) => tags.get(id) ?? []))],
  completedAt: ['Completed at', (task) => task.completedAt],
  deletedAt: ['In the trash since', (task) => task.deletedAt],
  createdAt: ['Written down at', (task) => task.createdAt],
  updatedAt: ['Changed at', (task) => task.updatedAt],
  id: ['Id', (task) => task.id],
  parentId: ['Subtask of', (task) => task.parentId],
  position: null,
  recurrenceStart: null,
  recurrenceOn: null,
  reminders: null,
  repeatsTaskId: null,
  trashedWith: null,
}

const columns = Object.values(columnsByField).filter((column) => column !== null)

/** Every task of a person as a line of CSV, for spreadsheets. The handle must be that of a snapshot. */
export async function* exportCsv(db: UserDatabase): AsyncGenerator<string> {
  const names = { lists: byId(await listAllLists(db)), tags: byId(await listAllTags(db)) }
  yield csvStart + csvLine(columns.map(([heading]) => heading))
  for await (const tasks of walkAllTasks(db))
    yield tasks.map((task) => csvLine(columns.map(([, cell]) => cell(task, names)))).join('')
}

function byId(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
