import type { UserDatabase } from '../../db/user-database.ts'
import { isUuid } from '../../domain/ids.ts'
import { maxTagsPerTask } from '../../domain/limits.ts'
import { type AppError, badUserInput, notFound } from '../../errors.ts'
import { findTags } from '../../tags/tag.queries.ts'
import { addTaskTags, removeTaskTags, setTaskTags } from '../../tags/tag.service.ts'
import { type Batch, type InputPath, refuse, type Target } from './task-batch.ts'
import { findTaggings } from './task-tagging.queries.ts'

/** Either all tags anew, or some more and some less. */
export interface TagsInput {
  tagIds?: readonly string[] | null | undefined
  addTagIds?: readonly string[] | null | undefined
  removeTagIds?: readonly string[] | null | undefined
}

const names = ['tagIds', 'addTagIds', 'removeTagIds'] as const

/** What is wrong with the tags of an input, whatever task they are for. */
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
 * `path` is where the tags stand in the input.
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
    if (then.size > maxTagsPerTask) {
      const message = `A task can have ${maxTagsPerTask} tags, and this would make ${then.size}. Leave some out.`
      refuse(batch, target, badUserInput([{ path: [...path, tagPath(input)], message }]))
    } else if (now.symmetricDifference(then).size > 0) changed.add(target.id)
  }
  return changed
}

/** Changes the tags as planned. */
export async function changeTags(
  db: UserDatabase,
  taskIds: readonly string[],
  { tagIds, addTagIds, removeTagIds }: TagsInput,
): Promise<void> {
  if (taskIds.length === 0) return
  if (tagIds !== undefined) await setTaskTags(db, taskIds, tagIds ?? [])
  // Taking off first: what comes must not be too much together with what goes.
  if (removeTagIds) await removeTaskTags(db, taskIds, removeTagIds)
  if (addTagIds) await addTaskTags(db, taskIds, addTagIds)
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
