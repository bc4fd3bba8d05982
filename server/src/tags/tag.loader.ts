import DataLoader from 'dataloader'
import type { AsUser } from '../db/user-database.ts'
import type { Day } from '../domain/dates/day.ts'
import { createCountLoader } from '../graphql/count-loader.ts'
import { type OperationWork, readWithinRoom } from '../graphql/operation-work.ts'
import type { Tag } from './tag.queries.ts'
import { countOpenTasksOfTags, countTasksAheadOfTags, findTagsOfTasks } from './task-tag.queries.ts'

// It keeps nothing that it has read: a later mutation of the same request may change it.

/** Reads the tags of sibling tasks, given by id, in one query. */
export function createTaskTagsLoader(
  asUser: AsUser,
  work: OperationWork,
): DataLoader<string, Tag[]> {
  return new DataLoader(
    async (taskIds) => {
      const ids = [...new Set(taskIds)]
      const tags = await readWithinRoom(work, ids.length, (limit) =>
        asUser((db) => findTagsOfTasks(db, ids, limit)),
      )
      const byTask = Map.groupBy(tags, (tag) => tag.taskId)
      return taskIds.map((id) => byTask.get(id) ?? [])
    },
    { cache: false },
  )
}

/** Counts the open tasks of sibling tags, given by id, in one query. */
export function createTagCountLoader(asUser: AsUser): DataLoader<string, number> {
  return createCountLoader((ids) => asUser((db) => countOpenTasksOfTags(db, ids)))
}

/** The same for those open tasks whose start is ahead. */
export function createTagAheadLoader(
  asUser: AsUser,
  _work: OperationWork,
  getToday: () => Promise<Day>,
): DataLoader<string, number> {
  return createCountLoader(async (ids) => {
    const today = await getToday()
    return asUser((db) => countTasksAheadOfTags(db, ids, today))
  })
}
