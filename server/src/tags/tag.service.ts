import { randomUUIDv7 } from 'node:crypto'
import { findCreatedRow } from '../changes/creation.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Color } from '../domain/colors.ts'
import { isUuid } from '../domain/ids.ts'
import { accountSize, maxTagsPerTask, mergeSize } from '../domain/limits.ts'
import { checkTagName, type TagName } from '../domain/text/tag-name.ts'
import { badUserInput, conflict, type InputIssue, notFound, requireRoom } from '../errors.ts'
import { requireUnchanged, type UnchangedSinceInput } from '../unchanged-since.ts'
import {
  countTags,
  deleteTags,
  findTag,
  findTagByNameKey,
  findTags,
  insertTag,
  type Tag,
  type TagChanges,
  updateTag as updateTagRow,
} from './tag.queries.ts'
import {
  copyTaskTags,
  countMostTagsOnOneTask,
  deleteOtherTaskTags,
  deleteTaskTags,
  deleteTaskTagsOfTags,
  insertTaskTags,
} from './task-tag.queries.ts'

type Path = (string | number)[]

export interface CreateTagInput {
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
 * Makes a tag. Repeating it with the same id and the input that it was made with gives the stored one,
 * whatever has become of it since, and the mutation that made it.
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
    // As it was made, whatever it is called by now; without the log, what is stored is all that is known.
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
  requireRoom('tags', (await countTags(db)) + 1, accountSize.tags)
  return { tag: await insertTag(db, { id, name, nameKey, color }) }
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
  // One that was made when names were compared more narrowly may keep the name that another has too.
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

/** Deletes a tag and takes it off every task. Gives it as it was. @throws AppError `NOT_FOUND` */
export async function deleteTag(db: UserDatabase, id: string): Promise<Tag> {
  const tag = await getTag(db, id)
  await deleteTaskTagsOfTags(db, [tag.id])
  await deleteTags(db, [tag.id])
  return tag
}

/**
 * Makes several tags one: every task that has one of them gets `intoId`, and they are deleted.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (any of the tags)
 */
export async function mergeTags(
  db: UserDatabase,
  input: { fromIds: readonly string[]; intoId: string },
): Promise<{ tag: Tag; merged: Tag[] }> {
  const fromIds = input.fromIds.map((id) => id.toLowerCase())
  const intoId = input.intoId.toLowerCase()
  const issues: InputIssue[] = []
  const { min, max } = mergeSize
  if (fromIds.length < min || fromIds.length > max)
    issues.push({
      path: ['input', 'fromIds'],
      message: `Name ${min} to ${max} tags to merge; ${fromIds.length} are named.`,
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

/**
 * Makes these the tags of a task, or of each of several: others are taken off. The tasks must be
 * known to exist; tag ids may repeat, in any case of letters. `path` is where the ids stand in the
 * input.
 *
 * @throws AppError `NOT_FOUND` (a tag), `BAD_USER_INPUT` (more tags than a task may have)
 */
export async function setTaskTags(
  db: UserDatabase,
  taskIds: string | readonly string[],
  tagIds: readonly string[],
  path: Path = ['input', 'tagIds'],
): Promise<void> {
  const [tasks, tags] = [[taskIds].flat(), await getTagIds(db, tagIds, path)]
  if (tags.length > maxTagsPerTask) throw tooManyTags(tags.length, path)
  if (tasks.length === 0) return
  await deleteOtherTaskTags(db, tasks, tags)
  if (tags.length > 0) await insertTaskTags(db, tasks, tags)
}

/** Puts tags on a task or several beside those it has. @throws AppError as `setTaskTags` */
export async function addTaskTags(
  db: UserDatabase,
  taskIds: string | readonly string[],
  tagIds: readonly string[],
  path: Path = ['input', 'addTagIds'],
): Promise<void> {
  const [tasks, tags] = [[taskIds].flat(), await getTagIds(db, tagIds, path)]
  if (tasks.length === 0 || tags.length === 0) return
  await insertTaskTags(db, tasks, tags)
  const count = await countMostTagsOnOneTask(db, tasks)
  if (count > maxTagsPerTask) throw tooManyTags(count, path)
}

/** Takes tags off a task or several, where they may not be. @throws AppError `NOT_FOUND` (a tag) */
export async function removeTaskTags(
  db: UserDatabase,
  taskIds: string | readonly string[],
  tagIds: readonly string[],
  path: Path = ['input', 'removeTagIds'],
): Promise<void> {
  const [tasks, tags] = [[taskIds].flat(), await getTagIds(db, tagIds, path)]
  if (tasks.length > 0 && tags.length > 0) await deleteTaskTags(db, tasks, tags)
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

/** The ids as they are stored, each once. @throws AppError `NOT_FOUND` at the first unknown one */
async function getTagIds(
  db: UserDatabase,
  tagIds: readonly string[],
  path: Path,
): Promise<string[]> {
  const ids = tagIds.map((id) => id.toLowerCase())
  const wanted = [...new Set(ids.filter(isUuid))]
  const found = await findTagsById(db, wanted)
  const known = new Set(found.map((tag) => tag.id))
  const unknown = ids.findIndex((id) => !known.has(id))
  if (unknown !== -1) throw notFound('tag', [...path, unknown])
  return wanted
}

function tooManyTags(count: number, path: Path) {
  const message = `A task can have ${maxTagsPerTask} tags, and this would make ${count}. Leave some out.`
  return badUserInput([{ path, message }])
}
