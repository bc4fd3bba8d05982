import DataLoader from 'dataloader'
import type { AsUser } from '../db/user-database.ts'
import type { Day } from '../domain/dates/day.ts'
import { createCountLoader } from '../graphql/count-loader.ts'
import type { OperationWork } from '../graphql/operation-work.ts'
import {
  countOpenTasksOfLists,
  countTasksAheadOfLists,
  findLists,
  type List,
} from './list.queries.ts'

// It keeps nothing that it has read: a later mutation of the same request may change it.

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
  return createCountLoader((ids) => asUser((db) => countOpenTasksOfLists(db, ids)))
}

/** The same for those open tasks whose start is ahead. */
export function createListAheadLoader(
  asUser: AsUser,
  _work: OperationWork,
  getToday: () => Promise<Day>,
): DataLoader<string, number> {
  return createCountLoader(async (ids) => {
    const today = await getToday()
    return asUser((db) => countTasksAheadOfLists(db, ids, today))
  })
}
