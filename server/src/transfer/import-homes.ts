import type { UserDatabase } from '../db/user-database.ts'
import { maxSubtaskDepth, maxSubtasksPerTask } from '../domain/limits.ts'
import { countSubtasks, listAncestors } from '../tasks/write/task-tree.queries.ts'
import type { AccountTask } from './import.queries.ts'
import { forEachInSlices } from './slices.ts'
import type { TaskEntry } from './transfer-format.ts'

/** A list that imported tasks can come into. */
export interface Home {
  id: string
  /** It was in the account before, and may hold tasks. */
  isOld: boolean
  isTrashed: boolean
}

export interface Homes {
  /** By the ids that the file calls them by. */
  lists: ReadonlyMap<string, Home>
  inbox: Home
  /** Tasks of the file that are in the account already. */
  tasks: ReadonlyMap<string, AccountTask>
  rooms: ReadonlyMap<string, Room>
}

/** How much more an old task can take under it. */
interface Room {
  levels: number
  subtasks: number
}

export interface HousedTask extends TaskEntry {
  /** Where it comes was there before, so that its position must be found anew. */
  joins: boolean
}

/** How much room there is under old tasks that new ones of the file belong under. */
export async function measureRooms(
  db: UserDatabase,
  parentIds: readonly string[],
): Promise<Map<string, Room>> {
  if (parentIds.length === 0) return new Map()
  const start = parentIds.map((id) => ({ id, parentId: id }))
  // Each begins as its own child, so that it is the first of its "ancestors".
  const ancestors = Map.groupBy(await listAncestors(db, start), ({ taskId }) => taskId)
  const counts = await countSubtasks(db, [...parentIds])
  const totals = new Map(counts.map((count) => [count.parentId, count.total]))
  return new Map(
    parentIds.map((id) => [
      id,
      {
        levels: maxSubtaskDepth + 1 - (ancestors.get(id)?.length ?? 0),
        subtasks: maxSubtasksPerTask - (totals.get(id) ?? 0),
      },
    ]),
  )
}

/**
 * Gives each new task its list and parent. They are those of the file, as far as the account still has
 * them where a task can stand: a parent that is in the trash, completed or full makes it a task of its
 * own there, and a list in the trash one of the inbox.
 */
export async function houseTasks(fresh: readonly TaskEntry[], homes: Homes): Promise<HousedTask[]> {
  const byId = new Map(fresh.map((task) => [task.id, task]))
  const heights = await measureHeights(fresh, byId)
  const lists = new Map([...homes.lists.values()].map((list) => [list.id, list]))
  const housed = new Map<string, HousedTask>()
  const taken = new Map<string, number>()

  function house(task: TaskEntry): HousedTask {
    const known = housed.get(task.id)
    if (known) return known
    const result = findHouse(task)
    housed.set(task.id, result)
    return result
  }

  function findHouse(task: TaskEntry): HousedTask {
    const parent = task.parentId === undefined ? undefined : byId.get(task.parentId)
    if (parent) return { ...task, listId: house(parent).listId, joins: false }
    const old = task.parentId === undefined ? undefined : homes.tasks.get(task.parentId)
    if (!old) return standAlone(task, homes.lists.get(task.listId) ?? homes.inbox)
    if (fits(task, old)) return { ...task, listId: old.listId, joins: true }
    return standAlone(
      task,
      lists.get(old.listId) ?? { id: old.listId, isOld: true, isTrashed: old.deletedAt !== null },
    )
  }

  function standAlone(task: TaskEntry, list: Home): HousedTask {
    const home = list.isTrashed && list.isOld && !task.deletedAt ? homes.inbox : list
    return { ...task, listId: home.id, parentId: undefined, joins: home.isOld }
  }

  function fits(task: TaskEntry, old: AccountTask): boolean {
    const room = homes.rooms.get(old.id)
    const others = taken.get(old.id) ?? 0
    const isOpen = !task.deletedAt && !task.completedAt
    if (!task.deletedAt && old.deletedAt !== null) return false
    if (isOpen && old.completedAt !== null) return false
    if (!room || others >= room.subtasks || (heights.get(task.id) ?? 1) > room.levels) return false
    taken.set(old.id, others + 1)
    return true
  }

  const result: HousedTask[] = []
  await forEachInSlices(fresh, (task) => void result.push(house(task)))
  return result
}

/** How many levels each task and those under it make; 1 for one without subtasks. */
async function measureHeights(
  tasks: readonly TaskEntry[],
  byId: ReadonlyMap<string, TaskEntry>,
): Promise<Map<string, number>> {
  const heights = new Map<string, number>()
  await forEachInSlices(tasks, (task) => {
    let height = 1
    for (let at: TaskEntry | undefined = task; at; at = byId.get(at.parentId ?? '')) {
      heights.set(at.id, Math.max(heights.get(at.id) ?? 0, height))
      height += 1
    }
  })
  return heights
}
