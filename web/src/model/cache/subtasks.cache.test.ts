import { gql } from '@urql/core'
import { expect, test } from 'vitest'
import {
  CompleteTask,
  CreateTask,
  DeleteTask,
  MoveTask,
  UpdateTask,
} from '../documents/task.mutations.ts'
import { MoveTasks } from '../documents/task-bulk.mutations.ts'
import { makeTask, startCache, type TestTask } from './support/test-cache.ts'

const opened = gql`
  query Opened($id: ID!) {
    task(id: $id) {
      id
      deletedAt
      subtasks {
        id
      }
    }
  }
`

/** The app's cache with a task that is open and has these subtasks. */
async function openTask(subtasks: TestTask[]) {
  const cache = await startCache()
  const parent = makeTask('p')
  await cache.load({ kind: 'inbox' }, [parent, ...subtasks])
  const { client, api } = cache
  api.answer({ task: { ...parent, subtasks } })
  await client.query(opened, { id: 'p' }).toPromise()
  return {
    ...cache,
    async showSubtasks(): Promise<string[]> {
      const { data } = await client
        .query(opened, { id: 'p' }, { requestPolicy: 'cache-only' })
        .toPromise()
      return data.task.subtasks.map(({ id }: { id: string }) => id)
    },
  }
}

const parent = {
  __typename: 'Task' as const,
  id: 'p',
  title: 'task p',
  subtaskProgress: null as never,
}
const one = makeTask('1', { parent })
const two = makeTask('2', { parent })
const three = makeTask('3', { parent })

test('a new subtask is the last of its parent at once, in its list', async () => {
  const { api, run, showSubtasks } = await openTask([one, two])
  api.hold()
  run(CreateTask, { input: { id: '9', title: 'new', parentId: 'p' } })
  expect(await showSubtasks()).toEqual(['1', '2', '9'])
})

test.each([
  ['3', { beforeId: '2' }, ['1', '3', '2']],
  ['3', { beforeId: '1' }, ['3', '1', '2']],
  ['1', { afterId: '2' }, ['2', '1', '3']],
  ['1', { afterId: '3' }, ['2', '3', '1']],
])('subtask %s that goes %j is there at once', async (id, beside, order) => {
  const { api, run, showSubtasks } = await openTask([one, two, three])
  api.hold()
  run(MoveTask, { input: { id, parentId: 'p', ...beside } })
  expect(await showSubtasks()).toEqual(order)
})

test('tasks that come under a parent are its last ones at once, in the order they are named', async () => {
  const { api, load, run, showSubtasks } = await openTask([two, three])
  await load({ kind: 'all' }, [makeTask('0'), makeTask('1'), makeTask('4'), two, three])
  api.hold()
  run(MoveTask, { input: { id: '1', parentId: 'p' } })
  expect(await showSubtasks()).toEqual(['2', '3', '1'])
  api.hold()
  run(MoveTasks, { input: { ids: ['4', '0'], parentId: 'p', mode: 'EACH' } })
  expect(await showSubtasks()).toEqual(['2', '3', '1', '4', '0'])
})

test('a subtask that is deleted or gets another parent is none any more, a completed one stays', async () => {
  const { api, run, showSubtasks } = await openTask([one, two, three])
  api.hold()
  run(DeleteTask, { input: { id: '1' } })
  expect(await showSubtasks()).toEqual(['2', '3'])
  api.hold()
  run(UpdateTask, { input: { id: '2', parentId: null } })
  expect(await showSubtasks()).toEqual(['3'])
  api.hold()
  run(CompleteTask, { input: { id: '3' } })
  expect(await showSubtasks()).toEqual(['3'])
})

test('a refused subtask leaves its parent again', async () => {
  const { api, run, showSubtasks } = await openTask([one])
  const answer = api.hold()
  const adding = run(CreateTask, { input: { id: '9', title: 'new', parentId: 'p' } })
  answer(undefined)
  await adding
  expect(await showSubtasks()).toEqual(['1'])
})
