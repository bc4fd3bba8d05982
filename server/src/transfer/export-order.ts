import type { UserDatabase } from '../db/user-database.ts'
import { type ExportedTask, listAllLists, listTaskPlaces, readTasksById } from './export.queries.ts'

/** Rows read at once. */
const chunk = 200

export type ExportedList = Awaited<ReturnType<typeof listAllLists>>[number]

/** A task outside the trash, with how many tasks it is under. */
export type PlacedExport = { task: ExportedTask; list: ExportedList; depth: number }

/** Every task outside the trash as people see them: list by list, each followed by what is under it. */
export async function* walkInOrder(db: UserDatabase): AsyncGenerator<PlacedExport[]> {
  const lists = (await listAllLists(db)).filter(({ deletedAt }) => deletedAt === null)
  const places = await listTaskPlaces(db)
  const inOrder = places.sort((one, other) => (one.position < other.position ? -1 : 1))
  const under = Map.groupBy(inOrder, ({ listId, parentId }) => parentId ?? listId)
  for (const list of lists) {
    const waiting = (under.get(list.id) ?? []).map(({ id }) => ({ id, depth: 0 })).reverse()
    let part: { id: string; depth: number }[] = []
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      part.push(next)
      const { id, depth } = next
      for (const child of (under.get(id) ?? []).toReversed())
        waiting.push({ id: child.id, depth: depth + 1 })
      if (part.length < chunk && waiting.length > 0) continue
      yield await readPart(db, list, part)
      part = []
    }
  }
}

async function readPart(
  db: UserDatabase,
  list: ExportedList,
  part: readonly { id: string; depth: number }[],
): Promise<PlacedExport[]> {
  const tasks = await readTasksById(
    db,
    part.map(({ id }) => id),
  )
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return part.flatMap(({ id, depth }) => {
    const task = byId.get(id)
    return task ? [{ task, list, depth }] : []
  })
}
