import type { UserDatabase } from '../../db/user-database.ts'
import { findExcess } from '../../domain/excess.ts'
import { isUuid } from '../../domain/ids.ts'
import { type AppError, badUserInput, limitExceeded, notFound } from '../../errors.ts'
import { findTags } from '../../tags/tag.queries.ts'
import {
  deleteOtherTaskTags,
  deleteTaskTags,
  findTaggings,
  insertTaskTags,
} from '../../tags/task-tag.queries.ts'
import { type Batch, type InputPath, refuse, type Target } from './task-batch.ts'

/** Either all tags, or some to add and some to remove. */
export type TagsInput = {
  tagIds?: readonly string[] | null | undefined
  addTagIds?: readonly string[] | null | undefined
  removeTagIds?: readonly string[] | null | undefined
}

const names = ['tagIds', 'addTagIds', 'removeTagIds'] as const

/** The problems of an input's tags that don't depend on the task. */
export async function listTagErrors(
  db: UserDatabase,
  inputs: readonly { input: TagsInput; path: InputPath }[],
): Promise<AppError[][]> {
  const given = inputs.flatMap(({ input }) => names.flatMap((name) => input[name] ?? []))
  const ids = [...new Set(given.filter(isUuid).map((id) => id.toLowerCase()))]
  const found = ids.length > 0 ? await findTags(db, ids) : []
  const known = new Set(found.map((tag) => tag.id))
  return inputs.map(({ input, path }) => {
    const errors = names.flatMap((name) =>
      (input[name] ?? []).flatMap((id, index) =>
        known.has(id.toLowerCase()) ? [] : [notFound('tag', [...path, name, index])],
      ),
    )
    if (input.tagIds !== undefined && (input.addTagIds || input.removeTagIds)) {
      const message = 'Give all tags with tagIds, or some with addTagIds and removeTagIds.'
      errors.push(badUserInput([{ path: [...path, 'tagIds'], message }]))
    }
    return errors
  })
}

/**
 * Which of the tasks would have other tags than now. Those that would have too many are refused.
 * `path` is where the tags are in the input.
 */
export async function planTags<T extends Target>(
  db: UserDatabase,
  batch: Batch<T>,
  input: TagsInput,
  path: InputPath,
): Promise<Set<string>> {
  const changed = new Set<string>()
  const targets = batch.targets.filter((target) => !batch.problems.has(target))
  if (targets.length === 0 || names.every((name) => input[name] === undefined)) return changed
  const taggings = await findTaggings(
    db,
    targets.map((target) => target.id),
  )
  const tagsOf = Map.groupBy(taggings, (tagging) => tagging.taskId)
  for (const target of targets) {
    const now = new Set((tagsOf.get(target.id) ?? []).map((tagging) => tagging.tagId))
    const then = tagsAfter(now, input)
    const crowded = checkTagCount(then.size, [...path, tagPath(input)])
    if (crowded) refuse(batch, target, crowded)
    else if (now.symmetricDifference(then).size > 0) changed.add(target.id)
  }
  return changed
}

/** The error for too many tags on one task. */
export function checkTagCount(count: number, path: InputPath): AppError | undefined {
  const excess = findExcess('tagsOfTask', count)
  return excess && limitExceeded(excess, path)
}

/** Changes the tags as planned, after they were checked. */
export async function changeTags(
  db: UserDatabase,
  taskIds: readonly string[],
  { tagIds, addTagIds, removeTagIds }: TagsInput,
): Promise<void> {
  if (taskIds.length === 0) return
  if (tagIds !== undefined) await deleteOtherTaskTags(db, taskIds, tagIds ?? [])
  if (removeTagIds && removeTagIds.length > 0) await deleteTaskTags(db, taskIds, removeTagIds)
  const more = tagIds ?? addTagIds ?? []
  if (more.length > 0) await insertTaskTags(db, taskIds, more)
}

function tagsAfter(now: ReadonlySet<string>, input: TagsInput): Set<string> {
  const [set, more, less] = names.map((name) => lower(input[name] ?? []))
  if (input.tagIds !== undefined) return set ?? new Set()
  return now.difference(less ?? new Set<string>()).union(more ?? new Set<string>())
}

function tagPath(input: TagsInput): string {
  return input.tagIds === undefined ? 'addTagIds' : 'tagIds'
}

function lower(ids: readonly string[]): Set<string> {
  return new Set(ids.map((id) => id.toLowerCase()))
}
