import { expect, test } from 'vitest'
import { LiveChanges } from '../documents/live-documents.ts'
import { CompleteTasks, MoveTasks, UpdateTasks } from '../documents/task-bulk.mutations.ts'
import { makeList, makeTask, startCache } from './support/test-cache.ts'

const inbox = { kind: 'inbox' } as const

function answer(field: string, refused: readonly string[], ids: readonly string[]) {
  return {
    [field]: {
      __typename: `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`,
      mutationId: 'm1',
      results: ids.map((id) => ({
        __typename: 'TaskResult',
        id,
        error: refused.includes(id)
          ? { __typename: 'TaskProblem', message: 'The task is in the trash.' }
          : null,
      })),
    },
  }
}

test('what is done to many shows at once, and holds after an answer that names no more than ids', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('1'), makeTask('2'), makeTask('3')])
  const give = api.hold()
  const done = run(CompleteTasks, { input: { ids: ['1', '3'], mode: 'EACH' } })
  expect(show(inbox)).toEqual(['2'])
  give(answer('completeTasks', [], ['1', '3']))
  await done
  expect(show(inbox)).toEqual(['2'])
})

test('of many, those that were refused come back, and all when the whole was', async () => {
  const { api, load, show, run } = await startCache()
  await load(inbox, [makeTask('1'), makeTask('2'), makeTask('3')])
  api.answer(answer('completeTasks', ['3'], ['1', '3']))
  await run(CompleteTasks, { input: { ids: ['1', '3'], mode: 'EACH' } })
  expect(show(inbox)).toEqual(['2', '3'])
  api.answer(undefined)
  await run(CompleteTasks, { input: { ids: ['2', '3'], mode: 'EACH' } })
  expect(show(inbox)).toEqual(['2', '3'])
})

test('one that is refused because it was deleted elsewhere meanwhile is gone', async () => {
  const { api, load, show, run, follow } = await startCache()
  await load(inbox, [makeTask('1'), makeTask('2')])
  const give = api.hold()
  const done = run(CompleteTasks, { input: { ids: ['1', '2'], mode: 'EACH' } })
  const node = makeTask('1', { deletedAt: '2026-03-01T00:00:00.000Z' })
  const change = { __typename: 'Change', id: '1', entityType: 'TASK', deleted: false, node }
  api.answer({
    changes: { __typename: 'ChangePage', cursor: 'c', resetRequired: false, changes: [change] },
  })
  await new Promise<void>((resolve) => follow(LiveChanges, { since: 'b' }, resolve))
  give(answer('completeTasks', ['1'], ['1', '2']))
  await done
  expect(show(inbox)).toEqual([])
})

test('tasks are put behind another one in the order they are named', async () => {
  const { api, load, show, run } = await startCache()
  await load(
    inbox,
    ['1', '2', '3', '4'].map((id) => makeTask(id)),
  )
  api.answer(answer('moveTasks', [], ['4', '1']))
  await run(MoveTasks, { input: { ids: ['4', '1'], afterId: '2', mode: 'EACH' } })
  expect(show(inbox)).toEqual(['2', '4', '1', '3'])
})

test('tasks are put before the first one', async () => {
  const { api, load, show, run } = await startCache()
  await load(
    inbox,
    ['1', '2', '3', '4'].map((id) => makeTask(id)),
  )
  api.answer(answer('moveTasks', [], ['3', '4']))
  await run(MoveTasks, { input: { ids: ['3', '4'], beforeId: '1', mode: 'EACH' } })
  expect(show(inbox)).toEqual(['3', '4', '1', '2'])
})

test('tasks that get another list leave the one and come to the other', async () => {
  const home = makeList('home')
  const { api, load, show, run } = await startCache([makeList('inbox', { isInbox: true }), home])
  await load(inbox, [makeTask('1'), makeTask('2')])
  await load({ kind: 'list', id: 'home' }, [])
  api.answer(answer('updateTasks', [], ['1', '2']))
  await run(UpdateTasks, { input: { ids: ['1', '2'], changes: { listId: 'home' }, mode: 'EACH' } })
  expect(show(inbox)).toEqual([])
  expect(show({ kind: 'list', id: 'home' })).toEqual(['1', '2'])
})
