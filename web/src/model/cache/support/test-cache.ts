import { Client, fetchExchange, type TypedDocumentNode } from '@urql/core'
import { pipe, subscribe } from 'wonka'
import { createCacheExchange } from '../../../graphql/cache.exchange.ts'
import type { Place } from '../../../places/address.ts'
import type { List, Tag, Task } from '../../documents/fields.ts'
import { ShellQuery } from '../../documents/shell.query.ts'
import { noValues } from '../../drafts/task-draft.ts'
import { createTaskPages } from '../../places/task-pages.ts'
import { requestTasks } from '../../places/task-request.ts'
import { features } from '../all.cache.ts'

export type TestTask = Task & { __typename: 'Task' }
export type TestList = List & { __typename: 'List' }
export type TestTag = Tag & { __typename: 'Tag' }

export const inboxList = makeList('inbox', { isInbox: true })

export function makeTask(id: string, fields: Partial<Task> = {}): TestTask {
  return {
    __typename: 'Task',
    id,
    title: `task ${id}`,
    ...noValues,
    completed: false,
    completedAt: fields.completed ? '2026-03-01T00:00:00.000Z' : null,
    createdAt: '2026-03-01T00:00:00.000Z',
    updatedAt: '2026-03-01T00:00:00.000Z',
    priority: 'NONE',
    position: `a${id}`,
    list: inboxList,
    parent: null,
    tags: [],
    subtaskProgress: Object.assign(
      { completed: 0, total: 0 },
      { __typename: 'SubtaskProgress' as const },
    ),
    recurrence: null,
    reminders: [],
    ...fields,
  }
}

export function makeList(id: string, fields: Partial<List> = {}): TestList {
  return {
    __typename: 'List',
    id,
    name: id,
    color: null,
    icon: null,
    isInbox: false,
    position: 'a0',
    archivedAt: null,
    deletedAt: null,
    ...fields,
  }
}

/** The app's cache over an API whose answers the test gives, one by one. */
export async function startCache(lists: TestList[] = [inboxList], tags: TestTag[] = []) {
  const api = createApi()
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    fetch: api.fetch,
    fetchSubscriptions: true,
    exchanges: [createCacheExchange(features), fetchExchange],
  })

  /** Loads a page of a place, as the API would answer it. */
  async function load(place: Place, tasks: TestTask[], hasNextPage = false): Promise<void> {
    api.answer({ tasks: connection('TaskConnection', tasks, hasNextPage) })
    const pages = createTaskPages(client, request(place), () => 'network-only')
    const stop = await new Promise<() => void>((resolve) => {
      const end = pages.subscribe(() => resolve(() => end()))
    })
    stop()
  }

  /** Loads two pages of a place; gives what is on them from then on. */
  async function loadPages(
    place: Place,
    first: TestTask[],
    second: TestTask[],
  ): Promise<() => string[]> {
    await load(place, first, true)
    const pages = createTaskPages(client, request(place), () => 'cache-first')
    const loaded = new Promise<void>((resolve) => {
      pages.subscribe(() => {
        if (!pages.read().hasMore) resolve()
      })
    })
    api.answer({ tasks: connection('TaskConnection', second) })
    pages.loadMore()
    await loaded
    // What is known already is followed from the next task on.
    await new Promise((done) => setTimeout(done))
    return () => (pages.read().tasks ?? []).map(({ id }) => id)
  }

  function read(place: Place): readonly Task[] {
    return createTaskPages(client, request(place), () => 'cache-only').read().tasks ?? []
  }

  function show(place: Place): string[] {
    return read(place).map(({ id }) => id)
  }

  api.answer({
    me: {
      __typename: 'User',
      id: 'me',
      timeZone: 'Europe/Berlin',
      weekStartsOn: 'AUTO',
      dateStyle: 'AUTO',
      timeStyle: 'AUTO',
    },
    lists: connection('ListConnection', lists),
    archived: connection('ListConnection', lists),
    tags: connection('TagConnection', tags),
    savedViews: connection('SavedViewConnection', []),
  })
  await client.query(ShellQuery, {}).toPromise()

  return {
    client,
    api,
    load,
    loadPages,
    read,
    show,
    run<Data, Variables extends object>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ) {
      return client.mutation<Data, Variables>(document, variables).toPromise()
    },
    follow<Data, Variables extends object>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
      onResult: () => void,
    ) {
      return pipe(client.subscription(document, variables), subscribe(onResult))
    },
  }
}

function request(place: Place) {
  const found = requestTasks(place, () => undefined)
  if (!found) throw new Error(`Expected a place that can be asked for, found ${place.kind}.`)
  return found
}

/** A page of objects, as the API would answer it. */
export function connection(typename: string, nodes: { id: string }[], hasNextPage = false) {
  return {
    __typename: typename,
    nodes,
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: nodes.at(-1)?.id ?? null },
  }
}

function createApi() {
  const answers: Promise<unknown>[] = []
  const requests: { variables?: unknown }[] = []
  function hold() {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    answers.push(promise)
    return resolve
  }
  return {
    /** Makes the next request wait; gives the function that answers it, `undefined` with an error. */
    hold,
    answer: (data: unknown) => hold()(data),
    /** What was sent, oldest first. */
    requests,
    async fetch(_url: RequestInfo | URL, init?: RequestInit) {
      requests.push(JSON.parse(String(init?.body)))
      const data = await (answers.shift() ?? new Promise(() => {}))
      return Response.json(data ? { data } : { errors: [{ message: 'refused' }] })
    },
  }
}
