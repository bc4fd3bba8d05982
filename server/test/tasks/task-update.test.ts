import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { refusal, runMutation, tryMutation } from '../support/run-mutation.ts'
import {
  changeTask,
  create,
  createLine,
  createList,
  createTag,
  inboxOf,
  insertList,
  outline,
  readTask,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

async function update(id: string, changes: object) {
  return (await runMutation(ada, 'updateTask', { id, ...changes }, taskPayload)).task
}

const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO' }
const monday = '2027-01-04'

test('Fields that are left out stay, and null clears', async () => {
  const tagId = await createTag(ada, 'stay')
  const full = await create(ada, {
    title: 'Full',
    description: 'notes',
    priority: 'LOW',
    startOn: '2027-01-01',
    dueOn: monday,
    dueTime: '10:00',
    dueTimeZone: 'Asia/Tokyo',
    recurrence: weekly,
    tagIds: [tagId],
  })
  const { updatedAt: _before, ...stays } = full
  expect(await update(full.id, { title: 'Fuller' })).toMatchObject({
    ...stays,
    title: 'Fuller',
  })
  const cleared = await update(full.id, {
    description: null,
    priority: null,
    startOn: null,
    dueTime: null,
    recurrence: null,
    tagIds: null,
  })
  expect(cleared).toMatchObject({
    description: null,
    priority: 'NONE',
    startOn: null,
    dueOn: monday,
    dueTime: null,
    dueTimeZone: null,
    dueAt: null,
    recurrence: null,
    tags: [],
  })
})

test('Named fields change, and the time of the change is recorded', async () => {
  const task = await create(ada, { title: 'Task', description: 'note' })
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

test('An update without changes leaves the task the same', async () => {
  const tagId = await createTag(ada, 'same')
  const task = await create(ada, { title: 'x', dueOn: monday, recurrence: weekly, tagIds: [tagId] })
  const same = { title: ' x', dueOn: monday, recurrence: weekly, tagIds: [tagId], parentId: null }
  expect(await update(task.id, same)).toEqual(task)
  // A count goes on, and the day it is put off to stays, when the same rule comes again.
  const counted = { rule: 'FREQ=WEEKLY;COUNT=3;BYDAY=MO' }
  const { id } = await create(ada, { title: 'x', dueOn: monday, recurrence: counted })
  const putOff = await update(id, { dueOn: '2027-01-06' })
  expect(await update(id, { recurrence: counted, dueOn: '2027-01-06' })).toEqual(putOff)
})

test.each([
  ['a title that is cleared', { title: null }, 'input.title'],
  ['a list that is cleared', { listId: null }, 'input.listId'],
  ['a start after the due day', { startOn: '2027-01-05' }, 'input.startOn'],
  [
    'a due day before a start that comes with it',
    { startOn: '2027-01-01', dueOn: '2026-12-31' },
    'input.startOn',
  ],
  ['a time with a day that is cleared', { dueOn: null, dueTime: '10:00' }, 'input.dueTime'],
  ['a rule with a day that is cleared', { dueOn: null, recurrence: weekly }, 'input.recurrence'],
])('%s is refused and nothing changes', async (_what, changes, path) => {
  const task = await create(ada, { title: 'x', startOn: '2027-01-01', dueOn: monday })
  expect(await refusal(ada, 'updateTask', { id: task.id, ...changes })).toEqual({
    code: 'BAD_USER_INPUT',
    paths: [path],
  })
  expect(await readTask(ada, task.id)).toEqual(task)
})

test('A due day before the start takes the start along, and the answer says so', async () => {
  const { id } = await create(ada, { title: 'x', startOn: '2027-01-01', dueOn: monday })
  const selection = 'startMoved task { startOn dueOn }'
  const move = (dueOn: string) => runMutation(ada, 'updateTask', { id, dueOn }, selection)
  expect(await move('2026-12-31')).toEqual({
    startMoved: true,
    task: { startOn: '2026-12-31', dueOn: '2026-12-31' },
  })
  expect(await move(monday)).toEqual({
    startMoved: false,
    task: { startOn: '2026-12-31', dueOn: monday },
  })
})

test('A title and a list can’t be cleared, and both are reported together', async () => {
  const { id } = await create(ada, 'Task')
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

test('A refused update changes nothing, not even its valid part', async () => {
  const task = await create(ada, 'Task')
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
  'A task can’t go to the list "%s"',
  async (listId) => {
    const { id } = await create(ada, 'Task')
    const answer = await tryMutation(ada, 'updateTask', { id, listId }, taskPayload)
    expect(codesOf(answer)).toEqual(['NOT_FOUND'])
    expect(answer.errors?.[0]?.extensions.issues?.[0]?.path).toEqual(['input', 'listId'])
  },
)

test('Moving a task to the inbox by its id works like to any list', async () => {
  const home = await insertList(app.owner, ada, 'Home')
  const { id } = await create(ada, { title: 'Task', listId: home })
  const inbox = await inboxOf(ada)
  expect(await changeTask(ada, 'updateTask', { id, listId: inbox })).toMatchObject({
    list: { id: inbox },
  })
})

test('A task goes to the end of the list or parent it is given', async () => {
  const listId = await createList(ada, 'Other')
  await create(ada, { title: 'there', listId })
  const [task] = await createLine(ada, 'moves', 'below')
  expect(await update(task.id, { listId })).toMatchObject({ list: { id: listId } })
  expect(await topLevel(ada, listId)).toEqual(['there', 'moves'])
  expect(await outline(ada, task.id)).toEqual(['below'])
  const parent = await create(ada, 'parent')
  expect(await update(task.id, { parentId: parent.id })).toMatchObject({
    parent: { id: parent.id },
    list: parent.list,
  })
  expect(await update(task.id, { parentId: null })).toMatchObject({ parent: null })
})

test('All problems of an update are reported together', async () => {
  const task = await create(ada, 'x')
  const unknown = randomUUID()
  const changes = { title: '', dueTime: '9', tagIds: [unknown], parentId: unknown }
  const { code, paths } = await refusal(ada, 'updateTask', { id: task.id, ...changes })
  expect(code).toBe('BAD_USER_INPUT')
  expect([...new Set(paths)].sort()).toEqual([
    'input.dueTime',
    'input.parentId',
    'input.tagIds.0',
    'input.title',
  ])
})
