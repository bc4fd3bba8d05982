import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const addList = async (person: Person, name = 'List'): Promise<string> =>
  (await runMutation(person, 'createList', { name }, 'list { id }')).list.id
const change = async (person: Person, name: string, id: string) =>
  (await runMutation(person, name, { id }, 'list { id name deletedAt openTaskCount }')).list

let lastPosition = 0

/** Written directly to the table, so that every state is possible. */
async function addTask(person: Person, listId: string, state: object = {}): Promise<string> {
  const id = randomUUID()
  lastPosition += 1
  const position = `c${String(lastPosition).padStart(3, '0')}`
  await app.owner
    .insertInto('task')
    .values({ user_id: person.userId, id, list_id: listId, title: 'Task', position, ...state })
    .execute()
  return id
}

const tasksIn = (listId: string) =>
  app.owner
    .selectFrom('task')
    .select(['id', 'deleted_at', 'trashed_with', 'completed_at'])
    .where('list_id', '=', listId)
    .orderBy('position')
    .execute()

test('a list goes to the trash with its tasks, and is restored with exactly those', async () => {
  const listId = await addList(ada)
  const open = await addTask(ada, listId)
  const done = await addTask(ada, listId, { completed_at: '2026-01-01T00:00:00Z' })
  const binned = await addTask(ada, listId, { deleted_at: '2026-01-02T00:00:00Z' })
  const before = await tasksIn(listId)

  const deleted = await change(ada, 'deleteList', listId)
  expect(deleted.deletedAt).not.toBeNull()
  const taken = { deleted_at: new Date(deleted.deletedAt), trashed_with: listId }
  expect(await tasksIn(listId)).toEqual([
    { ...before[0], id: open, ...taken },
    { ...before[1], id: done, ...taken },
    { ...before[2], id: binned },
  ])

  const restored = await change(ada, 'restoreList', listId)
  expect(restored.deletedAt).toBeNull()
  expect(await tasksIn(listId)).toEqual(before)
})

test('deleting twice keeps the first time, restoring what isn’t in the trash changes nothing', async () => {
  const listId = await addList(ada)
  const task = await addTask(ada, listId)
  expect(await change(ada, 'restoreList', listId)).toMatchObject({ deletedAt: null })
  const deleted = await change(ada, 'deleteList', listId)
  expect(await change(ada, 'deleteList', listId)).toEqual(deleted)
  await change(ada, 'restoreList', listId)
  expect(await tasksIn(listId)).toMatchObject([{ id: task, deleted_at: null }])
})

test('the tasks of other lists and other people stay where they are', async () => {
  const [listId, otherId] = [await addList(ada), await addList(ada)]
  await addTask(ada, otherId)
  // Not even with the same ids, because they are another person's.
  await runMutation(bob, 'createList', { id: listId, name: 'Bob’s' }, 'mutationId')
  await addTask(bob, listId)
  await addTask(ada, listId)
  await change(ada, 'deleteList', listId)
  expect((await tasksIn(otherId)).map((task) => task.deleted_at)).toEqual([null])
  expect((await tasksIn(listId)).map((task) => task.deleted_at === null)).toEqual([true, false])
})

test('open tasks are counted for each list, without completed and deleted ones', async () => {
  const [listId, emptyId] = [await addList(ada), await addList(ada)]
  const parent = await addTask(ada, listId)
  await addTask(ada, listId, { parent_id: parent })
  await addTask(ada, listId, { completed_at: '2026-01-01T00:00:00Z' })
  await addTask(ada, listId, { deleted_at: '2026-01-01T00:00:00Z' })
  const query = `{ first: list(id: "${listId}") { openTaskCount } second: list(id: "${emptyId}") { openTaskCount } }`
  expect(await ada.data(query)).toEqual({
    first: { openTaskCount: 2 },
    second: { openTaskCount: 0 },
  })
  expect(await change(ada, 'deleteList', listId)).toMatchObject({ openTaskCount: 0 })
})

test('of the open tasks of a list, those are counted apart that start on a later day of its owner', async () => {
  const listId = await addList(ada)
  // The two zones are never on the same day.
  const zones = ['Pacific/Kiritimati', 'Etc/GMT+12']
  const [late = '', early = ''] = zones.map((zone) => Temporal.Now.plainDateISO(zone).toString())
  await addTask(ada, listId)
  await addTask(ada, listId, { start_on: early })
  await addTask(ada, listId, { start_on: late })
  await addTask(ada, listId, { start_on: late, completed_at: '2026-01-01T00:00:00Z' })
  const counts: unknown[] = []
  for (const timeZone of zones) {
    await runMutation(ada, 'updateMe', { timeZone }, 'user { id }')
    const { list } = await ada.data(`{ list(id: "${listId}") { openTaskCount aheadTaskCount } }`)
    counts.push(list)
  }
  expect(counts).toEqual([
    { openTaskCount: 3, aheadTaskCount: 0 },
    { openTaskCount: 3, aheadTaskCount: 1 },
  ])
})
