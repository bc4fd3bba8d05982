import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { refusal, runMutation } from '../support/run-mutation.ts'
import {
  create,
  createLine,
  createList,
  createTag,
  inboxOf,
  outline,
  readTask,
  taskFields,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

async function complete(person: Person, id: string): Promise<{ task: Json; nextTask: Json }> {
  return runMutation(
    person,
    'completeTask',
    { id },
    `task { ${taskFields} } nextTask { ${taskFields} }`,
  )
}

/** Days far enough ahead that no occurrence is past while the test runs. */
const [first, second, third] = ['2099-01-05', '2099-01-12', '2099-01-19']
const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO' }

function createWeekly(more: object = {}) {
  return create(ada, { title: 'Weekly', dueOn: first, recurrence: weekly, ...more })
}

test('Completing a task completes its open subtasks at every level', async () => {
  const [root, child, grandchild] = await createLine(ada, 'root', 'child', 'grandchild')
  const done = await create(ada, { title: 'done', parentId: root.id })
  const { task: before } = await complete(ada, done.id)
  const trashed = await create(ada, { title: 'trashed', parentId: root.id })
  await runMutation(ada, 'deleteTask', { id: trashed.id }, taskPayload)
  const { task, nextTask } = await complete(ada, root.id)
  expect(task).toMatchObject({ completed: true, subtaskProgress: { completed: 2, total: 2 } })
  expect(nextTask).toBeNull()
  for (const { id } of [child, grandchild])
    expect((await readTask(ada, id)).completedAt).toBe(task.completedAt)
  expect((await readTask(ada, done.id)).completedAt).toBe(before.completedAt)
  expect((await readTask(ada, trashed.id)).completed).toBe(false)
})

test('Completing records the time, and completing again changes nothing', async () => {
  const { id } = await create(ada, 'x')
  const { task } = await complete(ada, id)
  expect(task).toMatchObject({ completed: true, completedAt: expect.stringMatching(/Z$/) })
  expect(await complete(ada, id)).toMatchObject({ task, nextTask: null })
})

test('A repeating task gets its next occurrence directly after it, with tags and subtasks', async () => {
  const listId = await createList(ada, 'Repeat')
  const tagId = await createTag(ada, 'repeat')
  const task = await createWeekly({
    listId,
    description: 'notes',
    priority: 'HIGH',
    startOn: '2099-01-03',
    dueTime: '09:00',
    dueTimeZone: 'Europe/Berlin',
    tagIds: [tagId],
  })
  await create(ada, { title: 'behind', listId })
  const one = await create(ada, {
    title: 'one',
    parentId: task.id,
    dueOn: '2099-01-04',
    tagIds: [tagId],
  })
  await create(ada, { title: 'one.one', parentId: one.id })
  const two = await create(ada, { title: 'two', parentId: task.id })
  const gone = await create(ada, { title: 'gone', parentId: task.id })
  await runMutation(ada, 'deleteTask', { id: gone.id }, taskPayload)
  await complete(ada, two.id)

  const { task: completed, nextTask } = await complete(ada, task.id)
  expect(completed).toMatchObject({ completed: true, dueOn: first })
  expect(nextTask).toMatchObject({
    title: 'Weekly',
    description: 'notes',
    priority: 'HIGH',
    startOn: '2099-01-10',
    dueOn: second,
    dueTime: '09:00',
    dueAt: '2099-01-12T08:00:00.000Z',
    completed: false,
    list: { id: listId },
    recurrence: { ...task.recurrence, occurrenceOn: second, nextOn: third },
    tags: [{ id: tagId }],
    subtaskProgress: { completed: 0, total: 2 },
  })
  expect(await outline(ada, nextTask.id)).toEqual(['one(one.one)', 'two'])
  expect(await topLevel(ada, listId)).toEqual(['Weekly', 'Weekly', 'behind'])
  expect(completed.position < nextTask.position).toBe(true)
  const copy = await ada.data(`{ task(id: "${nextTask.id}") { subtasks { dueOn tags { id } } } }`)
  expect(copy.task.subtasks[0]).toEqual({ dueOn: '2099-01-11', tags: [{ id: tagId }] })
})

test('The day of a due time stays right across a change of the clocks', async () => {
  const task = await create(ada, {
    title: 'x',
    dueOn: '2099-03-28',
    dueTime: '09:00',
    dueTimeZone: 'Europe/Berlin',
    recurrence: { rule: 'FREQ=DAILY' },
  })
  // Summer time begins on the last Sunday of March, the 29th.
  expect(task.dueAt).toBe('2099-03-28T08:00:00.000Z')
  const { nextTask } = await complete(ada, task.id)
  expect(nextTask).toMatchObject({ dueOn: '2099-03-29', dueAt: '2099-03-29T07:00:00.000Z' })
})

test('Missed occurrences are skipped, and a postponed one continues from its own day', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const missed = await create(ada, {
    title: 'x',
    dueOn: '2020-01-01',
    recurrence: { rule: 'FREQ=DAILY' },
  })
  const { nextTask } = await complete(ada, missed.id)
  expect(nextTask.dueOn >= today).toBe(true)
  const task = await createWeekly()
  await runMutation(ada, 'updateTask', { id: task.id, dueOn: '2099-01-08' }, taskPayload)
  expect((await complete(ada, task.id)).nextTask.dueOn).toBe(second)
})

test('After completion counts from the person’s own day', async () => {
  // These two zones are 25 hours apart: it is never the same day in both.
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const person = await app.createPerson('traveller')
    await app.owner
      .updateTable('auth_user')
      .set({ time_zone: timeZone })
      .where('id', '=', person.userId)
      .execute()
    const task = await create(person, {
      title: 'Water the plants',
      dueOn: '2020-01-01',
      recurrence: { rule: 'FREQ=DAILY;INTERVAL=3', basis: 'COMPLETION' },
    })
    const today = Temporal.Now.plainDateISO(timeZone)
    const { nextTask } = await complete(person, task.id)
    expect(nextTask.dueOn).toBe(today.add({ days: 3 }).toString())
    expect(nextTask.recurrence.startOn).toBe(nextTask.dueOn)
  }
})

test.each([['FREQ=WEEKLY;BYDAY=MO;COUNT=2'], ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20990112']])(
  '%s ends after its second occurrence',
  async (rule) => {
    const task = await createWeekly({ recurrence: { rule } })
    const { nextTask } = await complete(ada, task.id)
    expect(nextTask).toMatchObject({ dueOn: second, recurrence: { nextOn: null } })
    expect((await complete(ada, nextTask.id)).nextTask).toBeNull()
  },
)

test('A repeating subtask repeats when it is completed itself, but not with its parent', async () => {
  const parent = await create(ada, { title: 'parent', dueOn: first, recurrence: weekly })
  const daily = { rule: 'FREQ=DAILY' }
  const sub = await create(ada, {
    title: 'sub',
    parentId: parent.id,
    dueOn: first,
    recurrence: daily,
  })
  const { nextTask } = await complete(ada, sub.id)
  expect(nextTask).toMatchObject({ parent: { id: parent.id }, dueOn: '2099-01-06' })
  const done = await complete(ada, parent.id)
  expect(await outline(ada, parent.id)).toEqual(['✓sub'])
  // The next parent has the one that is coming, on the first day of its rule that isn't before it.
  const { task } = await ada.data(
    `{ task(id: "${done.nextTask.id}") { subtasks { title dueOn } } }`,
  )
  expect(task.subtasks).toEqual([{ title: 'sub', dueOn: second }])
})

test('When the parent has no room for a subtask, the next occurrence goes to the top level of the list', async () => {
  const listId = await createList(ada, 'Full')
  const parent = await create(ada, { title: 'parent', listId })
  const sub = await create(ada, {
    title: 'sub',
    parentId: parent.id,
    dueOn: first,
    recurrence: weekly,
  })
  const tasks = Array.from({ length: 999 }, (_, nth) => ({ title: `${nth}`, parentId: parent.id }))
  await runMutation(ada, 'createTasks', { tasks }, 'changedCount')
  const { nextTask } = await complete(ada, sub.id)
  expect(nextTask).toMatchObject({ dueOn: second, list: { id: listId }, parent: null })
  expect((await readTask(ada, parent.id)).subtaskProgress.total).toBe(1000)
  expect(parent.position < nextTask.position).toBe(true)
})

test('Skipping moves to the next occurrence with open subtasks, and stops at the last', async () => {
  const task = await createWeekly({
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2' },
    startOn: '2099-01-04',
  })
  const sub = await create(ada, { title: 'sub', parentId: task.id, dueOn: '2099-01-04' })
  await complete(ada, sub.id)
  const { task: skipped } = await runMutation(ada, 'skipOccurrence', { id: task.id }, taskPayload)
  expect(skipped).toMatchObject({
    id: task.id,
    completed: false,
    startOn: '2099-01-11',
    dueOn: second,
    recurrence: { occurrenceOn: second, nextOn: null },
    subtaskProgress: { completed: 0, total: 1 },
  })
  expect((await readTask(ada, sub.id)).dueOn).toBe('2099-01-11')
  const conflict = { code: 'CONFLICT', paths: ['input.id'] }
  expect(await refusal(ada, 'skipOccurrence', { id: task.id })).toEqual(conflict)
  await complete(ada, task.id)
  expect(await refusal(ada, 'skipOccurrence', { id: task.id })).toEqual(conflict)
  const plain = await create(ada, 'plain')
  expect(await refusal(ada, 'skipOccurrence', { id: plain.id })).toEqual(conflict)
})

test('A month day that a month doesn’t have is its last day, and comes back afterwards', async () => {
  const dues: string[] = []
  let task = await create(ada, {
    title: 'Rent',
    dueOn: '2099-01-31',
    recurrence: { rule: 'FREQ=MONTHLY' },
  })
  for (let month = 0; month < 4; month += 1) {
    dues.push(task.dueOn)
    task = (await complete(ada, task.id)).nextTask
  }
  expect(dues).toEqual(['2099-01-31', '2099-02-28', '2099-03-31', '2099-04-30'])
})

test('Future occurrences are listed, ten at most', async () => {
  const task = await createWeekly()
  const ask = (first: number) =>
    ada.gql(`{ task(id: "${task.id}") { recurrence { nextOccurrences(first: ${first}) } } }`)
  expect((await ask(2)).data.task.recurrence.nextOccurrences).toEqual([second, third])
  expect((await ask(10)).data.task.recurrence.nextOccurrences).toHaveLength(10)
  for (const count of [0, 11])
    expect((await ask(count)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

test('Completing with the same idempotency key creates one next occurrence', async () => {
  const task = await createWeekly()
  const complete = () =>
    runMutation(
      ada,
      'completeTask',
      { id: task.id, idempotencyKey: 'done' },
      'nextTask { id dueOn }',
    )
  expect(await complete()).toEqual(await complete())
  expect(await inboxOf(ada)).toBe(task.list.id)
})
