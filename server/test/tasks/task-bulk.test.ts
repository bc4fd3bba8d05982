import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { refusal, runMutation } from '../support/run-mutation.ts'
import {
  create,
  createLine,
  createList,
  createTag,
  outline,
  readTask,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const bulk =
  'changedCount tasks { id title completed } results { id task { id } error { code message } }'

async function createMany(count: number, more: object = {}): Promise<string[]> {
  const tasks = Array.from({ length: count }, (_, index) => ({ title: `${index}`, ...more }))
  const payload = await runMutation(ada, 'createTasks', { tasks }, 'tasks { id }')
  return payload.tasks.map((task: Json) => task.id)
}

test('Several tasks are created in order, one under another that is before it', async () => {
  const listId = await createList(ada, 'Batch')
  const tagId = await createTag(ada, 'batch')
  const [root, child] = [randomUUID(), randomUUID()]
  const tasks = [
    { title: 'a', listId },
    { id: root, title: 'root', listId, tagIds: [tagId] },
    { id: child, title: 'child', parentId: root },
    { title: 'grandchild', parentId: child.toUpperCase() },
    { title: 'sibling', parentId: root },
    { title: 'b', listId },
  ]
  const payload = await runMutation(ada, 'createTasks', { tasks }, bulk)
  expect(payload.changedCount).toBe(6)
  expect(payload.tasks.map((task: Json) => task.title)).toEqual(tasks.map((task) => task.title))
  expect(await topLevel(ada, listId)).toEqual(['a', 'root', 'b'])
  expect(await outline(ada, root)).toEqual(['child(grandchild)', 'sibling'])
  expect((await readTask(ada, root)).tags).toEqual([{ id: tagId }])
})

test('Creating the same tasks again creates none', async () => {
  const tasks = [
    { id: randomUUID(), title: 'x' },
    { id: randomUUID(), title: 'y' },
  ]
  expect((await runMutation(ada, 'createTasks', { tasks }, bulk)).changedCount).toBe(2)
  const again = await runMutation(ada, 'createTasks', { tasks }, bulk)
  expect(again).toMatchObject({ changedCount: 0, tasks: [{ title: 'x' }, { title: 'y' }] })
})

test('Levels and limits count within the same call', async () => {
  const ids = Array.from({ length: 7 }, () => randomUUID())
  const tasks = ids.map((id, index) => ({
    id,
    title: `${index}`,
    parentId: ids[index - 1] ?? null,
  }))
  expect(await refusal(ada, 'createTasks', { tasks }, bulk)).toEqual({
    code: 'LIMIT_EXCEEDED',
    paths: ['input.tasks.6.parentId'],
  })
})

test('One problem refuses everything, and all problems are reported', async () => {
  const taken = await create(ada, 'taken')
  const id = randomUUID()
  const tasks = [
    { title: 'good' },
    { title: '' },
    { title: 'x', listId: randomUUID() },
    { id: taken.id, title: 'other' },
    { id, title: 'one' },
    { id, title: 'two', dueOn: '2027-01-01', dueTime: '99:00' },
  ]
  const listId = taken.list.id
  const before = await topLevel(ada, listId)
  const { code, paths } = await refusal(ada, 'createTasks', { tasks }, bulk)
  expect(code).toBe('BAD_USER_INPUT')
  expect(paths.sort()).toEqual([
    'input.tasks.1.title',
    'input.tasks.2.listId',
    'input.tasks.3.id',
    'input.tasks.5.dueTime',
    'input.tasks.5.id',
  ])
  expect(await topLevel(ada, listId)).toEqual(before)
})

const actions = [
  ['updateTasks', { changes: { priority: 'LOW' } }],
  ['moveTasks', {}],
  ['completeTasks', {}],
  ['reopenTasks', {}],
] as const

test.each(actions)(
  '%s refuses everything if one is another person’s, missing or in the trash',
  async (name, more) => {
    const [mine, trashed] = await createMany(2)
    const theirs = await create(bob, 'theirs')
    await runMutation(ada, 'deleteTask', { id: trashed }, taskPayload)
    const before = await readTask(ada, mine ?? '')
    const ids = [mine, theirs.id, randomUUID(), 'nonsense']
    expect(await refusal(ada, name, { ids, ...more }, bulk)).toEqual({
      code: 'NOT_FOUND',
      paths: ['input.ids.1', 'input.ids.2', 'input.ids.3'],
    })
    expect(await refusal(ada, name, { ids: [mine, trashed], ...more }, bulk)).toEqual({
      code: 'CONFLICT',
      paths: ['input.ids.1'],
    })
    expect(await readTask(ada, mine ?? '')).toEqual(before)
    expect((await readTask(bob, theirs.id)).completed).toBe(false)
  },
)

test('The mode EACH does what it can, and reports the result of each', async () => {
  const [a, b] = await createMany(2)
  const theirs = await create(bob, 'theirs')
  const ids = [a, theirs.id, b, a]
  const payload = await runMutation(ada, 'completeTasks', { ids, mode: 'EACH' }, bulk)
  const missing = { code: 'NOT_FOUND', message: 'There is no task with this id' }
  expect(payload).toMatchObject({
    changedCount: 2,
    tasks: [
      { id: a, completed: true },
      { id: b, completed: true },
    ],
    results: [
      { id: a, task: { id: a }, error: null },
      { id: theirs.id, task: null, error: missing },
      { id: b, task: { id: b }, error: null },
    ],
  })
  const tasks = [{ title: 'good' }, { title: '' }, { id: a, title: 'another' }]
  const made = await runMutation(ada, 'createTasks', { tasks, mode: 'EACH' }, bulk)
  expect(made.changedCount).toBe(1)
  expect(made.results.map((result: Json) => result.error?.code)).toEqual([
    undefined,
    'BAD_USER_INPUT',
    'CONFLICT',
  ])
})

test.each([...actions, ['deleteTasks', {}], ['restoreTasks', {}]] as const)(
  '%s refuses an empty list of ids, and more than a thousand',
  async (name, more) => {
    const answer = await refusal(ada, name, { ids: [], ...more }, bulk)
    expect(answer).toEqual({ code: 'BAD_USER_INPUT', paths: ['input.ids'] })
    const many = Array.from({ length: 1001 }, () => randomUUID())
    expect(await refusal(ada, name, { ids: many, ...more }, bulk)).toEqual({
      code: 'LIMIT_EXCEEDED',
      paths: ['input.ids'],
    })
  },
)

test('Many are changed in the same way, and those that can’t be are reported', async () => {
  const tagId = await createTag(ada, 'many')
  const [a, b] = await createMany(2, { dueOn: '2027-01-10' })
  const late = await create(ada, { title: 'late', dueOn: '2027-01-02' })
  const changes = { startOn: '2027-01-03', tagIds: [tagId], priority: 'URGENT' }
  const ids = [a, late.id, b]
  expect(await refusal(ada, 'updateTasks', { ids, changes }, bulk)).toEqual({
    code: 'BAD_USER_INPUT',
    paths: ['input.ids.1'],
  })
  const payload = await runMutation(ada, 'updateTasks', { ids, changes, mode: 'EACH' }, bulk)
  expect(payload.changedCount).toBe(2)
  for (const id of [a, b])
    expect(await readTask(ada, id ?? '')).toMatchObject({
      startOn: '2027-01-03',
      priority: 'URGENT',
      tags: [{ id: tagId }],
    })
  expect(await readTask(ada, late.id)).toEqual(late)
})

test('Each of several repeating tasks gets its next occurrence directly after it', async () => {
  const listId = await createList(ada, 'Repeating')
  const recurrence = { rule: 'FREQ=DAILY' }
  const ids = await createMany(3, { listId, dueOn: '2099-01-01', recurrence })
  const done = await runMutation(ada, 'completeTasks', { ids }, `${bulk} nextTasks { id title }`)
  expect(done.nextTasks.map((task: Json) => task.title).sort()).toEqual(['0', '1', '2'])
  expect(await topLevel(ada, listId)).toEqual(['0', '0', '1', '1', '2', '2'])
  const selection = `${bulk} takenBackTaskIds keptNextTasks { id }`
  const opened = await runMutation(ada, 'reopenTasks', { ids }, selection)
  expect(opened.takenBackTaskIds.sort()).toEqual(done.nextTasks.map((task: Json) => task.id).sort())
  expect(await topLevel(ada, listId)).toEqual(['0', '1', '2'])
})

test('Completing a parent completes its named subtasks without repeating them', async () => {
  const [parent] = await createLine(ada, 'parent')
  const recurrence = { rule: 'FREQ=DAILY' }
  const sub = await create(ada, {
    title: 's',
    parentId: parent.id,
    dueOn: '2099-01-01',
    recurrence,
  })
  const done = await runMutation(
    ada,
    'completeTasks',
    { ids: [sub.id, parent.id] },
    'nextTasks { id }',
  )
  expect(done.nextTasks).toEqual([])
})

test('A thousand tasks are created, changed, moved, completed, reopened, deleted and restored in one call each', async () => {
  const [from, to] = [await createList(ada, 'From'), await createList(ada, 'To')]
  const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=MO' }
  const ids = await createMany(1000, { listId: from, dueOn: '2099-01-05', recurrence })
  const change = { ids, changes: { priority: 'HIGH', description: 'some words more' } }
  const count = async (name: string, input: object) =>
    (await runMutation(ada, name, input, 'changedCount')).changedCount
  expect(await count('updateTasks', change)).toBe(1000)
  expect(await count('moveTasks', { ids, listId: to })).toBe(1000)
  expect(await count('completeTasks', { ids })).toBe(1000)
  expect(await count('reopenTasks', { ids })).toBe(1000)
  expect(await count('deleteTasks', { ids })).toBe(1000)
  expect(await count('restoreTasks', { ids })).toBe(1000)
})
