import type { UserDatabase } from '../db/user-database.ts'
import {
  type ExportedTask,
  listAllLists,
  listAllTags,
  listTaskPlaces,
  readTasksById,
} from './export.queries.ts'

/** Rows read at once. */
const chunk = 200

export type ExportedList = Awaited<ReturnType<typeof listAllLists>>[number]

/** A task outside the trash, with the names of its tags, and how many tasks it is under. */
export type PlacedExport = {
  task: ExportedTask
  list: ExportedList
  tags: readonly string[]
  depth: number
}

/** Every task outside the trash as people see them: list by list, each followed by what is under it. */
export async function* walkInOrder(db: UserDatabase): AsyncGenerator<PlacedExport[]> {
  const lists = (await listAllLists(db)).filter(({ deletedAt }) => deletedAt === null)
  const tagNames = new Map((await listAllTags(db)).map(({ id, name }) => [id, name]))
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
      const ids = part.map(({ id }) => id)
      const tasks = await readTasksById(db, ids)
      yield part.flatMap(({ id, depth }) => {
        const task = tasks.get(id)
        if (!task) return []
        const tags = task.tagIds.flatMap((tagId) => tagNames.get(tagId) ?? [])
        return [{ task, list, tags, depth }]
      })
      part = []
    }
  }
}
