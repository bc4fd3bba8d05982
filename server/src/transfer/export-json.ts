import { getUser } from '../account/user.queries.ts'
import { getSyncCursor } from '../changes/change.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { recurrenceFields } from '../domain/task-fields/field-types.ts'
import { taskFields } from '../domain/task-fields/task-fields.ts'
import {
  type ExportedTask,
  listAllLists,
  listAllTags,
  listAllViews,
  walkAllTasks,
} from './export.queries.ts'
import {
  type ListEntry,
  type ProfileEntry,
  type TagEntry,
  type TaskEntry,
  transferFormat,
  transferVersion,
  type ViewEntry,
} from './transfer-format.ts'

export type ExportOptions = {
  userId: string
  /** RFC 3339 */
  now: string
  includesProfile: boolean
}

/**
 * Everything that a person has as the text of one JSON document, in pieces; each object is a line. The
 * handle must be that of a snapshot, so that the document shows one moment, which its cursor names.
 */
export async function* exportJson(
  db: UserDatabase,
  { userId, now, includesProfile }: ExportOptions,
): AsyncGenerator<string> {
  const syncCursor = await getSyncCursor(db, userId)
  const head = { format: transferFormat, version: transferVersion, exportedAt: now, syncCursor }
  yield `{\n${JSON.stringify(head).slice(1, -1)}`
  if (includesProfile) yield `,\n"profile": ${JSON.stringify(await readProfile(db))}`
  yield* writeSection('lists', [(await listAllLists(db)).map((list) => toEntry<ListEntry>(list))])
  yield* writeSection('tags', [(await listAllTags(db)).map((tag) => toEntry<TagEntry>(tag))])
  yield* writeSection('views', [(await listAllViews(db)).map((view) => toEntry<ViewEntry>(view))])
  yield* writeSection('tasks', mapChunks(walkAllTasks(db)))
  yield '\n}\n'
}

async function readProfile(db: UserDatabase): Promise<ProfileEntry> {
  const { name, image, timeZone, weekStartsOn, dateStyle, timeStyle, theme } = await getUser(db)
  // The address of a provider's picture belongs to the provider, and may soon be invalid.
  const own = image?.startsWith('data:') ? { image } : {}
  return { name, ...own, timeZone, weekStartsOn, dateStyle, timeStyle, theme }
}

async function* mapChunks(chunks: AsyncIterable<ExportedTask[]>): AsyncGenerator<TaskEntry[]> {
  for await (const tasks of chunks) yield tasks.map(toTaskEntry)
}

function toTaskEntry(task: ExportedTask): TaskEntry {
  const isPart = (name: string) => (recurrenceFields as string[]).includes(name)
  const own = Object.fromEntries(Object.entries(task).filter(([name]) => !isPart(name)))
  const reminders = task.reminders?.map((reminder) => toEntry<object>(reminder)) ?? null
  const rest = { ...own, reminders }
  if (task.recurrenceRule === null) return toEntry<TaskEntry>(rest)
  const parts = recurrenceFields.map((field) => [taskFields[field].recurrencePart, task[field]])
  return toEntry<TaskEntry>({ ...rest, recurrence: Object.fromEntries(parts) })
}

/** Leaves out empty fields: nulls, and false where it means nothing. */
function toEntry<Entry>(row: object): Entry {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Entry
}

async function* writeSection(
  name: string,
  chunks: Iterable<object[]> | AsyncIterable<object[]>,
): AsyncGenerator<string> {
  yield `,\n"${name}": [`
  let comma = ''
  for await (const entries of chunks) {
    if (entries.length === 0) continue
    yield `${comma}\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}`
    comma = ','
  }
  yield '\n]'
}
