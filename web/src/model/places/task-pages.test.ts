import type { RequestPolicy } from '@urql/core'
import { expect, test } from 'vitest'
import { makeTask, startCache } from '../cache/support/test-cache.ts'
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

test('a page that failed is asked for again alone, and its problem is gone until it fails anew', async () => {
  const { api, open } = await openKnownInbox({ hasMore: true })
  const pages = open('cache-first')
  pages.subscribe(() => {})
  await nextTask()
  const before = api.requests.length
  api.answer(undefined)
  pages.loadMore()
  await expect.poll(() => pages.read().problem).toBeDefined()
  const refuse = api.hold()
  pages.retry()
  expect(pages.read().problem).toBeUndefined()
  refuse(undefined)
  await expect.poll(() => pages.read().problem).toBeDefined()
  expect(pages.read().tasks).toHaveLength(1)
  expect(api.requests.slice(before).map(({ variables }) => variables)).toEqual([
    expect.objectContaining({ after: '4' }),
    expect.objectContaining({ after: '4' }),
  ])
})

async function openKnownInbox({ hasMore = false } = {}) {
  const { api, client, load } = await startCache()
  const request = requestTasks({ kind: 'inbox' }, () => undefined)
  if (!request) throw new Error('Expected that the inbox can be asked for.')
  await load({ kind: 'inbox' }, [makeTask('4')], hasMore)
  const open = (policy: RequestPolicy = 'cache-and-network') =>
    createTaskPages(client, request, () => policy)
  return { api, open }
}

/** Until what the present task has begun is done as far as it can be. */
async function endOfTask(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** Until what was put off to a task of its own has been done. */
function nextTask(): Promise<void> {
  return new Promise((done) => setTimeout(done, 5))
}
