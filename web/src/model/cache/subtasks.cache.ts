import type { Cache } from '@urql/exchange-graphcache'
import type { MoveTaskInput } from '../../gql/graphql.ts'
import { readTaskFrom } from '../read-task.ts'
import { atTheEnd, makePositions } from './order-place.ts'
import { compareTasks } from './task-order.ts'

const manually = [{ field: 'MANUAL', direction: 'ASC' }] as const

/**
 * Puts a task among the subtasks of its parent, in their order, and removes it from where it no
 * longer belongs. A task in the trash keeps the subtasks that were deleted with it.
 */
export function placeSubtask(cache: Cache, key: string): void {
  const task = readTaskFrom(cache, key)
  const parent = cache.resolve(key, 'parent')
  for (const [owner, subtasks] of listLoadedSubtasks(cache)) {
    const isInTrash = readTaskFrom(cache, owner)('deletedAt') != null
    const belongs = parent === owner && (task('deletedAt') != null) === isInTrash
    const others = subtasks.filter((other) => other !== key)
    const next = belongs ? [...others, key].sort((a, b) => comparePlaces(cache, a, b)) : others
    if (next.join() !== subtasks.join()) cache.link(owner, 'subtasks', next)
  }
}

/** Removes a permanently deleted task from all subtasks. */
export function removeSubtask(cache: Cache, key: string): void {
  for (const [owner, subtasks] of listLoadedSubtasks(cache)) {
    if (!subtasks.includes(key)) continue
    cache.link(
      owner,
      'subtasks',
      subtasks.filter((other) => other !== key),
    )
  }
}

/**
 * Positions right beside a sibling, as many as are wanted, until the answer brings the real ones;
 * undefined when the cache doesn't hold the sibling.
 */
export function positionsBeside(
  cache: Cache,
  { afterId, beforeId }: Pick<MoveTaskInput, 'afterId' | 'beforeId'>,
  count: number,
): string[] | undefined {
  const beside = cache.keyOfEntity({ __typename: 'Task', id: afterId ?? beforeId ?? '' })
  if (!beside || !(afterId || beforeId)) return undefined
  const previous = afterId ? beside : findPrevious(cache, beside)
  const position = cache.resolve(previous ?? beside, 'position')
  if (typeof position !== 'string') return undefined
  return makePositions(position, previous ? 'after' : 'before', count)
}

/**
 * Positions of moved tasks until the answer comes: beside the named sibling, else at the end of another
 * list or parent; undefined when they don't change.
 */
export function positionsOfMove(
  cache: Cache,
  input: Omit<MoveTaskInput, 'id'>,
  count: number,
): string[] | undefined {
  if (input.afterId || input.beforeId) return positionsBeside(cache, input, count)
  const isElsewhere = Boolean(input.listId) || input.parentId !== undefined
  return isElsewhere ? makePositions(atTheEnd, 'after', count) : undefined
}

function findPrevious(cache: Cache, key: string): string | undefined {
  const siblings = listLoadedSubtasks(cache).find(([, keys]) => keys.includes(key))?.[1] ?? []
  return siblings[siblings.indexOf(key) - 1]
}

/** For each task that was opened, its key and those of its subtasks. */
function listLoadedSubtasks(cache: Cache): [string, string[]][] {
  return cache.inspectFields('Query').flatMap(({ fieldName, arguments: args }) => {
    const owner = fieldName === 'task' ? cache.resolve('Query', 'task', args) : undefined
    const subtasks = typeof owner === 'string' ? cache.resolve(owner, 'subtasks') : undefined
    return typeof owner === 'string' && Array.isArray(subtasks)
      ? [[owner, subtasks as string[]] satisfies [string, string[]]]
      : []
  })
}

/** As the API orders them; those that still wait for their place come last, oldest first. */
function comparePlaces(cache: Cache, a: string, b: string): number {
  return compareTasks(manually, readTaskFrom(cache, a), readTaskFrom(cache, b))
}
