import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { checkPositionInput, getInsertPosition, type PositionInput } from '../db/manual-order.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Grouping } from '../domain/grouping.ts'
import { checkIcon } from '../domain/icon.ts'
import { isUuid } from '../domain/ids.ts'
import { savedFilterLength, textLimits } from '../domain/limits.ts'
import { placeAt } from '../domain/order/placing.ts'
import { checkText } from '../domain/text/text.ts'
import { badUserInput, conflict, type InputIssue, notFound, requireWithin } from '../errors.ts'
import { findCreatedRow } from '../idempotency/creation.queries.ts'
import { requireUnchanged, type UnchangedSinceInput } from '../unchanged-since.ts'
import {
  deleteView as deleteViewRow,
  findView,
  insertView,
  listViewPositions,
  type SavedView,
  updateViewPositions,
  updateView as updateViewRow,
  type ViewContents,
} from './saved-view.queries.ts'

type ContentsInput = {
  name?: string | null | undefined
  icon?: string | null | undefined
  /** A filter and an order that are known to be valid, as JSON. */
  filter?: unknown
  orderBy?: unknown
  groupBy?: Grouping | null | undefined
}

export interface CreateViewInput extends ContentsInput, PositionInput {
  id?: string | null | undefined
  name: string
}

export interface UpdateViewInput extends ContentsInput, UnchangedSinceInput {
  id: string
}

const blank: ViewContents = { name: '', icon: null, filter: {}, orderBy: [], groupBy: 'NONE' }

/**
 * Saves a view, at the end or beside another. Repeating it with the same id and the contents of the first
 * create returns the stored view, however it was changed since, and the mutation that created it.
 * `issues` are those its filter and order have.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (the neighbour), `CONFLICT` (the id is in use),
 *   `LIMIT_EXCEEDED`
 */
export async function createView(
  db: UserDatabase,
  input: CreateViewInput,
  issues: InputIssue[],
): Promise<{ savedView: SavedView; madeBy?: string | undefined }> {
  const id = input.id?.toLowerCase() ?? randomUUIDv7()
  if (!isUuid(id))
    issues.push({ path: ['input', 'id'], message: `The id must be a UUID, and is "${input.id}".` })
  const contents = readContents(input, blank, issues)
  checkPositionInput({ ...input, id }, 'optional', issues)
  if (issues.length > 0) throw badUserInput(issues)

  const stored = await findView(db, id)
  if (stored) {
    // As it was created, whatever it shows now; without the log, only the stored row is known.
    const created = await findCreatedRow(db, 'saved_view', id)
    if (isSame(created ? readLogged(created.row) : stored, contents))
      return { savedView: stored, madeBy: created?.mutationId }
    throw conflict(
      'ID_TAKEN',
      'This id already names another view. Leave the id out or make a new one.',
    )
  }
  const siblings = await listViewPositions(db)
  requireWithin('views', siblings.length + 1)
  const placed = placeAt(siblings, id, getInsertPosition(siblings, input, 'view'), Math.random)
  const others = placed.filter((one) => one.id !== id)
  if (others.length > 0) await updateViewPositions(db, others)
  const position = placed.find((one) => one.id === id)?.position ?? ''
  return { savedView: await insertView(db, { id, position, ...contents }) }
}

/**
 * Changes what the input names, and leaves the rest. `issues` are those its filter and order have.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND`, `CONFLICT` (changed since)
 */
export async function updateView(
  db: UserDatabase,
  input: UpdateViewInput,
  issues: InputIssue[],
): Promise<SavedView> {
  const view = await getView(db, input.id)
  requireUnchanged('view', view, input)
  if (input.name === null)
    issues.push({ path: ['input', 'name'], message: 'The name can be changed but not cleared.' })
  const contents = readContents(input, view, issues)
  if (issues.length > 0) throw badUserInput(issues)
  return isSame(view, contents) ? view : updateViewRow(db, view.id, contents)
}

/** Puts a view right before or after another. @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` */
export async function moveView(
  db: UserDatabase,
  input: PositionInput & { id: string },
): Promise<SavedView> {
  const issues: InputIssue[] = []
  checkPositionInput(input, 'required', issues)
  if (issues.length > 0) throw badUserInput(issues)
  const view = await getView(db, input.id)
  const siblings = await listViewPositions(db)
  const placed = placeAt(siblings, view.id, getInsertPosition(siblings, input, 'view'), Math.random)
  if (placed.length === 0) return view
  await updateViewPositions(db, placed)
  return getView(db, view.id)
}

/** Deletes a view without changing its tasks. Returns it as it was. @throws AppError `NOT_FOUND` */
export async function deleteView(db: UserDatabase, id: string): Promise<SavedView> {
  const view = await getView(db, id)
  await deleteViewRow(db, view.id)
  return view
}

async function getView(db: UserDatabase, id: string): Promise<SavedView> {
  const view = isUuid(id) ? await findView(db, id) : undefined
  if (!view) throw notFound('view')
  return view
}

/** The view's new contents: missing fields stay as they were, null clears them. */
function readContents(
  input: ContentsInput,
  before: ViewContents,
  issues: InputIssue[],
): ViewContents {
  const pick = <Name extends keyof ViewContents>(name: Name) =>
    input[name] === undefined ? before[name] : (input[name] ?? blank[name])
  const name = checkText(pick('name') as string, textLimits.viewName)
  if (!name.ok && input.name != null)
    issues.push({ path: ['input', 'name'], message: name.message })
  const icon = input.icon == null ? undefined : checkIcon(input.icon)
  if (icon?.ok === false) issues.push({ path: ['input', 'icon'], message: icon.message })
  if (input.filter != null) checkStorable(input.filter, issues)
  return {
    name: name.ok ? name.value : '',
    icon: icon?.ok ? icon.value : (pick('icon') as string | null),
    filter: pick('filter'),
    orderBy: pick('orderBy'),
    groupBy: pick('groupBy') as Grouping,
  }
}

function checkStorable(filter: unknown, issues: InputIssue[]): void {
  const path = ['input', 'filter']
  let storable = true
  const { length } = JSON.stringify(filter, (_key, part: unknown) => {
    // Postgres's jsonb takes neither U+0000 nor half a character.
    if (typeof part === 'string' && (part.includes('\0') || !part.isWellFormed())) storable = false
    return part
  })
  if (!storable)
    issues.push({
      path,
      message:
        'The filter holds a text with U+0000 or half a character (a lone surrogate). Take it out.',
    })
  if (length > savedFilterLength)
    issues.push({
      path,
      message: `The filter of a view has up to ${savedFilterLength} characters as JSON, and this one has ${length}. Simplify it.`,
    })
}

/** The contents of a view, from its row in the log. */
function readLogged({ name, icon, filter, order_by, group_by }: Record<string, unknown>) {
  return { name, icon, filter, orderBy: order_by, groupBy: group_by } as ViewContents
}

function isSame(view: ViewContents, contents: ViewContents): boolean {
  const { name, icon, filter, orderBy, groupBy } = view
  return isDeepStrictEqual({ name, icon, filter, orderBy, groupBy }, contents)
}
