import DataLoader from 'dataloader'
import type { AsUser } from '../db/user-database.ts'
import type { Day } from '../domain/dates/day.ts'
import {
  countOpenTasksOfLists,
  countTasksAheadOfLists,
  findLists,
  type List,
} from './list.queries.ts'

// Neither keeps what it has read: a later mutation of the same request may change it.

/** Reads the lists that sibling tasks ask for in one query. */
export function createListLoader(asUser: AsUser): DataLoader<string, List | undefined> {
  return new DataLoader(
    async (ids) => {
      const lists = await asUser((db) => findLists(db, [...new Set(ids)]))
      const byId = new Map(lists.map((list) => [list.id, list]))
      return ids.map((id) => byId.get(id.toLowerCase()))
    },
    { cache: false },
  )
}

/** Counts the open tasks of sibling lists, given by id, in one query. */
export function createListCountLoader(asUser: AsUser): DataLoader<string, number> {
  return new DataLoader(
    async (listIds) => {
      const counts = await asUser((db) => countOpenTasksOfLists(db, [...new Set(listIds)]))
      const byList = new Map(counts.map(({ listId, count }) => [listId, count]))
      return listIds.map((id) => byList.get(id) ?? 0)
    },
    { cache: false },
  )
}

/** Counts the open tasks of sibling lists whose start is after `today`, the same day for all, in one query. */
export function createListAheadLoader(
  asUser: AsUser,
): DataLoader<{ id: string; today: Day }, number> {
  return new DataLoader(
    async (asked) => {
      const ids = [...new Set(asked.map(({ id }) => id))]
      const today = asked[0]?.today ?? ''
      const counts = await asUser((db) => countTasksAheadOfLists(db, ids, today))
      const byList = new Map(counts.map(({ listId, count }) => [listId, count]))
      return asked.map(({ id }) => byList.get(id) ?? 0)
    },
    { cache: false },
  )
}
