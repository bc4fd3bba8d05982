import type { UserDatabase } from '../db/user-database.ts'
import { findAccountTasks, listAccountLists } from './import.queries.ts'
import { lookupSize, partsOf } from './slices.ts'

/** How much of a file the account has already, and how much of that is in its trash. */
export type ImportOverlap = Record<'lists' | 'tasks', { here: number; inTrash: number }>

export async function countOverlap(
  db: UserDatabase,
  ids: { lists: readonly string[]; tasks: readonly string[] },
): Promise<ImportOverlap> {
  const wanted = new Set(ids.lists)
  const lists = (await listAccountLists(db)).filter(({ id }) => wanted.has(id))
  const tasks = { here: 0, inTrash: 0 }
  for (const part of partsOf(ids.tasks, lookupSize, () => 1)) {
    const found = await findAccountTasks(db, part)
    tasks.here += found.length
    tasks.inTrash += found.filter(({ deletedAt }) => deletedAt !== null).length
  }
  const inTrash = lists.filter(({ deletedAt }) => deletedAt !== null).length
  return { lists: { here: lists.length, inTrash }, tasks }
}
