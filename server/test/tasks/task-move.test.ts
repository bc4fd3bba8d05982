import { afterAll, expect, test } from 'vitest'
import { refusal, runMutation } from '../support/run-mutation.ts'
import {
  create,
  createLine,
  createList,
  outline,
  readTask,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

async function createMany(listId: string, ...titles: string[]) {
  const tasks = []
  for (const title of titles) tasks.push(await create(ada, { title, listId }))
  return tasks
}

test('A task goes to its new position among its siblings', async () => {
  const listId = await createList(ada, 'Order')
  const [a, b, c] = await createMany(listId, 'a', 'b', 'c')
  await runMutation(ada, 'moveTask', { id: c.id, beforeId: a.id }, taskPayload)
  expect(await topLevel(ada, listId)).toEqual(['c', 'a', 'b'])
  await runMutation(ada, 'moveTask', { id: c.id, afterId: a.id }, taskPayload)
  expect(await topLevel(ada, listId)).toEqual(['a', 'c', 'b'])
  await runMutation(ada, 'moveTask', { id: a.id }, taskPayload)
  expect(await topLevel(ada, listId)).toEqual(['c', 'b', 'a'])
  await runMutation(ada, 'moveTask', { id: b.id, afterId: c.id }, taskPayload)
  expect(await topLevel(ada, listId)).toEqual(['c', 'b', 'a'])
})

test('Subtasks of every level move along to another list', async () => {
  const listId = await createList(ada, 'Far')
  const line = await createLine(ada, 'root', 'one', 'two')
  await runMutation(ada, 'moveTask', { id: line[0].id, listId }, taskPayload)
  for (const { id } of line) expect((await readTask(ada, id)).list.id).toBe(listId)
  expect(await outline(ada, line[0].id)).toEqual(['one(two)'])
})

test('Another list means its top level, and null the top level of the current one', async () => {
  const listId = await createList(ada, 'Levels')
  const [root, child] = await createLine(ada, 'root', 'child')
  const { task } = await runMutation(ada, 'moveTask', { id: child.id, parentId: null }, taskPayload)
  expect(task).toMatchObject({ parent: null, list: root.list })
  await runMutation(ada, 'moveTask', { id: child.id, parentId: root.id }, taskPayload)
  const moved = await runMutation(ada, 'moveTask', { id: child.id, listId }, taskPayload)
  expect(moved.task).toMatchObject({ parent: null, list: { id: listId } })
})

test('A task can’t be put under itself or its descendants', async () => {
  const [root, child, grandchild] = await createLine(ada, 'root', 'child', 'grandchild')
  for (const parent of [root, child, grandchild])
    expect(await refusal(ada, 'moveTask', { id: root.id, parentId: parent.id })).toEqual({
      code: 'BAD_USER_INPUT',
      paths: ['input.parentId'],
    })
})

test('A moved task must not get deeper than five levels', async () => {
  const [, , , third] = await createLine(ada, '0', '1', '2', '3')
  const [two] = await createLine(ada, 'a', 'b', 'c')
  expect(await refusal(ada, 'moveTask', { id: two.id, parentId: third.id })).toEqual({
    code: 'LIMIT_EXCEEDED',
    paths: ['input.parentId'],
  })
  const [one] = await createLine(ada, 'a', 'b')
  await runMutation(ada, 'moveTask', { id: one.id, parentId: third.id }, taskPayload)
})

test('A sibling must be in the named list and under the named parent', async () => {
  const [root, child] = await createLine(ada, 'root', 'child')
  const other = await create(ada, 'other')
  const trashed = await create(ada, 'trashed')
  await runMutation(ada, 'deleteTask', { id: trashed.id }, taskPayload)
  const inputs = [
    { afterId: child.id },
    { afterId: trashed.id },
    { beforeId: other.id },
    { parentId: root.id, afterId: root.id },
  ]
  for (const input of inputs)
    expect(await refusal(ada, 'moveTask', { id: other.id, ...input })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
})

test('Another person’s lists and tasks are unknown', async () => {
  const theirs = await create(bob, 'theirs')
  const task = await create(ada, 'mine')
  for (const name of ['parentId', 'afterId', 'beforeId'])
    expect(await refusal(ada, 'moveTask', { id: task.id, [name]: theirs.id })).toEqual({
      code: 'NOT_FOUND',
      paths: [`input.${name}`],
    })
  expect(await refusal(ada, 'moveTask', { id: task.id, listId: theirs.list.id })).toEqual({
    code: 'NOT_FOUND',
    paths: ['input.listId'],
  })
})

test('An open task reopens the completed parent it is moved to, a completed one doesn’t', async () => {
  const parent = await create(ada, 'parent')
  await runMutation(ada, 'completeTask', { id: parent.id }, taskPayload)
  const done = await create(ada, 'done')
  await runMutation(ada, 'completeTask', { id: done.id }, taskPayload)
  await runMutation(ada, 'moveTask', { id: done.id, parentId: parent.id }, taskPayload)
  expect((await readTask(ada, parent.id)).completed).toBe(true)
  const open = await create(ada, 'open')
  await runMutation(ada, 'moveTask', { id: open.id, parentId: parent.id }, taskPayload)
  expect((await readTask(ada, parent.id)).completed).toBe(false)
})

test('Several tasks go to one position in the order they are named, with their descendants', async () => {
  const [from, to] = [await createList(ada, 'From'), await createList(ada, 'To')]
  const [a, b] = await createMany(from, 'a', 'b')
  const below = await create(ada, { title: 'below', parentId: a.id })
  const [first] = await createMany(to, 'first', 'last')
  const ids = [b.id, a.id, below.id]
  const payload = await runMutation(
    ada,
    'moveTasks',
    { ids, listId: to, afterId: first.id },
    'changedCount tasks { id }',
  )
  expect(payload).toMatchObject({ changedCount: 2, tasks: ids.map((id) => ({ id })) })
  expect(await topLevel(ada, to)).toEqual(['first', 'b', 'a', 'last'])
  expect(await outline(ada, a.id)).toEqual(['below'])
})

test('In the mode EACH, descendants of a task that can’t move go by themselves', async () => {
  const [root, child, grandchild] = await createLine(ada, 'root', 'child', 'grandchild')
  const below = await create(ada, { title: 'below', parentId: root.id })
  const ids = [root.id, grandchild.id, below.id]
  const payload = await runMutation(
    ada,
    'moveTasks',
    { ids, mode: 'EACH', parentId: child.id },
    'changedCount results { error { code } }',
  )
  const error = { code: 'BAD_USER_INPUT' }
  expect(payload).toMatchObject({
    changedCount: 2,
    results: [{ error }, { error: null }, { error: null }],
  })
  expect(await outline(ada, root.id)).toEqual(['child(grandchild below)'])
})

test('A task can have a thousand subtasks and no more', async () => {
  const parent = await create(ada, 'parent')
  const tasks = Array.from({ length: 1000 }, (_, n) => ({ title: `${n}`, parentId: parent.id }))
  await runMutation(ada, 'createTasks', { tasks }, 'changedCount')
  const full = { code: 'LIMIT_EXCEEDED', paths: ['input.parentId'] }
  expect(await refusal(ada, 'createTask', { title: 'x', parentId: parent.id })).toEqual(full)
  const other = await create(ada, 'other')
  expect(await refusal(ada, 'moveTask', { id: other.id, parentId: parent.id })).toEqual(full)
})
