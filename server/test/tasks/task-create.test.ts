import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { refusal, runMutation } from '../support/run-mutation.ts'
import {
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

test('A task has everything it was given', async () => {
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

test('A task with a title alone goes to the end of the inbox', async () => {
  const task = await create(bob, 'First')
  await create(bob, 'Second')
  expect(task).toMatchObject({ list: { id: await inboxOf(bob) }, priority: 'NONE', dueOn: null })
  expect(await topLevel(bob, await inboxOf(bob))).toEqual(['First', 'Second'])
})

test('A task goes right beside the sibling it names', async () => {
  const listId = await createList(ada, 'Beside')
  const b = await create(ada, { title: 'b', listId })
  await create(ada, { title: 'a', listId, beforeId: b.id })
  await create(ada, { title: 'd', listId })
  await create(ada, { title: 'c', listId, afterId: b.id })
  expect(await topLevel(ada, listId)).toEqual(['a', 'b', 'c', 'd'])
})

test('A subtask is in its parent’s list, and opens a completed parent again', async () => {
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

test('Every problem of an input is told at once', async () => {
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
  const { code, paths } = await refusal(ada, 'createTask', input)
  expect(code).toBe('BAD_USER_INPUT')
  expect(paths.sort()).toEqual([
    'input.description',
    'input.dueTime',
    'input.dueTimeZone',
    'input.id',
    'input.recurrence.rule',
    'input.startOn',
    'input.title',
  ])
})

test.each([
  ['a due time without a day', { dueTime: '09:00' }, 'input.dueTime'],
  [
    'a zone without a time',
    { dueOn: '2027-01-01', dueTimeZone: 'Asia/Tokyo' },
    'input.dueTimeZone',
  ],
  ['a recurrence without a day', { recurrence: { rule: 'FREQ=DAILY' } }, 'input.recurrence'],
  [
    'a rule after completion with days of its own',
    { dueOn: '2027-01-01', recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO', basis: 'COMPLETION' } },
    'input.recurrence.rule',
  ],
  [
    'a rule that ends before the due day',
    { dueOn: '2027-01-01', recurrence: { rule: 'FREQ=DAILY;UNTIL=20261231' } },
    'input.recurrence.rule',
  ],
])('%s is refused', async (_what, dates, path) => {
  expect(await refusal(ada, 'createTask', { title: 'x', ...dates })).toEqual({
    code: 'BAD_USER_INPUT',
    paths: [path],
  })
})

test('The first day of the rule becomes the due day', async () => {
  const task = await create(ada, {
    title: 'Club',
    dueOn: '2027-01-01',
    recurrence: { rule: 'FREQ=MONTHLY;BYDAY=2TU' },
  })
  expect(task).toMatchObject({ dueOn: '2027-01-12', recurrence: { nextOn: '2027-02-09' } })
})

test('A due time is in the person’s zone, across a change of the clocks', async () => {
  const carl = await app.createPerson('carl')
  await app.owner
    .updateTable('auth_user')
    .set({ time_zone: 'America/New_York' })
    .where('id', '=', carl.userId)
    .execute()
  const dueAt = async (dueOn: string, dueTime: string) => {
    const task = await create(carl, { title: 'x', dueOn, dueTime })
    return [task.dueTimeZone, task.dueAt]
  }
  expect(await dueAt('2027-03-13', '02:30')).toEqual([
    'America/New_York',
    '2027-03-13T07:30:00.000Z',
  ])
  // The clock goes from 2 to 3 that night: the time that is skipped counts as 3:30.
  expect(await dueAt('2027-03-14', '02:30')).toEqual([
    'America/New_York',
    '2027-03-14T07:30:00.000Z',
  ])
  expect(await dueAt('2027-03-15', '02:30')).toEqual([
    'America/New_York',
    '2027-03-15T06:30:00.000Z',
  ])
  expect(await dueAt('9999-12-31', '23:00')).toEqual([
    'America/New_York',
    '9999-12-31T23:59:59.999Z',
  ])
})

test('Repeating a create gives the stored task, whatever has become of it', async () => {
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

test('An id that somebody else uses is free', async () => {
  const id = randomUUID()
  await create(ada, { id, title: 'Ada’s' })
  expect(await create(bob, { id, title: 'Bob’s' })).toMatchObject({ id, title: 'Bob’s' })
})

test('What belongs to somebody else is as unknown as what does not exist', async () => {
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

test('A place in the trash is refused', async () => {
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

test('The same idempotency key gives the same answer and one task', async () => {
  const listId = await createList(ada, 'Keys')
  const input = { title: 'once', listId, idempotencyKey: 'k1' }
  const first = await runMutation(ada, 'createTask', input, taskPayload)
  expect(await runMutation(ada, 'createTask', input, taskPayload)).toEqual(first)
  expect(await topLevel(ada, listId)).toEqual(['once'])
  const other = await refusal(ada, 'createTask', { ...input, title: 'else' })
  expect(other).toEqual({ code: 'CONFLICT', paths: ['input.idempotencyKey'] })
})

test('Where there is no room left between two siblings, all are spread anew', async () => {
  const listId = await createList(ada, 'Spot')
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
