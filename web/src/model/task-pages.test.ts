import { expect, test } from 'vitest'
import { makeTask, startCache } from './support/test-cache.ts'
import { createTaskPages } from './task-pages.ts'
import { requestTasks } from './task-request.ts'

test('tasks that are known stand there before the API is asked for them', async () => {
  const { api, open } = await openKnownInbox()
  const before = api.requests.length
  const pages = open()
  expect(pages.read().tasks?.map(({ id }) => id)).toEqual(['4'])
  pages.subscribe(() => {})
  await endOfTask()
  expect(api.requests).toHaveLength(before)
  await expect.poll(() => api.requests.length).toBe(before + 1)
})

test('a place that is left at once asks the API for nothing', async () => {
  const { api, open } = await openKnownInbox()
  const before = api.requests.length
  const leave = open().subscribe(() => {})
  leave()
  await nextTask()
  expect(api.requests).toHaveLength(before)
})

async function openKnownInbox() {
  const { api, client, load } = await startCache()
  const request = requestTasks({ kind: 'inbox' }, () => undefined)
  if (!request) throw new Error('Expected that the inbox can be asked for.')
  await load({ kind: 'inbox' }, [makeTask('4')])
  return { api, open: () => createTaskPages(client, request, () => 'cache-and-network') }
}

/** Until what the present task has begun is done as far as it can be. */
async function endOfTask(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** Until what was put off to a task of its own has been done. */
function nextTask(): Promise<void> {
  return new Promise((done) => setTimeout(done, 5))
}
