import { expect, test } from 'vitest'
import { LiveChanges } from '../documents/live-documents.ts'
import { UpdateTask } from '../documents/task.mutations.ts'
import { makeTask, startCache, type TestTask } from './support/test-cache.ts'

const inbox = { kind: 'inbox' } as const
const before = makeTask('4', { title: 'before' })
const mine = makeTask('4', { title: 'mine', updatedAt: '2026-03-02T00:00:00.000Z' })
const both = makeTask('4', {
  title: 'mine',
  description: 'theirs',
  updatedAt: '2026-03-03T00:00:00.000Z',
})

test('an answer that comes after a newer change doesn’t take it back', async () => {
  const { answer, report, read } = await startRenaming()
  await report(both)
  await answer(mine)
  expect(read()).toEqual(['mine', 'theirs'])
})

test('an answer that is newer than the last reported change is shown', async () => {
  const { answer, report, read } = await startRenaming()
  await report(mine)
  await answer(both)
  expect(read()).toEqual(['mine', 'theirs'])
})

test('a page that was asked for before a newer change doesn’t take it back', async () => {
  const { answer, report, read, load } = await startRenaming()
  await answer(mine)
  await report(both)
  await load(inbox, [mine])
  expect(read()).toEqual(['mine', 'theirs'])
})

/** A rename of a task is under way; gives what answers it and what reports changes meanwhile. */
async function startRenaming() {
  const { api, load, read, run, follow } = await startCache()
  await load(inbox, [before])
  const send = api.hold()
  const renamed = run(UpdateTask, { input: { id: '4', title: 'mine' } })
  return {
    load,
    read: () => read(inbox).flatMap(({ title, description }) => [title, description]),
    async answer(task: TestTask) {
      send({ updateTask: { __typename: 'UpdateTaskPayload', mutationId: 'm1', task } })
      await renamed
    },
    async report(node: TestTask) {
      const change = { __typename: 'Change', id: node.id, entityType: 'TASK', deleted: false, node }
      const page = {
        __typename: 'ChangePage',
        cursor: 'c',
        resetRequired: false,
        changes: [change],
      }
      api.answer({ changes: page })
      await new Promise<void>((resolve) => {
        const { unsubscribe } = follow(LiveChanges, { since: `${node.updatedAt}` }, () => {
          setTimeout(() => unsubscribe())
          resolve()
        })
      })
    },
  }
}
