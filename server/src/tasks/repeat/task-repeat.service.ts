import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../../db/user-database.ts'
import type { NextDates } from '../../domain/recurrence/task-occurrence.ts'
import type { Task } from '../task.queries.ts'
import { passContent } from '../write/task-content.ts'
import { insertCopies } from '../write/task-copy.service.ts'
import { makePositions, makePositionsBehind } from '../write/task-position.service.ts'
import { listCrowded } from '../write/task-room.ts'
import { applyMoves, type NewTask, updateContents } from '../write/task-write.queries.ts'
import type { SubtaskPlan } from './task-passing.ts'
import { listSkips, type Skip } from './task-repeat.queries.ts'

/** A task with its next occurrence, and the plan for the tasks under it. */
export type Going = {
  task: Task
  next: NextDates
  plan: SubtaskPlan
}

/**
 * Creates the next occurrences of completed tasks, each directly after the completed one, with its
 * tags and its subtasks as planned; `below` contains the tasks of the plans. Where the parent has
 * no room for one more, the occurrence goes to the end of the list's top level, as a restored task
 * does.
 */
export async function makeNextTasks(
  db: UserDatabase,
  going: readonly Going[],
  below: readonly Task[],
): Promise<Task[]> {
  if (going.length === 0) return []
  const destinations = await findDestinations(
    db,
    going.map(({ task }) => task),
  )
  const byId = new Map(below.map((task) => [task.id, task]))
  const copies = new Map<string, NewTask>()
  for (const { task, next, plan } of going) {
    const destination = destinations.get(task.id)
    if (!destination)
      throw new Error(`Expected a position for the next occurrence of ${task.id}, found none`)
    const own = { ...destination, repeatsTaskId: task.id, id: randomUUIDv7() }
    copies.set(task.id, { ...passContent(task, next.dates), ...own })
    for (const [id, dates] of plan.again) {
      const source = byId.get(id)
      const parent = copies.get(source?.parentId ?? '')
      if (!source || !parent) continue
      const { listId, position } = source
      const destination = { listId, parentId: parent.id, position, repeatsTaskId: null }
      copies.set(id, { ...passContent(source, dates), ...destination, id: randomUUIDv7() })
    }
  }
  const made = await insertCopies(db, copies)
  const along = going
    .flatMap(({ plan }) => [...plan.ahead])
    .flatMap((id) => byId.get(id) ?? [])
    .map(({ id, listId, parentId, position }) => ({
      ...{ id, listId, position },
      parentId: copies.get(parentId ?? '')?.id ?? parentId,
    }))
  if (along.length > 0) await applyMoves(db, along)
  await moveDates(
    db,
    going.map(({ plan }) => plan),
    below,
  )
  return made.filter((task) => task.repeatsTaskId !== null)
}

type Destination = Pick<NewTask, 'listId' | 'parentId' | 'position'>

/** Where the next occurrence of each task goes. */
async function findDestinations(
  db: UserDatabase,
  tasks: readonly Task[],
): Promise<Map<string, Destination>> {
  const crowded = await listCrowded(db, tasks)
  const [elsewhere, behind] = [
    tasks.filter(({ id }) => crowded.has(id)),
    tasks.filter(({ id }) => !crowded.has(id)),
  ]
  const positions = await makePositionsBehind(db, behind)
  const destinations = new Map<string, Destination>()
  for (const { id, listId, parentId } of behind)
    destinations.set(id, { listId, parentId, position: positions.get(id) ?? '' })
  for (const [listId, group] of Map.groupBy(elsewhere, (task) => task.listId)) {
    const wanted = { siblingGroup: { listId, parentId: null }, count: group.length }
    const [keys = []] = await makePositions(db, [wanted], { side: 'end' }, [])
    for (const [nth, { id }] of group.entries())
      destinations.set(id, { listId, parentId: null, position: keys[nth] ?? '' })
  }
  return destinations
}

/** Gives tasks that move along with their parent the dates of the plans. */
export async function moveDates(
  db: UserDatabase,
  plans: readonly SubtaskPlan[],
  below: readonly Task[],
): Promise<void> {
  const byId = new Map(below.map((task) => [task.id, task]))
  const contents = plans
    .flatMap((plan) => [...plan.moved])
    .flatMap(([id, dates]) => {
      const task = byId.get(id)
      return task ? [{ ...passContent(task, dates), id }] : []
    })
  if (contents.length > 0) await updateContents(db, contents)
}

/**
 * The skipped occurrences that the plans need; they are loaded only for repeating tasks under
 * repeating tasks.
 */
export async function findSkips(
  db: UserDatabase,
  passing: readonly Task[],
  below: readonly Task[],
): Promise<Skip[]> {
  const repeating = [...passing, ...below].filter((task) => task.recurrenceOn !== null)
  const hasComing = below.some((task) => task.repeatsTaskId !== null)
  return hasComing ? listSkips(db, [...new Set(repeating.map((task) => task.id))]) : []
}
