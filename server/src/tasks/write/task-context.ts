import type { UserDatabase } from '../../db/user-database.ts'
import { isUuid } from '../../domain/ids.ts'
import {
  type Arrival,
  judgeListAndParent,
  judgeRoom,
  type TreeParent,
  type TreeProblem,
} from '../../domain/tree.ts'
import { type AppError, badUserInput, conflict, limitExceeded, notFound } from '../../errors.ts'
import { findLists, type List } from '../../lists/list.queries.ts'
import { findTasks } from '../task.queries.ts'
import type { SiblingGroup } from './sibling-group.queries.ts'
import type { InputPath } from './task-batch.ts'
import { countSubtasks, listAncestors } from './task-tree.queries.ts'

/** The lists and parents that an input names, by id. */
export type TaskContext = {
  lists: Map<string, List>
  parents: Map<string, TreeParent>
}

export type SiblingGroupInput = {
  listId?: string | null | undefined
  parentId?: string | null | undefined
}

export async function loadTaskContext(
  db: UserDatabase,
  inputs: readonly SiblingGroupInput[],
): Promise<TaskContext> {
  const listIds = namedIds(inputs.map((input) => input.listId))
  const parentIds = namedIds(inputs.map((input) => input.parentId))
  const lists = listIds.length > 0 ? await findLists(db, listIds) : []
  const parents = parentIds.length > 0 ? await loadParents(db, parentIds) : []
  return {
    lists: new Map(lists.map((list) => [list.id, list])),
    parents: new Map(parents.map((parent) => [parent.id, parent])),
  }
}

async function loadParents(db: UserDatabase, ids: string[]): Promise<TreeParent[]> {
  const tasks = await findTasks(db, ids)
  if (tasks.length === 0) return []
  const ancestors = Map.groupBy(await listAncestors(db, tasks), (ancestor) => ancestor.taskId)
  const counts = await countSubtasks(db, ids)
  const totals = new Map(counts.map((count) => [count.parentId, count.total]))
  return tasks.map((task) => ({
    id: task.id,
    listId: task.listId,
    isTrashed: task.deletedAt !== null,
    ancestorIds: (ancestors.get(task.id) ?? []).map((ancestor) => ancestor.id),
    subtaskCount: totals.get(task.id) ?? 0,
  }))
}

/**
 * The sibling group an input names, seen from where a task is or would be by default. A parent is in its own
 * list, another list alone means its top level, and a parent of null the top level where it is.
 * Problems are added to `errors`.
 *
 * @param id the task's own; undefined where it is any task, which isn't above others then
 */
export function readSiblingGroup(
  input: SiblingGroupInput,
  current: SiblingGroup,
  { lists, parents }: TaskContext,
  path: InputPath,
  errors: AppError[],
  id = '',
): SiblingGroup {
  const list = input.listId == null ? undefined : lists.get(input.listId.toLowerCase())
  const parent = input.parentId == null ? undefined : parents.get(input.parentId.toLowerCase())
  if (input.listId != null && !list) errors.push(notFound('list', [...path, 'listId']))
  if (input.parentId != null && !parent) errors.push(notFound('task', [...path, 'parentId']))
  const candidate = { id, isTrashed: false, listId: list?.id, parent }
  const isTrashed = list !== undefined && list.deletedAt !== null
  for (const problem of judgeListAndParent({ ...candidate, list: { isTrashed } }))
    errors.push(refuseTreeProblem(problem, path))
  if (parent) return { listId: parent.listId, parentId: parent.id }
  if (input.parentId != null) return current
  const listId = list?.id ?? current.listId
  const stays = input.parentId === undefined && listId === current.listId
  return { listId, parentId: stays ? current.parentId : null }
}

function refuseTreeProblem({ rule, message }: TreeProblem, path: InputPath): AppError {
  if (rule === 'list-in-trash') return conflict('IN_TRASH', message, [...path, 'listId'])
  if (rule === 'parent-in-trash') return conflict('IN_TRASH', message, [...path, 'parentId'])
  return badUserInput([{ path: [...path, 'parentId'], message }])
}

/** The problems of adding something under a parent. */
export function checkRoom(
  parent: TreeParent,
  arrival: Arrival,
  path: InputPath,
): AppError | undefined {
  const excess = judgeRoom(parent, arrival)
  return excess && limitExceeded(excess, path)
}

function namedIds(ids: readonly (string | null | undefined)[]): string[] {
  const named = ids.filter((id) => id != null && isUuid(id)) as string[]
  return [...new Set(named.map((id) => id.toLowerCase()))]
}
