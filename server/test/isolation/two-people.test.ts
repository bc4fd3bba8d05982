import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { readRowsOf } from '../support/rows.ts'
import { tryMutation } from '../support/run-mutation.ts'
import {
  addTasks,
  changeTask,
  inboxOf,
  insertList,
  readTask,
  taskPayload,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

describe.each(['policies-only', 'scoping-only', 'scoping-and-policies'] as const)(
  'with %s',
  async (isolation) => {
    const app = await startTestApp({ isolation })
    afterAll(() => app[Symbol.asyncDispose]())
    const { ada, bob } = await app.createPeople('ada', 'bob')
    const [adas] = await addTasks(ada, 'Ada’s first', 'Ada’s second')
    const [bobs] = await addTasks(bob, 'Bob’s')
    const adasId = adas?.id ?? ''

    if (isolation === 'scoping-only')
      test('the policies are really off', async () => {
        // The role that owns the tables stays, and must see everything, or the tests would show
        // little.
        const { rows } = await sql<{ count: string }>`select count(*) from task`.execute(app.owner)
        expect(Number(rows[0]?.count)).toBeGreaterThanOrEqual(3)
      })

    test('each sees only their own tasks and lists', async () => {
      const read = '{ tasks { totalCount nodes { title } } lists { totalCount nodes { id } } }'
      const seen = await bob.data(read)
      expect(seen.tasks).toEqual({ totalCount: 1, nodes: [{ title: 'Bob’s' }] })
      expect(seen.lists).toEqual({ totalCount: 1, nodes: [{ id: await inboxOf(bob) }] })
      expect((await ada.data(read)).tasks).toMatchObject({
        totalCount: 2,
        nodes: [{ title: 'Ada’s second' }, { title: 'Ada’s first' }],
      })
    })

    test('an empty filter, and one for another person’s list, never means everybody', async () => {
      const count = 'query ($filter: TaskFilter) { tasks(filter: $filter) { totalCount } }'
      const total = async (filter: unknown) => (await bob.data(count, { filter })).tasks.totalCount
      expect(await total({})).toBe(1)
      expect(await total({ completed: {}, listId: {} })).toBe(1)
      expect(await total({ listId: { eq: await inboxOf(ada) } })).toBe(0)
      expect(await total({ listId: { in: [await inboxOf(ada)] } })).toBe(0)
    })

    test('another person’s objects are found neither by their id nor among the nodes', async () => {
      expect(await readTask(bob, adasId)).toBeNull()
      const ids = [adasId, await inboxOf(ada), ada.userId, bobs?.id]
      const { nodes } = await bob.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
      expect(nodes).toEqual([null, null, null, { id: bobs?.id }])
    })

    test.each<[string, object]>([
      ['updateTask', { title: 'Taken' }],
      ['updateTask', {}],
      ['completeTask', {}],
      ['reopenTask', {}],
      ['deleteTask', {}],
      ['restoreTask', {}],
    ])('%s doesn’t find another person’s task and changes nothing', async (mutation, input) => {
      const before = await readRowsOf(app.owner, ada.userId)
      const answer = await tryMutation(bob, mutation, { id: adasId, ...input }, taskPayload)
      expect(codesOf(answer)).toEqual(['NOT_FOUND'])
      expect(await readRowsOf(app.owner, ada.userId)).toEqual(before)
    })

    test('a task can be neither created in nor moved to another person’s list', async () => {
      const listId = await insertList(app.owner, ada, 'Ada’s')
      const before = await readRowsOf(app.owner, bob.userId)
      const made = await tryMutation(bob, 'createTask', { title: 'In', listId }, taskPayload)
      const moved = await tryMutation(bob, 'updateTask', { id: bobs?.id, listId }, taskPayload)
      expect([...codesOf(made), ...codesOf(moved)]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
      expect(await readRowsOf(app.owner, bob.userId)).toEqual(before)
    })

    test('two people with the same id have two tasks, and each changes their own', async () => {
      const input = { id: randomUUID(), title: 'Same id' }
      await changeTask(ada, 'createTask', input)
      await changeTask(bob, 'createTask', input)
      await changeTask(bob, 'updateTask', { id: input.id, title: 'Bob’s now' })
      await changeTask(bob, 'deleteTask', { id: input.id })
      expect(await readTask(ada, input.id)).toMatchObject({ title: 'Same id', deletedAt: null })
      await changeTask(bob, 'restoreTask', { id: input.id })
      await changeTask(ada, 'completeTask', { id: input.id })
      expect(await readTask(bob, input.id)).toMatchObject({ title: 'Bob’s now', completed: false })
    })

    test('deleting a person deletes only their rows', async () => {
      const { eve } = await app.createPeople('eve')
      await addTasks(eve, 'Eve’s')
      const before = await readRowsOf(app.owner, ada.userId)
      await app.owner.deleteFrom('auth_user').where('id', '=', eve.userId).execute()
      const left = Object.values(await readRowsOf(app.owner, eve.userId)).flat()
      expect(left).toEqual([])
      expect(await readRowsOf(app.owner, ada.userId)).toEqual(before)
    })
  },
)
