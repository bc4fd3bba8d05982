import type { RequestPolicy } from '@urql/core'
import { expect, test } from 'vitest'
import { connection, makeTask, startCache, type TestTask } from '../cache/support/test-cache.ts'
import { createTaskPages } from './task-pages.ts'
import { requestTasks } from './task-request.ts'

test('known tasks are there before the API is asked for them', async () => {
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

test('a page that failed is asked for again alone, and its problem is gone until it fails again', async () => {
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

test('a task that moved to a page while that was loading is there, and only there', async () => {
  const { api, open } = await openKnownInbox({ hasMore: true })
  const pages = open('cache-first')
  pages.subscribe(() => {})
  await nextTask()
  api.answer({ tasks: connection('TaskConnection', [makeTask('5'), makeTask('4')]) })
  pages.loadMore()
  await expect.poll(() => pages.read().tasks?.map(({ id }) => id)).toEqual(['5', '4'])
})

test('a search shows what is open, all of it, and then what is completed', async () => {
  const { api, client } = await startCache()
  const before = api.requests.length
  const pages = createTaskPages(client, { kind: 'search', query: 'milk' }, () => 'network-only')
  api.answer(found([makeTask('4')], true))
  pages.subscribe(() => {})
  await expect.poll(() => pages.read().tasks).toHaveLength(1)
  expect(api.requests).toHaveLength(before + 1)

  api.answer(found([makeTask('3')]))
  api.answer(found([makeTask('5', { completed: true })], true))
  pages.loadMore()
  await expect.poll(() => pages.read().tasks?.map(({ id }) => id)).toEqual(['4', '3', '5'])
  expect(pages.read().hasMore).toBe(true)
  api.answer(found([makeTask('2', { completed: true })]))
  pages.loadMore()
  await expect.poll(() => pages.read().tasks?.map(({ id }) => id)).toEqual(['4', '3', '5', '2'])
  expect(pages.read().hasMore).toBe(false)
  expect(api.requests.slice(before).map(({ variables }) => variables)).toEqual([
    { query: 'milk', completed: false },
    { query: 'milk', completed: false, after: '4' },
    { query: 'milk', completed: true },
    { query: 'milk', completed: true, after: '5' },
  ])
})

test('a search that finds only what is completed isn’t empty meanwhile', async () => {
  const { api, client } = await startCache()
  const pages = createTaskPages(client, { kind: 'search', query: 'milk' }, () => 'network-only')
  api.answer(found([]))
  const answer = api.hold()
  pages.subscribe(() => {})
  await expect.poll(() => pages.read().tasks).toEqual([])
  expect(pages.read().hasMore).toBe(true)
  answer(found([makeTask('5', { completed: true })]))
  await expect.poll(() => pages.read().tasks?.map(({ id }) => id)).toEqual(['5'])
  expect(pages.read().hasMore).toBe(false)
})

function found(tasks: TestTask[], hasNextPage = false) {
  return { searchTasks: connection('TaskConnection', tasks, hasNextPage) }
}

async function openKnownInbox({ hasMore = false } = {}) {
  const { api, client, load } = await startCache()
  const request = requestTasks({ kind: 'inbox' }, () => undefined)
  if (!request) throw new Error('Expected that the inbox can be asked for.')
  await load({ kind: 'inbox' }, [makeTask('4')], hasMore)
  const open = (policy: RequestPolicy = 'cache-and-network') =>
    createTaskPages(client, request, () => policy)
  return { api, open }
}

/** Waits until what the current task has begun is done as far as it can be. */
async function endOfTask(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** Waits until what was postponed to a task of its own is done. */
function nextTask(): Promise<void> {
  return new Promise((done) => setTimeout(done, 5))
}
