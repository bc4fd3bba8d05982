import { expect, test } from 'vitest'
import { ShellQuery } from '../documents/shell.query.ts'
import {
  CompleteTask,
  CreateTask,
  CreateTasks,
  DeleteTask,
  MoveTask,
  ReopenTask,
  RestoreTask,
  UpdateTask,
} from '../documents/task.mutations.ts'
import { makeList, makeTask, startCache, type TestTask } from './support/test-cache.ts'

const inbox = { kind: 'inbox' } as const
const today = { kind: 'today' } as const
const completed = { kind: 'completed' } as const
const trash = { kind: 'trash' } as const
const home = makeList('home')
const homeList = { kind: 'list', id: 'home' } as const
const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)

test('a new task is in its place at once, and only once when the answer comes', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4'), makeTask('6')])
  const answer = api.hold()
  const adding = run(CreateTask, { input: { id: '9', title: 'new', beforeId: '4' } })
  expect(show(inbox)).toEqual(['9', '4', '6'])
  answer(payload('createTask', makeTask('9', { position: 'a2' })))
  await adding
  expect(show(inbox)).toEqual(['9', '4', '6'])
})

test('a new task that names no neighbour goes to the end', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4'), makeTask('6')])
  api.hold()
  run(CreateTask, { input: { id: '1', title: 'new' } })
  expect(show(inbox)).toEqual(['4', '6', '1'])
})

test('a new task whose list isn’t known yet waits for its answer, and is there then', async () => {
  const { api, load, show, run } = await startCache([])
  await load(inbox, [makeTask('4')])
  const answer = api.hold()
  const adding = run(CreateTask, { input: { id: '9', title: 'new' } })
  expect(show(inbox)).toEqual(['4'])
  answer(payload('createTask', makeTask('9')))
  await adding
  expect(show(inbox)).toEqual(['4', '9'])
})

test('a refused task leaves the list again', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4')])
  const answer = api.hold()
  const adding = run(CreateTask, { input: { id: '9', title: 'new' } })
  answer(undefined)
  await adding
  expect(show(inbox)).toEqual(['4'])
})

test('a completed task goes from every place of open tasks to the completed ones', async () => {
  const { api, load, show, run } = await startCache()
  const done = makeTask('1', { completed: true, completedAt: '2026-03-02T00:00:00.000Z' })
  await load(inbox, [makeTask('4', { dueOn: yesterday }), makeTask('6')])
  await load(today, [makeTask('4', { dueOn: yesterday })])
  await load(completed, [done])
  api.hold()
  run(CompleteTask, { input: { id: '4' } })
  expect([show(inbox), show(today), show(completed)]).toEqual([['6'], [], ['4', '1']])
})

test('a completion that is refused brings the task back to its places', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4'), makeTask('5'), makeTask('6')])
  await load(completed, [])
  const answer = api.hold()
  const completing = run(CompleteTask, { input: { id: '5' } })
  answer(undefined)
  await completing
  expect([show(inbox), show(completed)]).toEqual([['4', '5', '6'], []])
})

test('a reopened task returns to its place', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4'), makeTask('6')])
  await load(completed, [
    makeTask('5', { completed: true, completedAt: '2026-03-02T00:00:00.000Z' }),
  ])
  api.hold()
  run(ReopenTask, { input: { id: '5' } })
  expect([show(inbox), show(completed)]).toEqual([['4', '5', '6'], []])
})

test('the next occurrence of a repeating task takes its place when the answer brings it', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4')])
  api.answer(
    payload('completeTask', makeTask('4', { completed: true }), { nextTask: makeTask('7') }),
  )
  await run(CompleteTask, { input: { id: '4' } })
  expect(show(inbox)).toEqual(['7'])
})

test('a deleted task goes to the trash, and back to its place when it is restored', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4'), makeTask('5'), makeTask('6')])
  await load(trash, [])
  api.answer(payload('deleteTask', makeTask('5', { deletedAt: '2026-03-02T00:00:00.000Z' })))
  await run(DeleteTask, { input: { id: '5' } })
  expect([show(inbox), show(trash)]).toEqual([['4', '6'], ['5']])
  api.hold()
  run(RestoreTask, { input: { id: '5' } })
  expect([show(inbox), show(trash)]).toEqual([['4', '5', '6'], []])
})

test('another list, day or priority moves a task between places and within them', async () => {
  const { api, load, show, run } = await startCache([makeList('inbox', { isInbox: true }), home])
  await load(inbox, [makeTask('4'), makeTask('6')])
  await load(homeList, [])
  await load(today, [makeTask('8', { dueOn: yesterday })])
  api.hold()
  run(UpdateTask, { input: { id: '6', listId: 'home', dueOn: yesterday, priority: 'HIGH' } })
  expect([show(inbox), show(homeList), show(today)]).toEqual([['4'], ['6'], ['6', '8']])
})

test('a task goes from one page to another, and from the last one out of the list', async () => {
  const { api, loadPages, run } = await startCache()
  const show = await loadPages(
    inbox,
    [makeTask('1'), makeTask('3')],
    [makeTask('5'), makeTask('7'), makeTask('9')],
  )
  expect(show()).toEqual(['1', '3', '5', '7', '9'])
  const moved = [
    { id: '7', position: 'a2', now: ['1', '7', '3', '5', '9'] },
    { id: '1', position: 'a6', now: ['7', '3', '5', '1', '9'] },
  ]
  for (const { id, position, now } of moved) {
    const answer = api.hold()
    const moving = run(MoveTask, { input: { id } })
    answer(payload('moveTask', makeTask(id, { position })))
    await moving
    expect(show()).toEqual(now)
  }
  api.hold()
  run(CompleteTask, { input: { id: '9' } })
  await expect.poll(show).toEqual(['7', '3', '5', '1'])
})

test('a task whose place is beyond the loaded pages is left to its own page', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4'), makeTask('6')], true)
  await load(completed, [makeTask('8', { completed: true }), makeTask('5', { completed: true })])
  api.hold()
  run(ReopenTask, { input: { id: '8' } })
  api.hold()
  run(ReopenTask, { input: { id: '5' } })
  expect(show(inbox)).toEqual(['4', '5', '6'])
})

test('the last task of a page keeps its place when it changes, though no page after it is loaded', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('4'), makeTask('6')], true)
  const answer = api.hold()
  const changing = run(UpdateTask, { input: { id: '6', priority: 'HIGH' } })
  expect(show(inbox)).toEqual(['4', '6'])
  answer(payload('updateTask', makeTask('6', { priority: 'HIGH' })))
  await changing
  expect(show(inbox)).toEqual(['4', '6'])
})

test('several new tasks are there at once with all they have, and new tags come with the answer', async () => {
  const { api, client, load, read, show, run } = await startCache()
  await load(inbox, [makeTask('4')])
  const readTags = async () => {
    const { data } = await client.query(ShellQuery, {}, { requestPolicy: 'cache-only' }).toPromise()
    return data?.tags.nodes.map(({ id }) => id)
  }
  const answer = api.hold()
  const tasks = [
    { id: '8', title: 'a', tagNames: ['new'], priority: 'HIGH' as const },
    { id: '9', title: 'b', dueOn: yesterday },
  ]
  const adding = run(CreateTasks, { input: { tasks } })
  expect(show(inbox)).toEqual(['4', '8', '9'])
  expect(read(inbox)[1]).toMatchObject({ priority: 'HIGH', tags: [{ name: 'new' }] })
  expect(await readTags()).toEqual([])
  const tag = { __typename: 'Tag' as const, id: 't', name: 'new', color: null }
  const made = [makeTask('8', { tags: [tag] }), makeTask('9')]
  answer({ createTasks: { __typename: 'CreateTasksPayload', mutationId: 'm', tasks: made } })
  await adding
  expect(show(inbox)).toEqual(['4', '8', '9'])
  expect(await readTags()).toEqual(['t'])
})

function payload(field: string, task: TestTask, rest: Record<string, unknown> = {}) {
  const typename = `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`
  return {
    [field]: { __typename: typename, mutationId: 'm', task, nextTask: null, ...rest },
  }
}
