import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
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

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const create = (input: object = {}) => changeTask(ada, 'createTask', { title: 'Task', ...input })
const unchanged = ({ updatedAt: _, ...rest }: Record<string, unknown>) => rest

test('what an update leaves out stays, what it names changes', async () => {
  const task = await create({ description: 'note' })
  const renamed = await changeTask(ada, 'updateTask', { id: task.id, title: ' Renamed ' })
  expect(renamed).toMatchObject({
    title: 'Renamed',
    description: 'note',
    createdAt: task.createdAt,
  })
  expect(renamed.updatedAt >= task.updatedAt).toBe(true)
  const moved = await changeTask(ada, 'updateTask', {
    id: task.id,
    listId: await insertList(app.owner, ada, 'Home'),
  })
  expect(moved).toMatchObject({ title: 'Renamed', list: { name: 'Home' } })
  expect(await readTask(ada, task.id)).toEqual(moved)
})

test('null clears a note, and an empty note is none', async () => {
  const { id } = await create({ description: 'note' })
  expect(await changeTask(ada, 'updateTask', { id, description: null })).toMatchObject({
    description: null,
  })
  await changeTask(ada, 'updateTask', { id, description: 'again' })
  expect(await changeTask(ada, 'updateTask', { id, description: '' })).toMatchObject({
    description: null,
  })
})

test('a title and a list can’t be cleared, and both are told at once', async () => {
  const { id } = await create()
  const answer = await tryMutation(
    ada,
    'updateTask',
    { id, title: null, listId: null },
    taskPayload,
  )
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(answer.errors?.[0]?.extensions.issues?.map((issue) => issue.path)).toEqual([
    ['input', 'title'],
    ['input', 'listId'],
  ])
})

test('a refused update changes nothing, not even the part of it that was right', async () => {
  const task = await create()
  await tryMutation(
    ada,
    'updateTask',
    { id: task.id, title: 'Right', description: 'a\ud800' },
    taskPayload,
  )
  await tryMutation(
    ada,
    'updateTask',
    { id: task.id, title: 'Right', listId: randomUUID() },
    taskPayload,
  )
  expect(await readTask(ada, task.id)).toEqual(task)
})

test.each(['', 'inbox', '\u0000', randomUUID()])(
  'a task can’t go to the list "%s"',
  async (listId) => {
    const { id } = await create()
    const answer = await tryMutation(ada, 'updateTask', { id, listId }, taskPayload)
    expect(codesOf(answer)).toEqual(['NOT_FOUND'])
    expect(answer.errors?.[0]?.extensions.issues?.[0]?.path).toEqual(['input', 'listId'])
  },
)

test('completing is told with its time, and completing again changes nothing', async () => {
  const { id } = await create()
  const done = await changeTask(ada, 'completeTask', { id })
  expect(done).toMatchObject({ completed: true, completedAt: expect.stringMatching(/Z$/) })
  expect(await changeTask(ada, 'completeTask', { id })).toEqual(done)
})

test('reopening takes the completion away, and reopening again changes nothing', async () => {
  const task = await create()
  expect(await changeTask(ada, 'reopenTask', { id: task.id })).toEqual(task)
  await changeTask(ada, 'completeTask', { id: task.id })
  const open = await changeTask(ada, 'reopenTask', { id: task.id })
  expect(unchanged(open)).toEqual(unchanged(task))
  expect(await changeTask(ada, 'reopenTask', { id: task.id })).toEqual(open)
})

test('a deleted task leaves the list of tasks, is still found by its id, and can come back', async () => {
  const task = await create()
  const deleted = await changeTask(ada, 'deleteTask', { id: task.id })
  expect(deleted.deletedAt).toMatch(/Z$/)
  expect(await changeTask(ada, 'deleteTask', { id: task.id })).toEqual(deleted)
  expect(await readTask(ada, task.id)).toEqual(deleted)
  const listIds = async () => {
    const { tasks } = await ada.data('{ tasks(first: 100) { nodes { id } } }')
    return tasks.nodes.map(({ id }: { id: string }) => id)
  }
  expect(await listIds()).not.toContain(task.id)
  const restored = await changeTask(ada, 'restoreTask', { id: task.id })
  expect(unchanged(restored)).toEqual(unchanged(task))
  expect(await changeTask(ada, 'restoreTask', { id: task.id })).toEqual(restored)
  expect(await listIds()).toContain(task.id)
})

test.each<[string, object]>([
  ['updateTask', { title: 'Other' }],
  ['completeTask', {}],
  ['reopenTask', {}],
])('in the trash, %s is a conflict that says to restore first', async (mutation, input) => {
  const { id } = await create()
  const deleted = await changeTask(ada, 'deleteTask', { id })
  const answer = await tryMutation(ada, mutation, { id, ...input }, taskPayload)
  expect(codesOf(answer)).toEqual(['CONFLICT'])
  expect(answer.errors?.[0]?.message).toContain('Restore')
  expect(await readTask(ada, id)).toEqual(deleted)
})

test('a completed task stays completed through the trash', async () => {
  const { id } = await create()
  const { completedAt } = await changeTask(ada, 'completeTask', { id })
  await changeTask(ada, 'deleteTask', { id })
  expect(await changeTask(ada, 'restoreTask', { id })).toMatchObject({ completedAt })
})

test.each<string>(['updateTask', 'completeTask', 'reopenTask', 'deleteTask', 'restoreTask'])(
  '%s says NOT_FOUND for an id that is not there, whatever it looks like',
  async (mutation) => {
    for (const id of [randomUUID(), '', 'x', '\u0000', `${randomUUID()} `]) {
      const answer = await tryMutation(ada, mutation, { id }, taskPayload)
      expect(codesOf(answer)).toEqual(['NOT_FOUND'])
      expect(answer.errors?.[0]?.extensions.issues?.[0]?.path).toEqual(['input', 'id'])
    }
  },
)

test('an id may be written in capitals', async () => {
  const [task] = await addTasks(ada, 'Task')
  const id = task?.id.toUpperCase() ?? ''
  expect(await readTask(ada, id)).toMatchObject({ id: task?.id })
  expect(await changeTask(ada, 'completeTask', { id })).toMatchObject({ id: task?.id })
})

test('mutations of one request run in order, each for itself', async () => {
  const { id } = await create()
  const answer = await ada.gql(
    `mutation ($id: ID!) {
      a: completeTask(input: { id: $id }) { task { completed } }
      b: updateTask(input: { id: $id, title: "" }) { task { title } }
      c: updateTask(input: { id: $id, title: "Third" }) { task { title completed } }
    }`,
    { id },
  )
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(await readTask(ada, id)).toMatchObject({ completed: true, title: 'Third' })
})

test('moving a task to the inbox by its id works like to any list', async () => {
  const home = await insertList(app.owner, ada, 'Home')
  const { id } = await create({ listId: home })
  const inbox = await inboxOf(ada)
  expect(await changeTask(ada, 'updateTask', { id, listId: inbox })).toMatchObject({
    list: { id: inbox },
  })
})
