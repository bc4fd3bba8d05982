import { expect, test } from 'vitest'
import { DeleteTasksForGood, EmptyTrash } from '../documents/for-good.mutations.ts'
import { makeTask, startCache } from './support/test-cache.ts'

const trash = { kind: 'trash' } as const
const inbox = { kind: 'inbox' } as const
const deletedAt = '2026-03-02T00:00:00.000Z'
const trashed = (id: string) => makeTask(id, { deletedAt })

const result = (id: string, code?: string) => ({
  __typename: 'TaskResult',
  id,
  error: code ? { __typename: 'TaskProblem', code, message: 'Why not.' } : null,
})

test('what is deleted for good leaves the trash once that is answered, and not before', async () => {
  const { api, load, show, run } = await startCache()
  await load(trash, [trashed('1'), trashed('2'), trashed('3'), trashed('4')])
  const give = api.hold()
  const done = run(DeleteTasksForGood, { input: { ids: ['1', '2', '3'], mode: 'EACH' } })
  expect(show(trash)).toEqual(['1', '2', '3', '4'])
  give({
    deleteTasksForGood: {
      __typename: 'DeleteTasksForGoodPayload',
      // One is gone already, and one was restored meanwhile.
      results: [result('1'), result('2', 'NOT_FOUND'), result('3', 'CONFLICT')],
    },
  })
  await done
  expect(show(trash)).toEqual(['3', '4'])
})

test.each([
  [0, []],
  [7, ['1', '2']],
])('with %i left in an emptied trash, what is known of it is %j', async (remainingCount, known) => {
  const { api, load, show, run } = await startCache()
  await load(trash, [trashed('1'), trashed('2')])
  await load(inbox, [makeTask('3')])
  api.answer({
    emptyTrash: {
      __typename: 'EmptyTrashPayload',
      deletedTaskCount: 2,
      deletedListCount: 0,
      remainingCount,
    },
  })
  await run(EmptyTrash, { input: {} })
  expect(show(trash)).toEqual(known)
  expect(show(inbox)).toEqual(['3'])
})
