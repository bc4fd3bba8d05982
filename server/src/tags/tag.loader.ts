import DataLoader from 'dataloader'
import type { AsUser } from '../db/user-database.ts'
import type { Day } from '../domain/dates/day.ts'
import { type OperationWork, readWithinRoom } from '../graphql/operation-work.ts'
import type { Tag } from './tag.queries.ts'
import { countOpenTasksOfTags, countTasksAheadOfTags, findTagsOfTasks } from './task-tag.queries.ts'

// Neither keeps what it has read: a later mutation of the same request may change it.

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
  return new DataLoader(
    async (tagIds) => {
      const counts = await asUser((db) => countOpenTasksOfTags(db, [...new Set(tagIds)]))
      const byTag = new Map(counts.map(({ tagId, count }) => [tagId, count]))
      return tagIds.map((id) => byTag.get(id) ?? 0)
    },
    { cache: false },
  )
}

/** Counts the open tasks with sibling tags whose start is after `today`, the same day for all, in one query. */
export function createTagAheadLoader(
  asUser: AsUser,
): DataLoader<{ id: string; today: Day }, number> {
  return new DataLoader(
    async (asked) => {
      const ids = [...new Set(asked.map(({ id }) => id))]
      const today = asked[0]?.today ?? ''
      const counts = await asUser((db) => countTasksAheadOfTags(db, ids, today))
      const byTag = new Map(counts.map(({ tagId, count }) => [tagId, count]))
      return asked.map(({ id }) => byTag.get(id) ?? 0)
    },
    { cache: false },
  )
}
