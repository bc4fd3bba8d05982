import type { UserDatabase } from '../db/user-database.ts'
import { judgeListAndParent, judgeRoom, type TreeParent } from '../domain/tree.ts'
import { countSubtasks, listAncestors } from '../tasks/write/task-tree.queries.ts'
import type { AccountTask } from './import.queries.ts'
import { forEachInSlices, mapInSlices } from './slices.ts'
import type { TaskEntry } from './transfer-format.ts'

/** A list to which imported tasks can be added. */
export type ListDestination = {
  id: string
  /** It was in the account before, and may have tasks. */
  isOld: boolean
  isTrashed: boolean
}

export type Destinations = {
  /** By their ids in the file. */
  lists: ReadonlyMap<string, ListDestination>
  inbox: ListDestination
  /** The file's tasks that are in the account already. */
  tasks: ReadonlyMap<string, AccountTask>
  /** Those of them that are parents of new tasks of the file. */
  parents: ReadonlyMap<string, TreeParent>
}

export interface PlacedTask extends TaskEntry {
  /** Its list or parent existed before, so it needs a new position. */
  joins: boolean
}

/** What the tree's judge needs to know about existing tasks that are parents of new ones. */
export async function loadParents(
  db: UserDatabase,
  parents: readonly AccountTask[],
): Promise<Map<string, TreeParent>> {
  if (parents.length === 0) return new Map()
  const ids = parents.map(({ id }) => id)
  // Each starts as its own child, so that it is the first of its "ancestors".
  const start = ids.map((id) => ({ id, parentId: id }))
  const above = Map.groupBy(await listAncestors(db, start), ({ taskId }) => taskId)
  const counts = await countSubtasks(db, ids)
  const totals = new Map(counts.map((count) => [count.parentId, count.total]))
  return new Map(
    parents.map(({ id, listId, deletedAt }) => {
      const ancestorIds = (above.get(id) ?? []).slice(1).map((ancestor) => ancestor.id)
      const subtaskCount = totals.get(id) ?? 0
      return [id, { id, listId, isTrashed: deletedAt !== null, ancestorIds, subtaskCount }]
    }),
  )
}

/**
 * Gives each new task its list and parent: those of the file, if the account still has them and they can take
 * a task. If the parent is in the trash, completed or full, it becomes a task without a parent there; if the
 * list is in the trash, it goes to the inbox.
 */
export async function placeTasks(
  fresh: readonly TaskEntry[],
  destinations: Destinations,
): Promise<PlacedTask[]> {
  const byId = new Map<string, TaskEntry>()
  await forEachInSlices(fresh, (task) => void byId.set(task.id, task))
  const heights = await measureHeights(fresh, byId)
  const lists = new Map([...destinations.lists.values()].map((list) => [list.id, list]))
  const placedTasks = new Map<string, PlacedTask>()
  const counts = new Map<string, number>()

  function place(task: TaskEntry): PlacedTask {
    const known = placedTasks.get(task.id)
    if (known) return known
    const result = findDestination(task)
    placedTasks.set(task.id, result)
    return result
  }

  function findDestination(task: TaskEntry): PlacedTask {
    const parent = task.parentId === undefined ? undefined : byId.get(task.parentId)
    if (parent) return { ...task, listId: place(parent).listId, joins: false }
    const old = task.parentId === undefined ? undefined : destinations.tasks.get(task.parentId)
    if (!old) return standAlone(task, destinations.lists.get(task.listId) ?? destinations.inbox)
    if (fits(task, old)) return { ...task, listId: old.listId, joins: true }
    return standAlone(
      task,
      lists.get(old.listId) ?? { id: old.listId, isOld: true, isTrashed: old.deletedAt !== null },
    )
  }

  function standAlone(task: TaskEntry, list: ListDestination): PlacedTask {
    const destination = list.isTrashed && list.isOld && !task.deletedAt ? destinations.inbox : list
    return { ...task, listId: destination.id, parentId: undefined, joins: destination.isOld }
  }

  function fits(task: TaskEntry, old: AccountTask): boolean {
    const known = destinations.parents.get(old.id)
    const isTrashed = task.deletedAt !== undefined
    if (!known || (!isTrashed && !task.completedAt && old.completedAt !== null)) return false
    const parent = { ...known, subtaskCount: counts.get(old.id) ?? known.subtaskCount }
    const arrival = { count: isTrashed ? 0 : 1, levels: (heights.get(task.id) ?? 1) - 1 }
    const problems = judgeListAndParent({ id: task.id, isTrashed, parent })
    if (problems.length > 0 || judgeRoom(parent, arrival)) return false
    counts.set(old.id, parent.subtaskCount + arrival.count)
    return true
  }

  return mapInSlices(fresh, place)
}

/** How many levels each task and its descendants have; 1 for a task without subtasks. */
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
