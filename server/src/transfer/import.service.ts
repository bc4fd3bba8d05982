import { updateProfile } from '../account/user.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { makeOrderKey } from '../domain/ordering.ts'
import { tagNameKey } from '../domain/tag-name.ts'
import { badUserInput } from '../errors.ts'
import { makePositions, placeKey } from '../tasks/task-position.service.ts'
import { insertTaggings } from '../tasks/task-tagging.queries.ts'
import {
  type AccountTask,
  adoptInbox,
  findAccountTasks,
  findRepeated,
  insertLists,
  insertTags,
  insertTasks,
  insertViews,
  isUntouched,
  listAccountLists,
  listAccountTags,
  listAccountViews,
  setRepeats,
} from './import.queries.ts'
import { type Home, type HousedTask, houseTasks, measureRooms } from './import-homes.ts'
import { listReferenceIssues } from './import-references.ts'
import type { TaskEntry, TransferFile } from './transfer-format.ts'

/** How many of the file's objects were new to the account, and how many it had already. */
export interface ImportCount {
  added: number
  kept: number
}

export type ImportCounts = Record<'lists' | 'tags' | 'views' | 'tasks', ImportCount>

const chunk = 1_000

/**
 * Adds what the account doesn't have, by id; what it has stays as it is, so that importing a file
 * again changes nothing. The file's inbox is the account's, and a tag of the same name the same tag.
 * In a list or under a task that was there before, what is new comes at the end.
 *
 * @param takesProfile whether name, picture and preferences become those of the file
 * @throws AppError `BAD_USER_INPUT` with the entries that don't go together
 */
export async function importFile(
  db: UserDatabase,
  file: TransferFile,
  { takesProfile }: { takesProfile: boolean },
): Promise<ImportCounts> {
  const issues = listReferenceIssues(file)
  if (issues.length > 0) throw badUserInput(issues.slice(0, 100))
  if (takesProfile && file.profile)
    await updateProfile(db, { ...file.profile, image: file.profile.image ?? null })
  const lists = await importLists(db, file)
  const tags = await importTags(db, file)
  const views = await importViews(db, file, new Map([...lists.ids, ...tags.ids]))
  const tasks = await importTasks(db, file.tasks, lists.homes, tags.ids)
  return { lists: lists.count, tags: tags.count, views, tasks }
}

async function importLists(db: UserDatabase, file: TransferFile) {
  const old = await listAccountLists(db)
  const isEmpty = await isUntouched(db)
  const [ownInbox] = old.filter((list) => list.isInbox)
  const fileInbox = file.lists.find((list) => list.isInbox)
  if (!ownInbox || !fileInbox) throw new Error('Both account and file have an inbox.')
  if (isEmpty) await adoptInbox(db, fileInbox)

  const known = new Map(old.map((list) => [list.id, list]))
  const fresh = file.lists.filter((list) => !list.isInbox && !known.has(list.id))
  const taken = isEmpty ? [fileInbox.position] : old.map((list) => list.position)
  await insertLists(db, withFreePositions(fresh, taken))

  const inbox = { id: ownInbox.id, isOld: !isEmpty, isTrashed: false }
  const home = ({ id, isInbox }: { id: string; isInbox: boolean }): Home => {
    const list = known.get(id)
    if (isInbox) return inbox
    return { id, isOld: list !== undefined, isTrashed: list?.deletedAt != null }
  }
  return {
    count: countOf(file.lists, fresh.length),
    ids: new Map([[fileInbox.id, ownInbox.id]]),
    homes: { inbox, lists: new Map(file.lists.map((list) => [list.id, home(list)])) },
  }
}

async function importTags(db: UserDatabase, file: TransferFile) {
  const old = await listAccountTags(db)
  const known = new Set(old.map((tag) => tag.id))
  const named = new Map(old.map((tag) => [tag.nameKey, tag.id]))
  const ids = new Map<string, string>()
  const fresh = file.tags.filter((tag) => {
    const same = known.has(tag.id) ? tag.id : named.get(tagNameKey(tag.name))
    ids.set(tag.id, same ?? tag.id)
    return same === undefined
  })
  await insertTags(db, fresh)
  return { ids, count: countOf(file.tags, fresh.length) }
}

async function importViews(
  db: UserDatabase,
  file: TransferFile,
  ids: ReadonlyMap<string, string>,
): Promise<ImportCount> {
  const old = await listAccountViews(db)
  const known = new Set(old.map((view) => view.id))
  const fresh = file.views.filter((view) => !known.has(view.id))
  const placed = withFreePositions(
    fresh,
    old.map((view) => view.position),
  )
  await insertViews(
    db,
    placed.map((view) => ({ ...view, filter: renameIds(view.filter, ids) })),
  )
  return countOf(file.views, fresh.length)
}

async function importTasks(
  db: UserDatabase,
  tasks: readonly TaskEntry[],
  homes: { inbox: Home; lists: ReadonlyMap<string, Home> },
  tagIds: ReadonlyMap<string, string>,
): Promise<ImportCount> {
  const old = await findOldTasks(db, tasks)
  const fresh = tasks.filter((task) => !old.has(task.id))
  const oldParents = fresh.flatMap(({ parentId = '' }) => old.get(parentId)?.id ?? [])
  const rooms = await measureRooms(db, [...new Set(oldParents)])
  const housed = houseTasks(fresh, { ...homes, tasks: old, rooms })
  const placed = await withPositions(db, housed)
  for (const part of chunksOf(placed)) {
    await insertTasks(db, part)
    await insertTaggings(
      db,
      part.flatMap(({ id, tagIds: named }) =>
        // Two tags of the file may be one in the account.
        [...new Set(named.map((tagId) => tagIds.get(tagId) ?? tagId))].map((tagId) => ({
          taskId: id,
          tagId,
        })),
      ),
    )
  }
  await tieRepeats(db, placed)
  return countOf(tasks, fresh.length)
}

async function findOldTasks(
  db: UserDatabase,
  tasks: readonly TaskEntry[],
): Promise<Map<string, AccountTask>> {
  const found = new Map<string, AccountTask>()
  for (const part of chunksOf(tasks)) {
    const rows = await findAccountTasks(
      db,
      part.map(({ id }) => id),
    )
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** What joins others comes behind them, in the file's order. */
async function withPositions(db: UserDatabase, tasks: readonly HousedTask[]): Promise<TaskEntry[]> {
  const groups = [...Map.groupBy(tasks, (task) => (task.joins ? placeKey(placeOf(task)) : ''))]
  const places = groups.flatMap(([key, members]) => {
    const [first] = members
    return key === '' || !first ? [] : [{ members, place: placeOf(first), count: members.length }]
  })
  const keys = places.length > 0 ? await makePositions(db, places, { side: 'end' }, []) : []
  const positions = new Map<string, string | undefined>()
  for (const [nth, { members }] of places.entries()) {
    const inOrder = members.toSorted((a, b) => (a.position < b.position ? -1 : 1))
    for (const [index, { id }] of inOrder.entries()) positions.set(id, keys[nth]?.[index])
  }
  return tasks.map(({ joins: _, ...task }) => ({
    ...task,
    position: positions.get(task.id) ?? task.position,
  }))
}

/** A task has one next occurrence: what the account has already goes before what the file says. */
async function tieRepeats(db: UserDatabase, tasks: readonly TaskEntry[]): Promise<void> {
  const ties = tasks.flatMap(({ id, repeatsTaskId }) =>
    repeatsTaskId === undefined ? [] : [{ id, repeatsTaskId }],
  )
  for (const part of chunksOf(ties)) {
    const repeated = await findRepeated(
      db,
      part.map(({ repeatsTaskId }) => repeatsTaskId),
    )
    await setRepeats(
      db,
      part.filter(({ repeatsTaskId }) => !repeated.includes(repeatsTaskId)),
    )
  }
}

/** The same entries, each at its own position where that is free, or else right behind whoever has it. */
function withFreePositions<Entry extends { position: string }>(
  entries: readonly Entry[],
  takenPositions: readonly string[],
): Entry[] {
  const taken = new Set(takenPositions)
  return entries.map((entry) => {
    const next = [...taken].filter((position) => position > entry.position).sort()[0] ?? null
    const position = taken.has(entry.position)
      ? makeOrderKey(entry.position, next, Math.random)
      : entry.position
    taken.add(position)
    return { ...entry, position }
  })
}

/** The same JSON with other ids in the place of some, wherever they stand. */
function renameIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value.toLowerCase()) ?? value
  if (Array.isArray(value)) return value.map((part) => renameIds(part, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renameIds(part, ids)]))
}

function placeOf({ listId, parentId }: TaskEntry) {
  return { listId, parentId: parentId ?? null }
}

function countOf(all: readonly unknown[], added: number): ImportCount {
  return { added, kept: all.length - added }
}

function chunksOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / chunk) }, (_, nth) =>
    items.slice(nth * chunk, (nth + 1) * chunk),
  )
}
