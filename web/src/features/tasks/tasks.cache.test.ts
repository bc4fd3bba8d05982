import { Client, fetchExchange, type TypedDocumentNode } from '@urql/core'
import { expect, test } from 'vitest'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import {
  CompleteTaskDocument,
  CreateTaskDocument,
  DeleteTaskDocument,
  ReopenTaskDocument,
  RestoreTaskDocument,
} from '../../gql/graphql.ts'
import { createCacheExchange } from '../../graphql/cache.exchange.ts'
import { TaskPageQuery } from './task-page.query.ts'
import { type TaskRowData, TaskRowFields } from './task-row.fragment.ts'
import { taskCache } from './tasks.cache.ts'

test('a new task stands first at once, and only once when the answer comes', async () => {
  const { client, api, open } = await startList({ open: [task('b', 2), task('a', 1)] })
  const answer = api.hold()
  const adding = run(client, CreateTaskDocument, { input: { id: 'c', title: 'task c' } })
  expect(open()).toEqual(['c', 'b', 'a'])
  answer(payload('createTask', task('c', 3)))
  await adding
  expect(open()).toEqual(['c', 'b', 'a'])
})

test('a new task stands first also where the clock of this machine is slow', async () => {
  const future = { ...task('a', 1), createdAt: '2999-01-01T00:00:00.000Z' }
  const { client, api, open } = await startList({ open: [future] })
  api.hold()
  run(client, CreateTaskDocument, { input: { id: 'c', title: 'task c' } })
  expect(open()).toEqual(['c', 'a'])
})

test('a refused task leaves the list again', async () => {
  const { client, api, open } = await startList({ open: [task('a', 1)] })
  const answer = api.hold()
  const adding = run(client, CreateTaskDocument, { input: { id: 'c', title: 'task c' } })
  answer(undefined)
  await adding
  expect(open()).toEqual(['a'])
})

test('a completed task goes to the completed ones, at its place', async () => {
  const { client, api, open, completed } = await startList({
    open: [task('c', 3), task('b', 2)],
    completed: [task('d', 4, true), task('a', 1, true)],
  })
  const answer = api.hold()
  const completing = run(client, CompleteTaskDocument, { input: { id: 'b' } })
  expect([open(), completed()]).toEqual([['c'], ['d', 'b', 'a']])
  answer(payload('completeTask', task('b', 2, true)))
  await completing
  expect([open(), completed()]).toEqual([['c'], ['d', 'b', 'a']])
})

test('a completion that is refused brings the task back to its place', async () => {
  const { client, api, open, completed } = await startList({
    open: [task('c', 3), task('b', 2), task('a', 1)],
    completed: [],
  })
  const answer = api.hold()
  const completing = run(client, CompleteTaskDocument, { input: { id: 'b' } })
  answer(undefined)
  await completing
  expect([open(), completed()]).toEqual([['c', 'b', 'a'], []])
})

test('a reopened task returns to its place', async () => {
  const { client, api, open, completed } = await startList({
    open: [task('c', 3), task('a', 1)],
    completed: [task('b', 2, true)],
  })
  api.hold()
  run(client, ReopenTaskDocument, { input: { id: 'b' } })
  expect([open(), completed()]).toEqual([['c', 'b', 'a'], []])
})

test('a deleted task is gone at once and stands at its old place when it is restored', async () => {
  const { client, api, open } = await startList({
    open: [task('c', 3), task('b', 2), task('a', 1)],
  })
  const deleted = api.hold()
  const deleting = run(client, DeleteTaskDocument, { input: { id: 'b' } })
  expect(open()).toEqual(['c', 'a'])
  deleted(payload('deleteTask', task('b', 2)))
  await deleting
  const restored = api.hold()
  const restoring = run(client, RestoreTaskDocument, { input: { id: 'b' }, task: task('b', 2) })
  expect(open()).toEqual(['c', 'b', 'a'])
  restored(payload('restoreTask', task('b', 2)))
  await restoring
  expect(open()).toEqual(['c', 'b', 'a'])
})

test('the task that stands in for a restored one never leaves the browser', async () => {
  const { client, api } = await startList({ open: [] })
  api.hold()
  run(client, RestoreTaskDocument, { input: { id: 'b' }, task: task('b', 2) })
  await expect.poll(() => api.lastVariables()).toEqual({ input: { id: 'b' } })
})

test('a task whose place is beyond the loaded pages is left to its own page', async () => {
  const { client, api, open } = await startList({
    open: [task('c', 3), task('b', 2)],
    openHasMore: true,
    completed: [task('a', 1, true)],
  })
  api.hold()
  run(client, ReopenTaskDocument, { input: { id: 'a' } })
  expect(open()).toEqual(['c', 'b'])
})

type Row = TaskRowData & { __typename: 'Task' }

function task(id: string, hour: number, completed = false): Row {
  return {
    __typename: 'Task',
    id,
    title: `task ${id}`,
    completed,
    completedAt: completed ? '2026-03-02T00:00:00.000Z' : null,
    createdAt: `2026-03-01T0${hour}:00:00.000Z`,
  }
}

function payload(field: string, changed: Row) {
  const typename = `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`
  return { [field]: { __typename: typename, task: changed } }
}

async function startList(lists: { open: Row[]; openHasMore?: boolean; completed?: Row[] }) {
  const api = createApi()
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    fetch: api.fetch,
    exchanges: [createCacheExchange([taskCache]), fetchExchange],
  })
  async function load(completed: boolean, nodes: Row[], hasNextPage: boolean) {
    api.hold()({
      tasks: {
        __typename: 'TaskConnection',
        nodes,
        pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: nodes.at(-1)?.id ?? null },
      },
    })
    await client.query(TaskPageQuery, { completed, after: null }).toPromise()
  }
  await load(false, lists.open, lists.openHasMore ?? false)
  if (lists.completed) await load(true, lists.completed, false)

  function ids(completed: boolean): string[] {
    const page = client.readQuery(TaskPageQuery, { completed, after: null })
    return (page?.data?.tasks.nodes ?? []).map((node) => getFragmentData(TaskRowFields, node).id)
  }
  return { client, api, open: () => ids(false), completed: () => ids(true) }
}

function createApi() {
  const answers: Promise<unknown>[] = []
  let body: { variables?: unknown } = {}
  return {
    /** Makes the next request wait; gives the function that answers it, `undefined` with an error. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<unknown>()
      answers.push(promise)
      return resolve
    },
    lastVariables: () => body.variables,
    async fetch(_url: RequestInfo | URL, init?: RequestInit) {
      body = JSON.parse(String(init?.body))
      const data = await answers.shift()
      return Response.json(data ? { data } : { errors: [{ message: 'refused' }] })
    },
  }
}

function run<Data, Variables extends object>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables & { task?: Row },
) {
  return client.mutation<Data, Variables>(document, variables).toPromise()
}
