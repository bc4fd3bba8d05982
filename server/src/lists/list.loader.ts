import DataLoader from 'dataloader'
import type { AsUser } from '../graphql/context.ts'
import { findLists, type List } from './list.queries.ts'

/** Reads the lists that sibling tasks ask for in one query. */
export function createListLoader(asUser: AsUser): DataLoader<string, List | undefined> {
  return new DataLoader(async (ids) => {
    const lists = await asUser((db) => findLists(db, ids))
    const byId = new Map(lists.map((list) => [list.id, list]))
    return ids.map((id) => byId.get(id.toLowerCase()))
  })
}
