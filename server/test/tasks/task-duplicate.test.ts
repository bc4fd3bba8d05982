import { afterAll, expect, test } from 'vitest'
import { maxCopiedTasks, maxSubtasksPerTask } from '../../src/domain/limits.ts'
import type { Json } from '../support/ask.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import {
  changeTask,
  create,
  createLine,
  createList,
  outline,
  readTask,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const contents = `
  title description priority dueOn dueTime dueTimeZone startOn completed deletedAt
  recurrence { rule basis } tags { id } list { id } parent { id }
  reminders { minutesBefore on time timeZone dismissedAt }
`

async function readContents(id: string): Promise<Json> {
  const { task } = await ada.data(`query ($id: ID!) { task(id: $id) { ${contents} } }`, { id })
  return task
}

async function duplicate(id: string): Promise<Json> {
  return changeTask(ada, 'duplicateTask', { id })
}

test('A duplicate has all that its task has, and comes directly after it', async () => {
  const list = await createList(ada, 'Trips')
  const { tag } = await runMutation(ada, 'createTag', { name: 'travel' }, 'tag { id }')
  const task = await create(ada, {
    ...{ title: 'Pack', description: 'Socks *twice*', priority: 'HIGH', listId: list },
    ...{ startOn: '2099-01-02', dueOn: '2099-01-05', dueTime: '18:00', dueTimeZone: 'Asia/Tokyo' },
    ...{ recurrence: { rule: 'FREQ=WEEKLY' }, tagIds: [tag.id] },
    reminders: [{ minutesBefore: 30 }, { on: '2099-01-04', time: '09:00', timeZone: 'Asia/Tokyo' }],
  })
  await create(ada, { title: 'Go', listId: list })
  const copy = await duplicate(task.id)
  expect(copy.id).not.toBe(task.id)
  expect(await readContents(copy.id)).toEqual(await readContents(task.id))
  expect(await topLevel(ada, list)).toEqual(['Pack', 'Pack', 'Go'])
  expect(copy.position > task.position).toBe(true)
})

test('Subtasks are copied to every level, in their order', async () => {
  const [root] = await createLine(ada, 'root', 'child', 'grandchild')
  await create(ada, { title: 'second', parentId: root.id })
  const trashed = await create(ada, { title: 'gone', parentId: root.id })
  await changeTask(ada, 'deleteTask', { id: trashed.id })
  const copy = await duplicate(root.id)
  expect(await outline(ada, copy.id)).toEqual(['child(grandchild)', 'second'])
  expect(await outline(ada, root.id)).toEqual(['child(grandchild)', 'second'])
})

test('The copy of a list that was ticked off is open again, all of it', async () => {
  const root = await create(ada, 'Packing list')
  const socks = await create(ada, { title: 'Socks', parentId: root.id })
  await changeTask(ada, 'completeTask', { id: root.id })
  const copy = await duplicate(root.id)
  expect(await readContents(copy.id)).toMatchObject({ completed: false })
  const { task } = await ada.data(
    'query ($id: ID!) { task(id: $id) { subtasks { title completed } } }',
    { id: copy.id },
  )
  expect(task.subtasks).toEqual([{ title: 'Socks', completed: false }])
  expect(await readContents(socks.id)).toMatchObject({ completed: true })
})

test('Of a repeating subtask the copy has the latest occurrence alone', async () => {
  const root = await create(ada, 'Week')
  const input = { title: 'Water', parentId: root.id, dueOn: '2099-01-05' }
  const water = await create(ada, { ...input, recurrence: { rule: 'FREQ=WEEKLY' } })
  await changeTask(ada, 'completeTask', { id: water.id })
  const copy = await duplicate(root.id)
  const { task } = await ada.data(
    'query ($id: ID!) { task(id: $id) { subtasks { dueOn completed recurrence { rule } } } }',
    { id: copy.id },
  )
  expect(task.subtasks).toEqual([
    { dueOn: '2099-01-12', completed: false, recurrence: { rule: 'FREQ=WEEKLY' } },
  ])
})

test('A reminder of a copy is its own, and rings though the one it was copied from was dismissed', async () => {
  const reminders = [{ on: '2099-01-04', time: '09:00' }]
  const task = await create(ada, { title: 'Call', reminders })
  const [first] = (await remindersOf(task.id)) as Json[]
  await runMutation(ada, 'dismissReminder', { taskId: task.id, reminderId: first.id }, 'mutationId')
  const copy = await duplicate(task.id)
  const [copied] = (await remindersOf(copy.id)) as Json[]
  expect(copied).toMatchObject({ dismissedAt: null, on: '2099-01-04', time: '09:00' })
  expect(copied.id).not.toBe(first.id)
})

async function remindersOf(id: string): Promise<Json> {
  const query = 'query ($id: ID!) { task(id: $id) { reminders { id on time dismissedAt } } }'
  return (await ada.data(query, { id })).task.reminders
}

test('Undo takes a copy away with its subtasks', async () => {
  const [root] = await createLine(ada, 'once', 'below')
  const { task, mutationId } = await runMutation(
    ada,
    'duplicateTask',
    { id: root.id },
    'mutationId task { id }',
  )
  await runMutation(ada, 'undo', { mutationId }, 'mutationId')
  const answer = await ada.gql('query ($id: ID!) { task(id: $id) { id } }', { id: task.id })
  expect(answer.data?.task ?? null).toBeNull()
  expect(await outline(ada, root.id)).toEqual(['below'])
})

test('Several are copied, each after its own, and one under another along with that one alone', async () => {
  const list = await createList(ada, 'Several')
  const a = await create(ada, { title: 'a', listId: list })
  const child = await create(ada, { title: 'child', parentId: a.id })
  const b = await create(ada, { title: 'b', listId: list })
  const payload = 'changedCount copies { id title } results { id task { title } }'
  const made = await runMutation(ada, 'duplicateTasks', { ids: [b.id, child.id, a.id] }, payload)
  expect(made.changedCount).toBe(2)
  expect(made.copies.map(({ title }: Json) => title)).toEqual(['b', 'a'])
  expect(made.results.map(({ id }: Json) => id)).toEqual([b.id, child.id, a.id])
  expect(await topLevel(ada, list)).toEqual(['a', 'a', 'b', 'b'])
  expect(await outline(ada, made.copies[1].id)).toEqual(['child'])
  expect(await outline(ada, a.id)).toEqual(['child'])
})

test('A copy under a completed task opens that one', async () => {
  const [root, child] = await createLine(ada, 'done', 'part')
  await changeTask(ada, 'completeTask', { id: root.id })
  await duplicate(child.id)
  expect(await readContents(root.id)).toMatchObject({ completed: false })
})

test('One in the trash, one of somebody else, and a parent without room are refused', async () => {
  const trashed = await create(ada, 'Trashed')
  await changeTask(ada, 'deleteTask', { id: trashed.id })
  const foreign = await create(bob, 'Foreign')
  const attempt = async (id: string) =>
    refusalOf(await tryMutation(ada, 'duplicateTask', { id }, 'task { id }'))
  expect(await attempt(trashed.id)).toMatchObject({ code: 'CONFLICT', paths: ['input.id'] })
  expect(await attempt(foreign.id)).toMatchObject({ code: 'NOT_FOUND', paths: ['input.id'] })

  const root = await create(ada, 'Full')
  const full = Array.from({ length: maxSubtasksPerTask }, (_, nth) => ({
    title: `${nth}`,
    parentId: root.id,
  }))
  const { tasks } = await runMutation(ada, 'createTasks', { tasks: full }, 'tasks { id }')
  const refusal = await attempt(tasks[0].id)
  expect(refusal).toMatchObject({ code: 'LIMIT_EXCEEDED', paths: ['input.id'] })
  expect(refusal?.message).toContain('A task can have 1,000 subtasks')

  const copy = await duplicate(root.id)
  expect(await readTask(ada, copy.id)).toMatchObject({ title: 'Full' })
  const both = await tryMutation(ada, 'duplicateTasks', { ids: [root.id, copy.id] }, 'changedCount')
  expect(refusalOf(both)).toMatchObject({ code: 'LIMIT_EXCEEDED' })
  expect(refusalOf(both)?.message).toContain(maxCopiedTasks.toLocaleString('en'))
})
