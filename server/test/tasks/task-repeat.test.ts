import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { refusal, runMutation } from '../support/run-mutation.ts'
import { create, outline, readTask, taskPayload } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

/** Mondays far enough ahead that nothing is past while the test runs. */
const [first, second, third] = ['2099-01-05', '2099-01-12', '2099-01-19']
const weekly = { rule: 'FREQ=WEEKLY' }

async function complete(id: string, person: Person = ada): Promise<Json> {
  return (await runMutation(person, 'completeTask', { id }, 'nextTask { id dueOn startOn }'))
    .nextTask
}

async function listSubtasks(id: string): Promise<Json[]> {
  const fields = 'id title dueOn startOn completed recurrence { occurrenceOn }'
  const { task } = await ada.data(`{ task(id: "${id}") { subtasks { ${fields} } } }`)
  return task.subtasks
}

/** `5 12✓`: the days of January, with those that are done. */
async function drawSubtasks(id: string): Promise<string> {
  const subtasks = await listSubtasks(id)
  return subtasks.map(({ dueOn, completed }) => `${dueOn}${completed ? '✓' : ''}`).join(' ')
}

async function createParent(child: object = {}, parent: object = {}) {
  const task = await create(ada, { title: 'P', dueOn: first, recurrence: weekly, ...parent })
  const input = { title: 'C', parentId: task.id, dueOn: first, recurrence: weekly, ...child }
  return { parentId: task.id as string, childId: (await create(ada, input)).id as string }
}

type Order = [name: string, (parentId: string, childId: string) => Promise<unknown>]
const orders: Order[] = [
  [
    'the subtask first',
    async (parentId, childId) => {
      await complete(childId)
      await complete(parentId)
    },
  ],
  [
    'the parent first',
    async (parentId, childId) => {
      await complete(parentId)
      await complete(childId)
    },
  ],
  ['both at once', (parentId, childId) => completeBoth([parentId, childId])],
  [
    'both at once, the subtask named first',
    (parentId, childId) => completeBoth([childId, parentId]),
  ],
]

function completeBoth(ids: string[]) {
  return runMutation(ada, 'completeTasks', { ids }, 'changedCount')
}

async function findNext(id: string): Promise<string> {
  const [row] = await app.owner
    .selectFrom('task')
    .select('id')
    .where('repeats_task_id', '=', id)
    .execute()
  return row?.id
}

const children: [string, object, string][] = [
  ['weekly', {}, second],
  ['daily', { recurrence: { rule: 'FREQ=DAILY' } }, second],
  ['weekly, the day before', { dueOn: '2099-01-04' }, '2099-01-11'],
  ['on the 5th of every month', { recurrence: { rule: 'FREQ=MONTHLY' } }, '2099-02-05'],
  ['every other week', { recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2' } }, third],
  ['weekly until the 12th', { recurrence: { rule: 'FREQ=WEEKLY;UNTIL=20990112' } }, second],
]

test.each(orders.flatMap((order) => children.map((child) => [...order, ...child] as const)))(
  'Completing %s, a parent and its repeating subtask leave one open subtask on its own next day',
  async (_order, act, _kind, child, next) => {
    const { parentId, childId } = await createParent(child)
    await act(parentId, childId)
    const nextId = await findNext(parentId)
    expect(await drawSubtasks(parentId)).toBe(`${(await readTask(ada, childId)).dueOn}✓`)
    expect(await drawSubtasks(nextId)).toBe(next)
    expect((await readTask(ada, nextId)).dueOn).toBe(second)
  },
)

test('A repeating subtask counts down under its parent round after round, and doesn’t return when it is over', async () => {
  let { parentId, childId } = await createParent({ recurrence: { rule: 'FREQ=WEEKLY;COUNT=3' } })
  const rounds: string[] = []
  for (let round = 0; round < 4; round += 1) {
    rounds.push(await drawSubtasks(parentId))
    if (round === 1) await complete(childId)
    parentId = (await complete(parentId)).id
    childId = (await listSubtasks(parentId))[0]?.id
  }
  expect(rounds).toEqual([first, second, third, ''])
})

test('A subtask’s next occurrence keeps its own fields when it moves to the next parent', async () => {
  const { parentId, childId } = await createParent()
  await create(ada, { title: 'G', parentId: childId })
  const coming = await complete(childId)
  await runMutation(
    ada,
    'updateTask',
    { id: coming.id, title: 'C, with care', dueOn: '2099-01-13' },
    taskPayload,
  )
  const next = await complete(parentId)
  expect(await listSubtasks(next.id)).toMatchObject([
    { id: coming.id, title: 'C, with care', dueOn: '2099-01-13', completed: false },
  ])
  expect(await outline(ada, next.id)).toEqual(['C, with care(G)'])
  expect(await outline(ada, parentId)).toEqual(['✓C(✓G)'])
})

test('Reopening and undoing move a subtask’s next occurrence back to where it was', async () => {
  const { parentId, childId } = await createParent({ recurrence: { rule: 'FREQ=DAILY' } })
  const coming = await complete(childId)
  const before = await drawSubtasks(parentId)
  expect(before).toBe(`${first}✓ 2099-01-06`)
  const next = await complete(parentId)
  expect(await drawSubtasks(next.id)).toBe(second)
  const reopened = await runMutation(ada, 'reopenTask', { id: parentId }, 'takenBackTaskId')
  expect(reopened.takenBackTaskId).toBe(next.id)
  expect(await drawSubtasks(parentId)).toBe(before)

  const { mutationId } = await runMutation(
    ada,
    'completeTask',
    { id: parentId },
    'mutationId nextTask { id }',
  )
  await runMutation(ada, 'undo', { mutationId }, 'changes { id }')
  expect(await drawSubtasks(parentId)).toBe(before)
  await runMutation(ada, 'redo', { mutationId }, 'changes { id }')
  expect(await drawSubtasks(await findNext(parentId))).toBe(second)
  expect(await readTask(ada, coming.id)).toMatchObject({ parent: { id: await findNext(parentId) } })
})

test('Reopening the subtask itself removes its next occurrence and the next parent', async () => {
  const { parentId, childId } = await createParent()
  const coming = await complete(childId)
  const next = await complete(parentId)
  await runMutation(ada, 'reopenTask', { id: childId }, taskPayload)
  expect(await drawSubtasks(parentId)).toBe(first)
  expect(await readTask(ada, parentId)).toMatchObject({ completed: false })
  for (const id of [coming.id, next.id]) expect(await readTask(ada, id)).toBeNull()
})

test('A next parent that was changed keeps what moved to it', async () => {
  const { parentId, childId } = await createParent()
  const coming = await complete(childId)
  const next = await complete(parentId)
  await runMutation(ada, 'updateTask', { id: coming.id, title: 'C, with care' }, taskPayload)
  const reopened = await runMutation(ada, 'reopenTask', { id: parentId }, 'keptNextTask { id }')
  expect(reopened.keptNextTask).toEqual({ id: next.id })
  expect(await listSubtasks(next.id)).toMatchObject([{ id: coming.id, title: 'C, with care' }])
})

test('Skipping the parent keeps completed subtasks', async () => {
  const { parentId, childId } = await createParent()
  await complete(childId)
  await runMutation(ada, 'skipOccurrence', { id: parentId }, taskPayload)
  expect(await drawSubtasks(parentId)).toBe(`${first}✓ ${second}`)
  await runMutation(ada, 'skipOccurrence', { id: parentId }, taskPayload)
  expect(await drawSubtasks(parentId)).toBe(`${first}✓ ${third}`)
})

test('Skipping the parent skips a subtask to its own next day, and renews one that was completed with it', async () => {
  const { parentId, childId } = await createParent({
    dueOn: '2099-01-15',
    recurrence: { rule: 'FREQ=MONTHLY' },
  })
  const daily = { title: 'D', parentId, dueOn: first, recurrence: { rule: 'FREQ=DAILY' } }
  const { id: dailyId } = await create(ada, daily)
  await complete(parentId)
  await runMutation(ada, 'reopenTask', { id: parentId }, taskPayload)
  expect(await drawSubtasks(parentId)).toBe(`2099-01-15 ${first}✓`)
  await runMutation(ada, 'skipOccurrence', { id: parentId }, taskPayload)
  expect(await drawSubtasks(parentId)).toBe(`2099-01-15 ${first}✓ ${second}`)
  expect(await readTask(ada, childId)).toMatchObject({ completed: false })
  expect(await readTask(ada, dailyId)).toMatchObject({ completed: true, dueOn: first })
})

test('Postponing one occurrence repeatedly moves neither start nor subtasks permanently', async () => {
  let task = await create(ada, {
    title: 'P',
    startOn: '2099-01-03',
    dueOn: first,
    recurrence: weekly,
  })
  await create(ada, { title: 'S', parentId: task.id, dueOn: '2099-01-04' })
  for (const [putOffTo, start, due, subtask] of [
    ['2099-01-08', '2099-01-10', second, '2099-01-11'],
    ['2099-01-14', '2099-01-17', third, '2099-01-18'],
  ]) {
    await runMutation(ada, 'updateTask', { id: task.id, dueOn: putOffTo }, taskPayload)
    task = await complete(task.id)
    expect(task).toMatchObject({ startOn: start, dueOn: due })
    expect(await drawSubtasks(task.id)).toBe(subtask)
  }
})

test('An occurrence postponed beyond the next one is skipped to the one after that', async () => {
  for (const [putOffTo, next] of [
    ['2099-01-08', second],
    [second, third],
    ['2099-01-14', third],
  ]) {
    const task = await create(ada, { title: 'P', dueOn: first, recurrence: weekly })
    await runMutation(ada, 'updateTask', { id: task.id, dueOn: putOffTo }, taskPayload)
    const skipped = await runMutation(ada, 'skipOccurrence', { id: task.id }, taskPayload)
    expect(skipped.task.dueOn).toBe(next)
  }
})

test('An occurrence postponed to today and completed today comes again tomorrow, one by one and in bulk', async () => {
  const { timeZone } = (await ada.data('{ me { timeZone } }')).me
  const today = Temporal.Now.plainDateISO(timeZone)
  const day = (days: number) => today.add({ days }).toString()
  const ids: string[] = []
  for (const days of [-3, -1, 0]) {
    const daily = { title: 'D', dueOn: day(days), recurrence: { rule: 'FREQ=DAILY' } }
    ids.push((await create(ada, daily)).id)
  }
  await runMutation(ada, 'updateTasks', { ids, changes: { dueOn: day(0) } }, 'changedCount')
  const [one, ...others] = ids
  expect((await complete(one ?? '')).dueOn).toBe(day(1))
  const { nextTasks } = await runMutation(
    ada,
    'completeTasks',
    { ids: others },
    'nextTasks { dueOn }',
  )
  expect(nextTasks).toEqual([{ dueOn: day(1) }, { dueOn: day(1) }])
})

test.each([
  ['Pacific/Kiritimati', 'America/Los_Angeles'],
  ['Europe/Berlin', 'America/New_York'],
  ['America/New_York', 'Asia/Tokyo'],
  ['Pacific/Pago_Pago', 'Pacific/Kiritimati'],
])(
  'A person in %s misses nothing of a task in %s, and gets no missed occurrence',
  async (own, zone) => {
    const person = await app.createPerson('traveller')
    await runMutation(person, 'updateMe', { timeZone: own }, 'user { timeZone }')
    const there = Temporal.Now.zonedDateTimeISO(zone)
    for (const minutes of [-90, 90]) {
      const due = there.add({ minutes })
      const input = {
        title: 'x',
        dueOn: due.toPlainDate().subtract({ days: 1 }).toString(),
        dueTime: due.toPlainTime().toString().slice(0, 5),
        dueTimeZone: zone,
        recurrence: { rule: 'FREQ=DAILY' },
      }
      const next = due
        .add({ days: minutes < 0 ? 1 : 0 })
        .toPlainDate()
        .toString()
      const { id } = await create(person, input)
      expect((await complete(id, person)).dueOn).toBe(next)
      const other = await create(person, input)
      expect(
        (await runMutation(person, 'skipOccurrence', { id: other.id }, taskPayload)).task.dueOn,
      ).toBe(next)
    }
  },
)

test('A next occurrence that is restored from the trash after another was created doesn’t repeat', async () => {
  const { parentId: id } = await createParent()
  const trashed = await complete(id)
  await runMutation(ada, 'deleteTask', { id: trashed.id }, taskPayload)
  await runMutation(ada, 'reopenTask', { id }, taskPayload)
  const next = await complete(id)
  await runMutation(ada, 'restoreTask', { id: trashed.id }, taskPayload)
  const restored = await readTask(ada, trashed.id)
  expect(restored).toMatchObject({ dueOn: second, recurrence: null })
  expect(await listSubtasks(trashed.id)).toMatchObject([{ dueOn: second, recurrence: null }])
  expect((await readTask(ada, next.id)).recurrence).not.toBeNull()
  expect(await complete(trashed.id)).toBeNull()
  expect((await complete(next.id)).dueOn).toBe(third)
})

test('A task that already has its next occurrence can’t be skipped to a second one', async () => {
  const task = await create(ada, { title: 'P', dueOn: first, recurrence: weekly })
  const next = await complete(task.id)
  await runMutation(ada, 'updateTask', { id: next.id, title: 'Other' }, taskPayload)
  await runMutation(ada, 'reopenTask', { id: task.id }, taskPayload)
  const conflict = { code: 'CONFLICT', paths: ['input.id'] }
  expect(await refusal(ada, 'skipOccurrence', { id: task.id })).toEqual(conflict)
  await runMutation(ada, 'deleteTask', { id: next.id }, taskPayload)
  expect((await runMutation(ada, 'skipOccurrence', { id: task.id }, taskPayload)).task.dueOn).toBe(
    second,
  )
  await runMutation(ada, 'restoreTask', { id: next.id }, taskPayload)
  expect((await readTask(ada, next.id)).recurrence).toBeNull()
})
