import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillAccount } from '../../bench/database/fill-account.ts'
import { updateRows } from '../../src/changes/undo.queries.ts'
import type { UserDatabase } from '../../src/db/user-database.ts'
import { findNextTasks, listSkips } from '../../src/tasks/repeat/task-repeat.queries.ts'
import { findTasks, type Task } from '../../src/tasks/task.queries.ts'
import {
  findLastPositions,
  findNeighbours,
  findNextPositions,
} from '../../src/tasks/write/sibling-group.queries.ts'
import { findCreations } from '../../src/tasks/write/task-creation.queries.ts'
import { listDescendants } from '../../src/tasks/write/task-tree.queries.ts'
import {
  applyMoves,
  deleteTaskRows,
  setTasksCompleted,
  trashTasks,
  untrashTasks,
  updateContents,
  updatePositions,
} from '../../src/tasks/write/task-write.queries.ts'
import { explainChange } from '../support/explain.ts'
import {
  analyze,
  openUserDatabases,
  type TestUser,
  type TestUserDatabases,
} from '../support/user-databases.ts'

// The plans of a mutation's statements are kept, and made for a person with as many tasks as most people
// have. They must be good for one who has a hundred times as many.

let world: TestUserDatabases
let ada: TestUser

beforeAll(async () => {
  world = await openUserDatabases()
  ada = await world.createUser()
  await fillAccount(world.owner, ada.id, { tasks: 5_000 })
  for (let nth = 0; nth < 100; nth += 1) {
    const other = await world.createUser()
    await fillAccount(world.owner, other.id, { tasks: 20 })
  }
  await analyze(world.owner)
}, 240_000)
afterAll(() => world[Symbol.asyncDispose]())

type Work = (db: UserDatabase, tasks: readonly Task[]) => Promise<unknown>

const idsOf = (tasks: readonly Task[]) => tasks.map(({ id }) => id)

test.for<[string, Work]>([
  ['finding them', (db, tasks) => findTasks(db, idsOf(tasks))],
  ['their contents', updateContents],
  ['their moves', applyMoves],
  ['their positions', updatePositions],
  ['completing them', (db, tasks) => setTasksCompleted(db, idsOf(tasks), true)],
  [
    'deleting them',
    (db, tasks) =>
      trashTasks(
        db,
        tasks.map((task) => ({ ...task, trashedWith: null })),
      ),
  ],
  ['restoring them', (db, tasks) => untrashTasks(db, idsOf(tasks))],
  ['deleting them', (db, tasks) => deleteTaskRows(db, idsOf(tasks))],
  ['the last positions beside them', (db, tasks) => findLastPositions(db, tasks, idsOf(tasks))],
  ['the next positions', (db, tasks) => findNextPositions(db, idsOf(tasks))],
  ['their neighbours', (db, tasks) => findNeighbours(db, idsOf(tasks)[0] ?? '', idsOf(tasks))],
  ['what is below them', (db, tasks) => listDescendants(db, idsOf(tasks))],
  ['what repeats them', (db, tasks) => findNextTasks(db, idsOf(tasks))],
  ['what they have skipped', (db, tasks) => listSkips(db, idsOf(tasks))],
  ['how they were created', (db, tasks) => findCreations(db, idsOf(tasks))],
  [
    'undoing a change of them',
    (db, tasks) =>
      updateRows(
        db,
        'task',
        tasks.map(({ id, title, description }) => ({
          current: { id, title, description },
          patch: { title: `${title} again` },
        })),
      ),
  ],
])('a kept plan for %s reads little of a large account', async ([, work]) => {
  for (const count of [1, 3]) {
    const tasks = await ada.read((db) => pick(db, count))
    const plans = await explainChange(world.pool, ada.id, (db) => work(db, tasks))
    expect(plans.length).toBeGreaterThan(0)
    for (const plan of plans) expect(plan.rowsRead, plan.text).toBeLessThanOrEqual(50)
  }
})

async function pick(db: UserDatabase, count: number): Promise<Task[]> {
  const rows = await db
    .selectFrom('task')
    .select('id')
    .where('deleted_at', 'is', null)
    .orderBy('title')
    .limit(count)
    .execute()
  return findTasks(
    db,
    rows.map(({ id }) => id),
  )
}
