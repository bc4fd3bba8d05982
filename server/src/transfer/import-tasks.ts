import type { UserDatabase } from '../db/user-database.ts'
import { insertTaggings } from '../tags/task-tag.queries.ts'
import { makePositions, siblingGroupKey } from '../tasks/write/task-position.service.ts'
import {
  type AccountTask,
  findAccountTasks,
  findRepeated,
  insertTasks,
  setRepeats,
} from './import.queries.ts'
import { countOf, type ImportCount } from './import-count.ts'
import {
  type ListDestination,
  loadParents,
  type PlacedTask,
  placeTasks,
} from './import-destinations.ts'
import {
  forEachInSlices,
  groupInSlices,
  lookupSize,
  mapInSlices,
  partsOf,
  sortInSlices,
  statementSize,
} from './slices.ts'
import type { TaskEntry } from './transfer-format.ts'

/**
 * Adds the tasks that the account doesn't have, with their tags, and ties them to what they repeat.
 *
 * @param onAdded called with the number of tasks of each part, once it is written
 */
export async function importTasks(
  db: UserDatabase,
  tasks: readonly TaskEntry[],
  destinations: { inbox: ListDestination; lists: ReadonlyMap<string, ListDestination> },
  tagIds: ReadonlyMap<string, string>,
  onAdded: (count: number) => void,
): Promise<ImportCount> {
  const old = await findOldTasks(db, tasks)
  const fresh = tasks.filter((task) => !old.has(task.id))
  const oldParents = fresh.flatMap(({ parentId = '' }) => old.get(parentId) ?? [])
  const parents = await loadParents(db, [...new Set(oldParents)])
  const placedTasks = await placeTasks(fresh, { ...destinations, tasks: old, parents })
  const placed = await withPositions(db, placedTasks)
  for (const part of partsOf(placed, statementSize, lengthOf)) {
    await insertTasks(db, part)
    onAdded(part.length)
    await insertTaggings(
      db,
      part.flatMap(({ id, tagIds: named }) =>
        // Two tags of the file may be one in the account.
        [...new Set(named.map((tagId) => tagIds.get(tagId) ?? tagId))].map((tagId) => ({
          taskId: id,
          tagId,
        })),
      ),
    )
  }
  await tieRepeats(db, placed)
  return countOf(tasks, fresh.length)
}

async function findOldTasks(
  db: UserDatabase,
  tasks: readonly TaskEntry[],
): Promise<Map<string, AccountTask>> {
  const found = new Map<string, AccountTask>()
  for (const part of partsOf(tasks, lookupSize, () => 1)) {
    const rows = await findAccountTasks(
      db,
      part.map(({ id }) => id),
    )
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** What joins others comes behind them, in the file's order. */
async function withPositions(db: UserDatabase, tasks: readonly PlacedTask[]): Promise<TaskEntry[]> {
  const groups = await groupInSlices(tasks, (task) =>
    task.joins ? siblingGroupKey(siblingGroupOf(task)) : '',
  )
  const wanted = [...groups].flatMap(([key, members]) => {
    const [first] = members
    return key === '' || !first
      ? []
      : [{ members, siblingGroup: siblingGroupOf(first), count: members.length }]
  })
  const keys = wanted.length > 0 ? await makePositions(db, wanted, { side: 'end' }, []) : []
  const positions = new Map<string, string | undefined>()
  for (const [nth, { members }] of wanted.entries()) {
    const inOrder = await sortInSlices(members, (a, b) => (a.position < b.position ? -1 : 1))
    await forEachInSlices(inOrder, ({ id }, index) => void positions.set(id, keys[nth]?.[index]))
  }
  return mapInSlices(tasks, ({ joins: _, ...task }) => ({
    ...task,
    position: positions.get(task.id) ?? task.position,
  }))
}

/** A task has one next occurrence: what the account has already goes before what the file says. */
async function tieRepeats(db: UserDatabase, tasks: readonly TaskEntry[]): Promise<void> {
  const ties = tasks.flatMap(({ id, repeatsTaskId }) =>
    repeatsTaskId === undefined ? [] : [{ id, repeatsTaskId }],
  )
  for (const part of partsOf(ties, lookupSize, () => 1)) {
    const repeated = await findRepeated(
      db,
      part.map(({ repeatsTaskId }) => repeatsTaskId),
    )
    const taken = new Set(repeated)
    await setRepeats(
      db,
      part.filter(({ repeatsTaskId }) => !taken.has(repeatsTaskId)),
    )
  }
}

function siblingGroupOf({ listId, parentId }: TaskEntry) {
  return { listId, parentId: parentId ?? null }
}

function lengthOf({ title, description = '' }: TaskEntry): number {
  return title.length + description.length
}
