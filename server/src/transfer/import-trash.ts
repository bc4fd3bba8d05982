import type { UserDatabase } from '../db/user-database.ts'
import { bulkSize } from '../domain/early-limits.ts'
import { restoreList } from '../lists/list.service.ts'
import { restoreKnownTasks } from '../tasks/write/task-trash.service.ts'
import { findTrashedTasks, listAccountLists, type TrashedTask } from './import.queries.ts'
import { lookupSize, partsOf } from './slices.ts'
import type { TransferFile } from './transfer-format.ts'

/** Objects that are in the account's trash but not in the file's. */
export type Trashed = {
  listIds: string[]
  tasks: TrashedTask[]
}

export async function findTrashed(db: UserDatabase, file: TransferFile): Promise<Trashed> {
  const lists = new Map((await listAccountLists(db)).map((list) => [list.id, list.deletedAt]))
  const listIds = file.lists.flatMap(({ id, deletedAt }) =>
    deletedAt === undefined && lists.get(id) != null ? [id] : [],
  )
  const tasks: TrashedTask[] = []
  const living = file.tasks.filter(({ deletedAt }) => deletedAt === undefined)
  for (const part of partsOf(living, lookupSize, () => 1)) {
    const ids = part.map(({ id }) => id)
    tasks.push(...(await findTrashedTasks(db, ids)))
  }
  return { listIds, tasks }
}

/** Restores them as `restoreList` and `restoreTask` do, parents before children. */
export async function restoreTrashed(db: UserDatabase, { listIds, tasks }: Trashed): Promise<void> {
  for (const id of listIds) await restoreList(db, id)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const levels = Map.groupBy(tasks, (task) => countAbove(task, byId))
  for (const [, level] of [...levels].sort(([a], [b]) => a - b))
    for (const part of partsOf(level, { count: bulkSize.max, weight: bulkSize.max }, () => 1))
      await restoreKnownTasks(
        db,
        part.map(({ id }) => id),
      )
}

function countAbove(task: TrashedTask, byId: ReadonlyMap<string, TrashedTask>): number {
  const parent = task.parentId === null ? undefined : byId.get(task.parentId)
  return parent ? 1 + countAbove(parent, byId) : 0
}
