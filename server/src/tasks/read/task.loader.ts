import DataLoader from 'dataloader'
import type { AsUser } from '../../db/user-database.ts'
import { type OperationWork, readWithinRoom } from '../../graphql/operation-work.ts'
import { findTasks, type Task } from '../task.queries.ts'
import { countSubtasks, listSubtasks } from '../write/task-tree.queries.ts'

// None of these caches what it has read, because a later mutation of the same request may change
// it.

export type SubtaskProgress = {
  completed: number
  total: number
}

/** Loads the tasks that sibling fields ask for in one query. */
export function createTaskLoader(asUser: AsUser): DataLoader<string, Task | undefined> {
  return new DataLoader(
    async (ids) => {
      const tasks = await asUser((db) => findTasks(db, [...new Set(ids)]))
      const byId = new Map(tasks.map((task) => [task.id, task]))
      return ids.map((id) => byId.get(id))
    },
    { cache: false },
  )
}

/** Loads the subtasks of several tasks, given by id, in one query. */
export function createSubtasksLoader(
  asUser: AsUser,
  work: OperationWork,
): DataLoader<string, Task[]> {
  return new DataLoader(
    async (parentIds) => {
      const ids = [...new Set(parentIds)]
      const subtasks = await readWithinRoom(work, ids.length, (limit) =>
        asUser((db) => listSubtasks(db, ids, limit)),
      )
      const byParent = Map.groupBy(subtasks, (task) => task.parentId)
      return parentIds.map((id) => byParent.get(id) ?? [])
    },
    { cache: false },
  )
}

/** Counts the subtasks of several tasks, given by id, in one query. */
export function createSubtaskProgressLoader(asUser: AsUser): DataLoader<string, SubtaskProgress> {
  return new DataLoader(
    async (parentIds) => {
      const counts = await asUser((db) => countSubtasks(db, [...new Set(parentIds)]))
      const byParent = new Map(counts.map((count) => [count.parentId, count]))
      return parentIds.map((id) => byParent.get(id) ?? { completed: 0, total: 0 })
    },
    { cache: false },
  )
}
