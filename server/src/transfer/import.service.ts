import { updateProfile } from '../account/user.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { tagNameKey } from '../domain/text/tag-name.ts'
import { requireWithin } from '../errors.ts'
import { withFreePositions, withLastPositions } from './free-positions.ts'
import {
  adoptInbox,
  insertLists,
  insertTags,
  insertViews,
  isUntouched,
  listAccountLists,
  listAccountTags,
  listAccountViews,
} from './import.queries.ts'
import { countOf, type ImportCount } from './import-count.ts'
import type { ListDestination } from './import-destinations.ts'
import { importTasks } from './import-tasks.ts'
import { findTrashed, restoreTrashed } from './import-trash.ts'
import { partsOf, statementSize } from './slices.ts'
import type { TransferFile } from './transfer-format.ts'

/** Of the existing objects, those that the file has outside the trash. */
type TrashCount = {
  /** Still in the account's trash. */
  inTrash: number
  /** Restored from it. */
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
  /** Whether objects that the file has outside the trash are restored from the account's trash. */
  restoresTrash: boolean
  /** Whether new lists come after those of the account, and not where their positions say. */
  placesListsLast: boolean
  /** Called repeatedly with the number of objects that were added or restored. */
  onAdded: (count: number) => void
}

/**
 * Adds the objects that the account doesn't have, by id. Existing objects stay as they are, so importing a
 * file again changes nothing. The file's inbox becomes the account's inbox, and tags with the same name are
 * the same tag. In an existing list or under an existing task, new tasks come at the end. Objects in the
 * trash stay there, unless they are to be restored.
 *
 * @throws AppError `LIMIT_EXCEEDED` when the account would have more than it may
 */
export async function importFile(
  db: UserDatabase,
  file: TransferFile,
  { takesProfile, restoresTrash, placesListsLast, onAdded }: ImportOptions,
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
  const lists = await importLists(db, file, placesListsLast)
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

async function importLists(db: UserDatabase, file: TransferFile, placesLast: boolean) {
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
  const placed =
    placesLast && !isEmpty
      ? withLastPositions(fresh, taken, Math.random)
      : withFreePositions(fresh, taken, Math.random)
  await insertLists(db, placed)

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
    // Names that used to be two tags may be one now, so a file may have it twice.
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

/** The same JSON with some ids replaced, wherever they are. */
function renameIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value.toLowerCase()) ?? value
  if (Array.isArray(value)) return value.map((part) => renameIds(part, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renameIds(part, ids)]))
}
