import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { refusal, runMutation, tryMutation } from '../support/run-mutation.ts'
import {
  create,
  createList,
  createTag,
  inboxOf,
  insertList,
  readTask,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

test('A create with the same id and input returns the stored task and changes nothing', async () => {
  const input = { id: randomUUID(), title: 'Call Mum', description: 'about *Sunday*' }
  const first = await create(ada, input)
  expect(first.id).toBe(input.id)
  expect(await create(ada, input)).toEqual(first)
  expect(await create(ada, { ...input, id: input.id.toUpperCase() })).toEqual(first)
})

test.each([
  ['title', { title: 'Other' }],
  ['description', { description: 'other' }],
  ['no description', { description: null }],
])('A create with the same id and another %s is a conflict', async (_name, difference) => {
  const input = { id: randomUUID(), title: 'Call Mum', description: 'about *Sunday*' }
  const stored = await create(ada, input)
  expect(await refusal(ada, 'createTask', { ...input, ...difference })).toEqual({
    code: 'CONFLICT',
    paths: ['input.id'],
  })
  expect(await readTask(ada, input.id)).toEqual(stored)
})

test('A create with the same id and another list is a conflict', async () => {
  const listId = await insertList(app.owner, ada, 'Home')
  const input = { id: randomUUID(), title: 'Sweep', listId }
  await create(ada, input)
  const answer = await tryMutation(
    ada,
    'createTask',
    { ...input, listId: await inboxOf(ada) },
    taskPayload,
  )
  expect(codesOf(answer)).toEqual(['CONFLICT'])
})

test('Repeating a create returns the stored task, even if it has changed', async () => {
  const tagId = await createTag(ada, 'again')
  const input = {
    id: randomUUID().toUpperCase(),
    title: 'Once ',
    dueOn: '2027-01-01',
    recurrence: { rule: 'FREQ=MONTHLY;BYDAY=2TU' },
    tagIds: [tagId],
  }
  const task = await create(ada, input)
  await runMutation(ada, 'updateTask', { id: task.id, title: 'Twice', tagIds: [] }, taskPayload)
  expect(await create(ada, input)).toMatchObject({ id: task.id, title: 'Twice', tags: [] })
  for (const other of [{ title: 'Other' }, { tagIds: [] }, { dueOn: '2027-02-01' }])
    expect(await refusal(ada, 'createTask', { ...input, ...other })).toEqual({
      code: 'CONFLICT',
      paths: ['input.id'],
    })
})

test('Twenty creates with one id at the same time create one task', async () => {
  const input = { id: randomUUID(), title: 'Only once' }
  const made = await Promise.all(Array.from({ length: 20 }, () => create(ada, input)))
  for (const task of made) expect(task).toEqual(made[0])
})

test('An id that somebody else uses is free', async () => {
  const input = { id: randomUUID(), title: 'Mine' }
  const adas = await create(ada, input)
  const bobs = await create(bob, { ...input, title: 'Mine too' })
  expect(bobs.id).toBe(adas.id)
  expect(await readTask(ada, input.id)).toEqual(adas)
  expect(await readTask(bob, input.id)).toEqual(bobs)
})

test('The same idempotency key returns the same answer and creates one task', async () => {
  const listId = await createList(ada, 'Keys')
  const input = { title: 'once', listId, idempotencyKey: 'k1' }
  const first = await runMutation(ada, 'createTask', input, taskPayload)
  expect(await runMutation(ada, 'createTask', input, taskPayload)).toEqual(first)
  expect(await topLevel(ada, listId)).toEqual(['once'])
  const other = await refusal(ada, 'createTask', { ...input, title: 'else' })
  expect(other).toEqual({ code: 'CONFLICT', paths: ['input.idempotencyKey'] })
})
