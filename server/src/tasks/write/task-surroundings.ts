import type { UserDatabase } from '../../db/user-database.ts'
import { findExcess } from '../../domain/excess.ts'
import { isUuid } from '../../domain/ids.ts'
import { maxSubtaskDepth } from '../../domain/limits.ts'
import { type AppError, badUserInput, conflict, limitExceeded, notFound } from '../../errors.ts'
import { findLists, type List } from '../../lists/list.queries.ts'
import { findTasks, type Task } from '../task.queries.ts'
import type { InputPath } from './task-batch.ts'
import type { Place } from './task-place.queries.ts'
import { countSubtasks, listAncestors } from './task-tree.queries.ts'

/** A task that others may be put under. */
export interface Parent extends Pick<Task, 'id' | 'listId' | 'deletedAt'> {
  /** The ids of the tasks it is under itself. */
  ancestorIds: readonly string[]
  subtaskCount: number
}

/** The lists and parents that an input names, by id. */
export interface Surroundings {
  lists: Map<string, List>
  parents: Map<string, Parent>
}

export interface PlaceInput {
  listId?: string | null | undefined
  parentId?: string | null | undefined
}

export async function loadSurroundings(
  db: UserDatabase,
  inputs: readonly PlaceInput[],
): Promise<Surroundings> {
  const listIds = namedIds(inputs.map((input) => input.listId))
  const parentIds = namedIds(inputs.map((input) => input.parentId))
  const lists = listIds.length > 0 ? await findLists(db, listIds) : []
  const parents = parentIds.length > 0 ? await loadParents(db, parentIds) : []
  return {
    lists: new Map(lists.map((list) => [list.id, list])),
    parents: new Map(parents.map((parent) => [parent.id, parent])),
  }
}

async function loadParents(db: UserDatabase, ids: string[]): Promise<Parent[]> {
  const tasks = await findTasks(db, ids)
  if (tasks.length === 0) return []
  const ancestors = Map.groupBy(await listAncestors(db, tasks), (ancestor) => ancestor.taskId)
  const counts = await countSubtasks(db, ids)
  const totals = new Map(counts.map((count) => [count.parentId, count.total]))
  return tasks.map((task) => ({
    id: task.id,
    listId: task.listId,
    deletedAt: task.deletedAt,
    ancestorIds: (ancestors.get(task.id) ?? []).map((ancestor) => ancestor.id),
    subtaskCount: totals.get(task.id) ?? 0,
  }))
}

/**
 * The place an input names, seen from where a task is or would be by default. A parent is in its own
 * list, another list alone means its top level, and a parent of null the top level where it is.
 * Problems are added to `errors`.
 */
export function readPlace(
  input: PlaceInput,
  current: Place,
  { lists, parents }: Surroundings,
  path: InputPath,
  errors: AppError[],
): Place {
  const list = input.listId == null ? undefined : lists.get(input.listId.toLowerCase())
  const listPath = [...path, 'listId']
  if (input.listId != null && !list) errors.push(notFound('list', listPath))
  if (list && list.deletedAt !== null)
    errors.push(conflict('IN_TRASH', 'The list is in the trash. Restore it first.', listPath))
  const parentPath = [...path, 'parentId']
  if (input.parentId == null) {
    const listId = list?.id ?? current.listId
    const stays = input.parentId === undefined && listId === current.listId
    return { listId, parentId: stays ? current.parentId : null }
  }
  const parent = parents.get(input.parentId.toLowerCase())
  if (!parent) {
    errors.push(notFound('task', parentPath))
    return current
  }
  if (parent.deletedAt !== null)
    errors.push(conflict('IN_TRASH', 'The parent is in the trash. Restore it first.', parentPath))
  if (list && list.id !== parent.listId)
    errors.push(
      badUserInput([
        {
          path: parentPath,
          message: 'This parent is in another list than listId. Leave listId out.',
        },
      ]),
    )
  return { listId: parent.listId, parentId: parent.id }
}

/** What speaks against so many more subtasks under a parent, the deepest with so many levels below. */
export function checkRoom(
  parent: Parent,
  { count, levels }: { count: number; levels: number },
  path: InputPath,
): AppError | undefined {
  if (parent.ancestorIds.length + 1 + levels > maxSubtaskDepth)
    return badUserInput([
      {
        path,
        message: `Subtasks go ${maxSubtaskDepth} levels deep, and this would be deeper. Choose a parent further up.`,
      },
    ])
  const excess = findExcess('subtasks', parent.subtaskCount + count)
  return excess && limitExceeded(excess, path)
}

function namedIds(ids: readonly (string | null | undefined)[]): string[] {
  const named = ids.filter((id) => id != null && isUuid(id)) as string[]
  return [...new Set(named.map((id) => id.toLowerCase()))]
}
