import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../db/user-database.ts'
import type { Color } from '../domain/colors.ts'
import { isUuid } from '../domain/ids.ts'
import { mergeSize } from '../domain/limits.ts'
import { checkTagName, type TagName } from '../domain/text/tag-name.ts'
import { badUserInput, conflict, type InputIssue, notFound, requireWithin } from '../errors.ts'
import { findCreatedRow } from '../idempotency/creation.queries.ts'
import { requireUnchanged, type UnchangedSinceInput } from '../unchanged-since.ts'
import {
  countTags,
  deleteTags,
  findTag,
  findTagByNameKey,
  findTags,
  insertTags,
  type NewTag,
  type Tag,
  type TagChanges,
  updateTag as updateTagRow,
} from './tag.queries.ts'
import { copyTaskTags, deleteTaskTagsOfTags } from './task-tag.queries.ts'

export type CreateTagInput = {
  id?: string | null | undefined
  name: string
  color?: Color | null | undefined
}

export interface UpdateTagInput extends UnchangedSinceInput {
  id: string
  name?: string | null | undefined
  color?: Color | null | undefined
}

/**
 * Creates a tag. Repeating it with the same id and the input of the first create returns the stored tag,
 * however it was changed since, and the mutation that created it.
 *
 * @throws AppError `BAD_USER_INPUT`, `CONFLICT` (the id or the name is in use), `LIMIT_EXCEEDED`
 */
export async function createTag(
  db: UserDatabase,
  input: CreateTagInput,
): Promise<{ tag: Tag; madeBy?: string | undefined }> {
  const issues: InputIssue[] = []
  const id = input.id?.toLowerCase() ?? randomUUIDv7()
  if (!isUuid(id))
    issues.push({ path: ['input', 'id'], message: `The id must be a UUID, and is "${input.id}".` })
  const { name, nameKey } = checkName(input.name, issues)
  if (issues.length > 0) throw badUserInput(issues)
  const color = input.color ?? null

  const stored = await findTag(db, id)
  if (stored) {
    // As it was created, whatever its name is now; without the log, only the stored row is known.
    const created = await findCreatedRow(db, 'tag', id)
    const first = created?.row ?? stored
    if (first.name === name && first.color === color)
      return { tag: stored, madeBy: created?.mutationId }
    throw conflict(
      'ID_TAKEN',
      'This id already names another tag. Leave the id out or make a new one.',
    )
  }
  await refuseUsedName(db, nameKey, 'Use it, or choose another name.')
  const [tag] = await addTags(db, [{ id, name, nameKey, color }])
  if (!tag) throw new Error('Expected the tag that was added, found none')
  return { tag }
}

/** Adds tags whose ids and names are known to be free, and to differ. @throws AppError `LIMIT_EXCEEDED` */
export async function addTags(db: UserDatabase, tags: readonly NewTag[]): Promise<Tag[]> {
  if (tags.length === 0) return []
  requireWithin('tags', (await countTags(db)) + tags.length)
  return insertTags(db, tags)
}

/**
 * Changes what the input names, on every task at once, and leaves the rest.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND`, `CONFLICT` (another tag has the name)
 */
export async function updateTag(db: UserDatabase, input: UpdateTagInput): Promise<Tag> {
  const tag = await getTag(db, input.id)
  requireUnchanged('tag', tag, input)
  const issues: InputIssue[] = []
  if (input.name === null)
    issues.push({ path: ['input', 'name'], message: 'The name can be changed but not cleared.' })
  const checked = input.name == null ? undefined : checkName(input.name, issues)
  if (issues.length > 0) throw badUserInput(issues)
  // A tag from before names were compared by this key may keep a name that another tag has too.
  const renamed = checked?.name === tag.name ? {} : checked
  const changes: TagChanges = { ...tag, ...renamed }
  if (input.color !== undefined) changes.color = input.color
  if (changes.name === tag.name && changes.color === tag.color) return tag
  if (changes.nameKey !== undefined && changes.nameKey !== tag.nameKey)
    await refuseUsedName(
      db,
      changes.nameKey,
      'Merge the two with mergeTags, or choose another name.',
    )
  return updateTagRow(db, tag.id, changes)
}

/** Deletes a tag and removes it from every task. Returns it as it was. @throws AppError `NOT_FOUND` */
export async function deleteTag(db: UserDatabase, id: string): Promise<Tag> {
  const tag = await getTag(db, id)
  await deleteTaskTagsOfTags(db, [tag.id])
  await deleteTags(db, [tag.id])
  return tag
}

/**
 * Merges several tags: every task that has one of them gets `intoId`, and they are deleted.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (any of the tags), `LIMIT_EXCEEDED` (too many at once)
 */
export async function mergeTags(
  db: UserDatabase,
  input: { fromIds: readonly string[]; intoId: string },
): Promise<{ tag: Tag; merged: Tag[] }> {
  const fromIds = input.fromIds.map((id) => id.toLowerCase())
  const intoId = input.intoId.toLowerCase()
  const issues: InputIssue[] = []
  requireWithin('mergedTags', fromIds.length, ['input', 'fromIds'])
  if (fromIds.length < mergeSize.min)
    issues.push({
      path: ['input', 'fromIds'],
      message: `None are named. Name ${mergeSize.min} to ${mergeSize.max} tags to merge.`,
    })
  for (const [index, id] of fromIds.entries())
    if (id === intoId)
      issues.push({
        path: ['input', 'fromIds', index],
        message: 'A tag can’t be merged into itself. Leave it out of fromIds.',
      })
  if (issues.length > 0) throw badUserInput(issues)

  const ids = [...new Set([intoId, ...fromIds])].filter(isUuid)
  const tags = new Map((await findTagsById(db, ids)).map((found) => [found.id, found]))
  const tag = tags.get(intoId)
  if (!tag) throw notFound('tag', ['input', 'intoId'])
  const unknown = fromIds.findIndex((id) => !tags.has(id))
  if (unknown !== -1) throw notFound('tag', ['input', 'fromIds', unknown])
  tags.delete(intoId)
  const merged = [...tags.keys()]
  await copyTaskTags(db, merged, intoId)
  await deleteTaskTagsOfTags(db, merged)
  await deleteTags(db, merged)
  return { tag, merged: [...tags.values()] }
}

async function findTagsById(db: UserDatabase, ids: readonly string[]): Promise<Tag[]> {
  return ids.length === 0 ? [] : findTags(db, ids)
}

async function getTag(db: UserDatabase, id: string): Promise<Tag> {
  const tag = isUuid(id) ? await findTag(db, id) : undefined
  if (!tag) throw notFound('tag')
  return tag
}

function checkName(text: string, issues: InputIssue[]): TagName {
  const checked = checkTagName(text)
  if (checked.ok) return checked.value
  issues.push({ path: ['input', 'name'], message: checked.message })
  return { name: '', nameKey: '' }
}

async function refuseUsedName(db: UserDatabase, nameKey: string, cure: string): Promise<void> {
  const other = await findTagByNameKey(db, nameKey)
  if (other)
    throw conflict('NAME_TAKEN', `There is already a tag called “${other.name}”. ${cure}`, [
      'input',
      'name',
    ])
}
