import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { refusal, refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import {
  addTasks,
  create,
  createLine,
  createList,
  createTag,
  inboxOf,
  outline,
  readTask,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

test('A task has everything from its input', async () => {
  const listId = await createList(ada, 'Trips')
  const tagId = await createTag(ada, 'water')
  const task = await create(ada, {
    title: '  Paint the boat ',
    description: 'Blue\r\nor **white**',
    listId,
    priority: 'HIGH',
    startOn: '2027-05-01',
    dueOn: '2027-05-31',
    dueTime: '09:30',
    dueTimeZone: 'europe/berlin',
    recurrence: { rule: 'freq=monthly;bymonthday=-1' },
    tagIds: [tagId],
  })
  expect(task).toMatchObject({
    title: 'Paint the boat',
    description: 'Blue\nor **white**',
    list: { id: listId },
    parent: null,
    priority: 'HIGH',
    startOn: '2027-05-01',
    dueOn: '2027-05-31',
    dueTime: '09:30',
    dueTimeZone: 'Europe/Berlin',
    dueAt: '2027-05-31T07:30:00.000Z',
    recurrence: {
      rule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
      basis: 'SCHEDULE',
      sentence: 'on the last day of every month',
      startOn: '2027-05-31',
      occurrenceOn: '2027-05-31',
      nextOn: '2027-06-30',
    },
    completed: false,
    tags: [{ id: tagId }],
  })
  expect(await readTask(ada, task.id)).toEqual(task)
})

test('A task with only a title goes to the end of the inbox, open and outside the trash', async () => {
  const task = await create(bob, 'First')
  await create(bob, 'Second')
  const inbox = await inboxOf(bob)
  expect(task).toMatchObject({
    title: 'First',
    description: null,
    priority: 'NONE',
    dueOn: null,
    completed: false,
    completedAt: null,
    deletedAt: null,
    list: { id: inbox, name: 'Inbox' },
  })
  expect(task.updatedAt).toBe(task.createdAt)
  expect(await readTask(bob, task.id)).toEqual(task)
  expect(await topLevel(bob, inbox)).toEqual(['First', 'Second'])
})

test('An id that the server makes is a UUID of version 7', async () => {
  const [first, second] = await addTasks(ada, 'one', 'two')
  expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([second?.id, first?.id].sort()).toEqual([first?.id, second?.id])
})

test('A task goes directly beside the sibling it names', async () => {
  const listId = await createList(ada, 'Beside')
  const b = await create(ada, { title: 'b', listId })
  await create(ada, { title: 'a', listId, beforeId: b.id })
  await create(ada, { title: 'd', listId })
  await create(ada, { title: 'c', listId, afterId: b.id })
  expect(await topLevel(ada, listId)).toEqual(['a', 'b', 'c', 'd'])
})

test('A subtask is in its parent’s list, and reopens a completed parent', async () => {
  const listId = await createList(ada, 'Under')
  const parent = await create(ada, { title: 'parent', listId })
  await runMutation(ada, 'completeTask', { id: parent.id }, taskPayload)
  const child = await create(ada, { title: 'child', parentId: parent.id })
  expect(child).toMatchObject({ list: { id: listId }, parent: { id: parent.id } })
  expect(await readTask(ada, parent.id)).toMatchObject({
    completed: false,
    subtaskProgress: { completed: 0, total: 1 },
  })
})

test('Subtasks go five levels deep and no deeper', async () => {
  const line = await createLine(ada, '0', '1', '2', '3', '4', '5')
  const input = { title: '6', parentId: line[5].id }
  expect(await refusal(ada, 'createTask', input)).toEqual({
    code: 'LIMIT_EXCEEDED',
    paths: ['input.parentId'],
  })
})

test('All problems of an input are reported together', async () => {
  const input = {
    id: 'mine',
    title: ' ',
    description: 'x'.repeat(50_001),
    startOn: '2027-01-02',
    dueOn: '2027-01-01',
    dueTime: '24:00',
    dueTimeZone: 'Mars/Olympus',
    recurrence: { rule: 'FREQ=HOURLY', basis: 'COMPLETION' },
  }
  const answer = await tryMutation(ada, 'createTask', input)
  expect(refusalOf(answer)?.code).toBe('BAD_USER_INPUT')
  expect(refusalOf(answer)?.paths?.sort()).toEqual([
    'input.description',
    'input.dueTime',
    'input.dueTimeZone',
    'input.id',
    'input.recurrence.rule',
    'input.startOn',
    'input.title',
  ])
  for (const { message } of answer.errors?.[0]?.extensions.issues ?? [])
    expect(answer.errors?.[0]?.message).toContain(message)
})

test.each(['', 'inbox', '\u0000', randomUUID()])('The list "%s" doesn’t exist', async (listId) => {
  expect(await refusal(ada, 'createTask', { title: 'a', listId })).toEqual({
    code: 'NOT_FOUND',
    paths: ['input.listId'],
  })
})

test('A field that the schema does not have is refused with its name', async () => {
  const answer = await tryMutation(
    ada,
    'createTask',
    { title: 'a', userId: bob.userId },
    taskPayload,
  )
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(answer.errors?.[0]?.message).toContain('userId')
})

test('What belongs to another person is as unknown as what doesn’t exist', async () => {
  const hers = { list: await inboxOf(ada), task: (await create(ada, 'hers')).id }
  const tag = await createTag(ada, 'hers')
  const slots = [
    { listId: hers.list },
    { parentId: hers.task },
    { afterId: hers.task },
    { beforeId: hers.task },
    { tagIds: [tag] },
  ]
  for (const slot of slots) {
    const [name = ''] = Object.keys(slot)
    const foreign = await refusal(bob, 'createTask', { title: 'x', ...slot })
    const random = name === 'tagIds' ? [randomUUID()] : randomUUID()
    expect(foreign.code).toBe('NOT_FOUND')
    expect(await refusal(bob, 'createTask', { title: 'x', [name]: random })).toEqual(foreign)
  }
})

test('A list or parent in the trash is refused', async () => {
  const listId = await createList(ada, 'Gone')
  const parent = await create(ada, 'gone')
  await runMutation(ada, 'deleteTask', { id: parent.id }, taskPayload)
  await runMutation(ada, 'deleteList', { id: listId }, 'list { id }')
  expect(await refusal(ada, 'createTask', { title: 'x', parentId: parent.id })).toEqual({
    code: 'CONFLICT',
    paths: ['input.parentId'],
  })
  expect(await refusal(ada, 'createTask', { title: 'x', listId })).toEqual({
    code: 'CONFLICT',
    paths: ['input.listId'],
  })
})

test('Two ids that are each valid are refused when they don’t belong together', async () => {
  const listId = await createList(ada, 'Elsewhere')
  const parent = await create(ada, 'in the inbox')
  const inputs = [
    [{ listId, parentId: parent.id }, 'input.parentId'],
    [{ listId, afterId: parent.id }, 'input.afterId'],
    [{ afterId: parent.id, beforeId: parent.id }, 'input.beforeId'],
  ] as const
  for (const [input, path] of inputs)
    expect(await refusal(ada, 'createTask', { title: 'x', ...input })).toEqual({
      code: 'BAD_USER_INPUT',
      paths: [path],
    })
})

test('When there is no gap left between two siblings, all get new positions', async () => {
  const listId = await createList(ada, 'Crowded')
  const first = await create(ada, { title: 'first', listId })
  const last = await create(ada, { title: 'last', listId })
  // Nothing is between these two but keys that are longer than a key may be.
  const crowded = { [first.id]: `${'a1'.repeat(59)}a1`, [last.id]: `${'a1'.repeat(59)}a2` }
  for (const [id, position] of Object.entries(crowded))
    await app.owner.updateTable('task').set({ position }).where('id', '=', id).execute()
  await create(ada, { title: 'b', listId, afterId: first.id })
  await create(ada, { title: 'a', listId, afterId: first.id })
  expect(await topLevel(ada, listId)).toEqual(['first', 'a', 'b', 'last'])
  const spread = await readTask(ada, last.id)
  expect(spread.position.length).toBeLessThan(10)
  expect(spread.updatedAt).toBe(last.updatedAt)
})

test('The outline shows subtasks in their order', async () => {
  const [root] = await createLine(ada, 'root', 'one', 'one.one')
  await create(ada, { title: 'two', parentId: root.id })
  expect(await outline(ada, root.id)).toEqual(['one(one.one)', 'two'])
})
