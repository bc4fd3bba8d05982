import { updateProfile } from '../account/user.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { tagNameKey } from '../domain/text/tag-name.ts'
import { requireWithin } from '../errors.ts'
import { insertTaggings } from '../tags/task-tag.queries.ts'
import { makePositions, placeKey } from '../tasks/write/task-position.service.ts'
import { withFreePositions } from './free-positions.ts'
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
import {
  type ListDestination,
  loadParents,
  type PlacedTask,
  placeTasks,
} from './import-destinations.ts'
import { findTrashed, restoreTrashed } from './import-trash.ts'
import { forEachInSlices, lookupSize, partsOf } from './slices.ts'
import type { TaskEntry, TransferFile } from './transfer-format.ts'

/** How many of the file's objects were new to the account, and how many it had already. */
export type ImportCount = {
  added: number
  kept: number
}

/** Of those that were there already, what the file has outside the trash. */
type TrashCount = {
  /** Still in the account's trash. */
  inTrash: number
  /** Taken out of it. */
  restored: number
}

export type ImportCounts = {
  lists: ImportCount & TrashCount
  tags: ImportCount
  views: ImportCount
  tasks: ImportCount & TrashCount
}

export type ImportOptions = {
  /** Whether name, picture and preferences become those of the file. */
  takesProfile: boolean
  /** Whether what the file has outside the trash comes out of the account's. */
  restoresTrash: boolean
  /** Told how many objects were added or restored, again and again. */
  onAdded: (count: number) => void
}

/** What one statement takes. Words to search are made of all characters while everybody waits. */
const statementSize = { count: 200, weight: 100_000 }

/**
 * Adds what the account doesn't have, by id; what it has stays as it is, so that importing a file
 * again changes nothing. The file's inbox is the account's, and a tag of the same name the same tag.
 * In a list or under a task that was there before, what is new comes at the end. What lies in the trash
 * stays there, unless it is to be restored.
 *
 * @throws AppError `LIMIT_EXCEEDED` when the account would have more than it may
 */
export async function importFile(
  db: UserDatabase,
  file: TransferFile,
  { takesProfile, restoresTrash, onAdded }: ImportOptions,
): Promise<ImportCounts> {
  if (takesProfile && file.profile)
    await updateProfile(db, { ...file.profile, image: file.profile.image ?? null })
  const trashed = await findTrashed(db, file)
  if (restoresTrash) await restoreTrashed(db, trashed)
  const left = restoresTrash ? await findTrashed(db, file) : trashed
  const restored = {
    lists: trashed.listIds.length - left.listIds.length,
    tasks: trashed.tasks.length - left.tasks.length,
  }
  onAdded(restored.lists + restored.tasks)
  const lists = await importLists(db, file)
  const tags = await importTags(db, file)
  const views = await importViews(db, file, new Map([...lists.ids, ...tags.ids]))
  onAdded(lists.count.added + tags.count.added + views.added)
  const tasks = await importTasks(db, file.tasks, lists.destinations, tags.ids, onAdded)
  return {
    lists: { ...lists.count, inTrash: left.listIds.length, restored: restored.lists },
    tags: tags.count,
    views,
    tasks: { ...tasks, inTrash: left.tasks.length, restored: restored.tasks },
  }
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
  if (fresh.length > 0) requireWithin('lists', old.length + fresh.length)
  const taken = isEmpty ? [fileInbox.position] : old.map((list) => list.position)
  await insertLists(db, withFreePositions(fresh, taken, Math.random))

  const inbox = { id: ownInbox.id, isOld: !isEmpty, isTrashed: false }
  const destinationOf = ({ id, isInbox }: { id: string; isInbox: boolean }): ListDestination => {
    const list = known.get(id)
    if (isInbox) return inbox
    return { id, isOld: list !== undefined, isTrashed: list?.deletedAt != null }
  }
  return {
    count: countOf(file.lists, fresh.length),
    ids: new Map([[fileInbox.id, ownInbox.id]]),
    destinations: {
      inbox,
      lists: new Map(file.lists.map((list) => [list.id, destinationOf(list)])),
    },
  }
}

async function importTags(db: UserDatabase, file: TransferFile) {
  const old = await listAccountTags(db)
  const known = new Set(old.map((tag) => tag.id))
  const named = new Map(old.map((tag) => [tag.nameKey, tag.id]))
  const ids = new Map<string, string>()
  const fresh = file.tags.filter((tag) => {
    const key = tagNameKey(tag.name)
    const same = known.has(tag.id) ? tag.id : named.get(key)
    ids.set(tag.id, same ?? tag.id)
    // Names that were two tags once may be one by now, so a file may have it twice.
    if (same === undefined) named.set(key, tag.id)
    return same === undefined
  })
  if (fresh.length > 0) requireWithin('tags', old.length + fresh.length)
  for (const part of partsOf(fresh, statementSize, () => 1)) await insertTags(db, part)
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
  if (fresh.length > 0) requireWithin('views', old.length + fresh.length)
  const placed = withFreePositions(
    fresh,
    old.map((view) => view.position),
    Math.random,
  )
  for (const part of partsOf(placed, { ...statementSize, count: 20 }, () => 1))
    await insertViews(
      db,
      part.map((view) => ({ ...view, filter: renameIds(view.filter, ids) })),
    )
  return countOf(file.views, fresh.length)
}

async function importTasks(
  db: UserDatabase,
  tasks: readonly TaskEntry[],
  destinations: { inbox: ListDestination; lists: ReadonlyMap<string, ListDestination> },
  tagIds: ReadonlyMap<string, string>,
  onAdded: ImportOptions['onAdded'],
): Promise<ImportCount> {
  const old = await findOldTasks(db, tasks)
  const fresh = tasks.filter((task) => !old.has(task.id))
  const oldParents = fresh.flatMap(({ parentId = '' }) => old.get(parentId) ?? [])
  const parents = await loadParents(db, [...new Set(oldParents)])
  const placedTasks = await placeTasks(fresh, { ...destinations, tasks: old, parents })
  const placed = await withPositions(db, placedTasks)
  for (const part of partsOf(placed, statementSize, lengthOf)) {
    await insertTasks(db, part)
    onAdded(part.length)
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
  for (const part of partsOf(tasks, lookupSize, () => 1)) {
    const rows = await findAccountTasks(
      db,
      part.map(({ id }) => id),
    )
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** What joins others comes behind them, in the file's order. */
async function withPositions(db: UserDatabase, tasks: readonly PlacedTask[]): Promise<TaskEntry[]> {
  const groups = [...Map.groupBy(tasks, (task) => (task.joins ? placeKey(placeOf(task)) : ''))]
  const places = groups.flatMap(([key, members]) => {
    const [first] = members
    return key === '' || !first ? [] : [{ members, place: placeOf(first), count: members.length }]
  })
  const keys = places.length > 0 ? await makePositions(db, places, { side: 'end' }, []) : []
  const positions = new Map<string, string | undefined>()
  await forEachInSlices(places, ({ members }, nth) => {
    const inOrder = members.toSorted((a, b) => (a.position < b.position ? -1 : 1))
    for (const [index, { id }] of inOrder.entries()) positions.set(id, keys[nth]?.[index])
  })
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
  for (const part of partsOf(ties, lookupSize, () => 1)) {
    const repeated = await findRepeated(
      db,
      part.map(({ repeatsTaskId }) => repeatsTaskId),
    )
    const taken = new Set(repeated)
    await setRepeats(
      db,
      part.filter(({ repeatsTaskId }) => !taken.has(repeatsTaskId)),
    )
  }
}

/** The same JSON with other ids in the place of some, wherever they are. */
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

function lengthOf({ title, description = '' }: TaskEntry): number {
  return title.length + description.length
}
