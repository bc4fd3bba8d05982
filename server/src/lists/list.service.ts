import { randomUUIDv7 } from 'node:crypto'
import { checkPositionInput, getInsertPosition, type PositionInput } from '../db/manual-order.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Color } from '../domain/colors.ts'
import { checkIcon } from '../domain/icon.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { placeAt } from '../domain/order/placing.ts'
import { checkText } from '../domain/text/text.ts'
import { badUserInput, conflict, type InputIssue, notFound, requireWithin } from '../errors.ts'
import { findCreatedRow } from '../idempotency/creation.queries.ts'
import { requireUnchanged, type UnchangedSinceInput } from '../unchanged-since.ts'
import {
  findList,
  insertList,
  type List,
  type ListLooks,
  listListPositions,
  restoreTasksOfList,
  setListArchived,
  setListDeleted,
  trashTasksWithList,
  updateListLooks,
  updateListPositions,
} from './list.queries.ts'

type LooksInput = {
  name?: string | null | undefined
  color?: Color | null | undefined
  icon?: string | null | undefined
}

export interface CreateListInput extends LooksInput, PositionInput {
  id?: string | null | undefined
  name: string
}

export interface UpdateListInput extends LooksInput, UnchangedSinceInput {
  id: string
}

export interface MoveListInput extends PositionInput {
  id: string
}

/**
 * Creates a list, at the end or beside another. Repeating it with the same id and the name, colour and icon of
 * the first create returns the stored list, however it was changed since, and the mutation that created it.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (the neighbour), `CONFLICT` (the id is in use),
 *   `LIMIT_EXCEEDED`
 */
export async function createList(
  db: UserDatabase,
  input: CreateListInput,
): Promise<{ list: List; madeBy?: string | undefined }> {
  const issues: InputIssue[] = []
  const id = input.id?.toLowerCase() ?? randomUUIDv7()
  if (!isUuid(id))
    issues.push({ path: ['input', 'id'], message: `The id must be a UUID, and is "${input.id}".` })
  const looks = { name: '', color: null, icon: null, ...checkLooks(input, issues) }
  checkPositionInput({ ...input, id }, 'optional', issues)
  if (issues.length > 0) throw badUserInput(issues)

  const stored = await findList(db, id)
  if (stored) {
    // As it was created, whatever its name is now; without the log, only the stored row is known.
    const created = await findCreatedRow(db, 'list', id)
    const first = (created?.row as ListLooks | undefined) ?? stored
    if (differences(first, looks) === undefined)
      return { list: stored, madeBy: created?.mutationId }
    throw conflict(
      'ID_TAKEN',
      'This id already names another list. Leave the id out or make a new one.',
    )
  }
  const siblings = await listListPositions(db)
  requireWithin('lists', siblings.length + 1)
  const placed = placeAt(siblings, id, getInsertPosition(siblings, input, 'list'), Math.random)
  const others = placed.filter((one) => one.id !== id)
  if (others.length > 0) await updateListPositions(db, others)
  const position = placed.find((one) => one.id === id)?.position ?? ''
  return { list: await insertList(db, { id, ...looks, position }) }
}

/**
 * Changes what the input names, and leaves the rest.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND`, `CONFLICT` (in the trash, changed since)
 */
export async function updateList(db: UserDatabase, input: UpdateListInput): Promise<List> {
  const list = await getUsableList(db, input.id)
  requireUnchanged('list', list, input)
  const issues: InputIssue[] = []
  if (input.name === null)
    issues.push({ path: ['input', 'name'], message: 'The name can be changed but not cleared.' })
  const looks = checkLooks(input, issues)
  if (issues.length > 0) throw badUserInput(issues)
  const changes = differences(list, looks)
  return changes ? updateListLooks(db, list.id, changes) : list
}

/**
 * Puts a list right before or after another one.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (either list), `CONFLICT` (in the trash)
 */
export async function moveList(db: UserDatabase, input: MoveListInput): Promise<List> {
  const issues: InputIssue[] = []
  checkPositionInput(input, 'required', issues)
  if (issues.length > 0) throw badUserInput(issues)
  const list = await getUsableList(db, input.id)
  const siblings = await listListPositions(db)
  const placed = placeAt(siblings, list.id, getInsertPosition(siblings, input, 'list'), Math.random)
  if (placed.length === 0) return list
  await updateListPositions(db, placed)
  return getList(db, list.id)
}

/**
 * Archives a list with its tasks, or leaves it as it is if it is archived already.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (the inbox, or in the trash)
 */
export async function archiveList(db: UserDatabase, id: string): Promise<List> {
  const list = await getUsableList(db, id)
  if (list.isInbox)
    throw conflict(
      'IS_INBOX',
      'The inbox can’t be archived: it is where tasks go that name no list.',
    )
  return list.archivedAt === null ? setListArchived(db, list.id, true) : list
}

/** Unarchives a list, or leaves it as it is. @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash) */
export async function unarchiveList(db: UserDatabase, id: string): Promise<List> {
  const list = await getUsableList(db, id)
  return list.archivedAt === null ? list : setListArchived(db, list.id, false)
}

/**
 * Puts a list and all its tasks into the trash; it may be there already. Tasks that are there already stay as
 * they are, so that restoring the list restores only the tasks that were deleted with it.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (the inbox)
 */
export async function deleteList(db: UserDatabase, id: string): Promise<List> {
  const list = await getList(db, id)
  if (list.isInbox)
    throw conflict(
      'IS_INBOX',
      'The inbox can’t be deleted: it is where tasks go that name no list.',
    )
  if (list.deletedAt !== null) return list
  await trashTasksWithList(db, list.id)
  return setListDeleted(db, list.id, true)
}

/**
 * Restores a list from the trash, if it is there, with the tasks that were deleted with it.
 *
 * @throws AppError `NOT_FOUND`
 */
export async function restoreList(db: UserDatabase, id: string): Promise<List> {
  const list = await getList(db, id)
  if (list.deletedAt === null) return list
  const restored = await setListDeleted(db, list.id, false)
  await restoreTasksOfList(db, list.id)
  return restored
}

async function getList(db: UserDatabase, id: string): Promise<List> {
  const list = isUuid(id) ? await findList(db, id) : undefined
  if (!list) throw notFound('list')
  return list
}

async function getUsableList(db: UserDatabase, id: string): Promise<List> {
  const list = await getList(db, id)
  if (list.deletedAt !== null)
    throw conflict('IN_TRASH', 'The list is in the trash. Restore it first.')
  return list
}

function checkLooks(input: LooksInput, issues: InputIssue[]): Partial<ListLooks> {
  const looks: Partial<ListLooks> = {}
  if (input.name != null) {
    const name = checkText(input.name, textLimits.listName)
    if (name.ok) looks.name = name.value
    else issues.push({ path: ['input', 'name'], message: name.message })
  }
  if (input.color !== undefined) looks.color = input.color
  if (input.icon === null) looks.icon = null
  if (input.icon != null) {
    const icon = checkIcon(input.icon)
    if (icon.ok) looks.icon = icon.value
    else issues.push({ path: ['input', 'icon'], message: icon.message })
  }
  return looks
}

/** The properties that differ from the list's; undefined when there are none. */
function differences(list: ListLooks, looks: Partial<ListLooks>): Partial<ListLooks> | undefined {
  const names = ['name', 'color', 'icon'] as const
  const differs = names.some((name) => looks[name] !== undefined && looks[name] !== list[name])
  return differs ? looks : undefined
}
