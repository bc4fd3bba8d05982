import type { Client, OperationResult, RequestPolicy } from '@urql/core'
import { pipe, subscribe } from 'wonka'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import type {
  SearchPageQuery as SearchPage,
  TaskPageQuery as TaskPage,
  TaskPageQueryVariables as TaskPageVariables,
} from '../../gql/graphql.ts'
import { describeError } from '../../graphql/error-text.ts'
import { runAfterPaint } from '../../time/after-paint.ts'
import { type Task, TaskFields } from '../documents/fields.ts'
import { SearchPageQuery, TaskPageQuery } from '../documents/task-pages.query.ts'
import type { TaskRequest } from './task-request.ts'

type Connection = TaskPage['tasks'] | SearchPage['searchTasks']
/** Where a page begins. A search gives what is open, page by page, and then what is completed. */
type PageStart = { after: string | undefined; isCompleted: boolean }
type Page = {
  start: PageStart
  connection?: Connection
  /** Why it isn't there, as a sentence. */
  problem?: string | undefined
  stop: () => void
}

export type TaskPagesState = {
  /** Undefined until the first answer; a failed renewal leaves the last good ones. */
  tasks: readonly Task[] | undefined
  hasMore: boolean
  /** Why the first page, or the next one, isn't there, as a sentence. */
  problem: string | undefined
}

/** The tasks of a place, page by page, as the cache holds them at any moment. */
export type TaskPages = {
  read: () => TaskPagesState
  subscribe: (listener: () => void) => () => void
  /** Loads the page after the last one, unless it is on its way. */
  loadMore: () => void
  /** Tries the page again that couldn't be loaded. */
  retry: () => void
}

/**
 * Follows the pages of a request while somebody listens. Each page is an operation of its own: a
 * change of one task reads one page again and no others, also where there are a hundred.
 */
export function createTaskPages(
  client: Client,
  request: TaskRequest,
  policy: () => RequestPolicy,
): TaskPages {
  const listeners = new Set<() => void>()
  let pages: Page[] = []
  let state: TaskPagesState = readState()
  let callOff = () => {}

  function open(index: number, start: PageStart, requestPolicy: RequestPolicy): void {
    const page: Page = { start, stop: () => {} }
    const known = pages[index]
    known?.stop()
    if (known?.connection && isSameStart(known.start, start)) page.connection = known.connection
    pages = [...pages.slice(0, index), page, ...pages.slice(index + 1)]
    const { unsubscribe } = pipe(
      execute(client, request, start, requestPolicy),
      subscribe((result) => receive(page, result)),
    )
    page.stop = unsubscribe
  }

  function receive(page: Page, result: OperationResult<TaskPage | SearchPage>): void {
    const connection = result.data && readConnection(result.data)
    if (connection) page.connection = connection
    const index = pages.indexOf(page)
    const following = pages[index + 1]
    const next = findNext(page)
    // The following page began where this one ended, and this one has another end now.
    if (connection && following && !(next && isSameStart(following.start, next))) {
      for (const outdated of pages.slice(index + 1)) outdated.stop()
      pages = pages.slice(0, index + 1)
    }
    page.problem = page.connection || !result.error ? undefined : describeError(result.error)
    // What is open is rarely more than a screen, and may be nothing at all.
    if (next?.isCompleted && page === pages.at(-1) && !page.start.isCompleted)
      open(pages.length, next, policy())
    publish()
  }

  function findNext({ start, connection }: Page): PageStart | undefined {
    if (!connection) return undefined
    const { hasNextPage, endCursor } = connection.pageInfo
    if (hasNextPage && endCursor) return { ...start, after: endCursor }
    const goesOn = request.kind === 'search' && !start.isCompleted
    return goesOn ? { after: undefined, isCompleted: true } : undefined
  }

  function readState(): TaskPagesState {
    const loaded = pages.filter((page) => page.connection)
    const last = pages.at(-1)
    return {
      tasks: loaded.length === 0 ? undefined : dropEarlier(loaded.flatMap(readTasks)),
      hasMore: last !== undefined && (!last.connection || findNext(last) !== undefined),
      problem: last?.problem,
    }
  }

  function publish(): void {
    const next = readState()
    state = isSameTasks(state.tasks, next.tasks) ? { ...next, tasks: state.tasks } : next
    for (const listener of listeners) listener()
  }

  function begin(): void {
    const openFirst = () => open(0, firstStart, policy())
    // What is known already is painted before it is refreshed.
    if (state.tasks) callOff = runAfterPaint(openFirst)
    else openFirst()
  }

  // What the cache holds can be shown at once, before anything is asked for.
  const known = readConnection(readCached(client, request))
  if (known) {
    pages = [{ start: firstStart, connection: known, stop: () => {} }]
    state = readState()
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) begin()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        callOff()
        for (const page of pages) page.stop()
        pages = pages.slice(0, 1)
      }
    },
    loadMore() {
      const last = pages.at(-1)
      const next = last && findNext(last)
      if (next) open(pages.length, next, policy())
    },
    retry() {
      const last = pages.at(-1)
      if (!last?.problem) return
      open(pages.length - 1, last.start, 'network-only')
      publish()
    },
  }
}

const firstStart: PageStart = { after: undefined, isCompleted: false }

/** The first page is small, little more than a screen, so that it loads quickly. */
const firstPageSize = 30
const pageSize = 100

/** Asks for the page after a cursor, without one for the first. */
export function askForPage(
  { filter, orderBy }: Extract<TaskRequest, { kind: 'tasks' }>,
  after?: string,
): TaskPageVariables {
  if (after === undefined) return { filter, orderBy, first: firstPageSize }
  return { filter, orderBy, first: pageSize, after }
}

function execute(
  client: Client,
  request: TaskRequest,
  { after, isCompleted }: PageStart,
  requestPolicy: RequestPolicy,
) {
  if (request.kind === 'search') {
    const variables = {
      query: request.query,
      completed: isCompleted,
      ...(after !== undefined && { after }),
    }
    return client.query<TaskPage | SearchPage>(SearchPageQuery, variables, { requestPolicy })
  }
  const variables = askForPage(request, after)
  return client.query<TaskPage | SearchPage>(TaskPageQuery, variables, { requestPolicy })
}

function readCached(client: Client, request: TaskRequest): TaskPage | SearchPage | undefined {
  const context = { requestPolicy: 'cache-only' } as const
  const result =
    request.kind === 'search'
      ? client.readQuery<TaskPage | SearchPage>(
          SearchPageQuery,
          { query: request.query, completed: false },
          context,
        )
      : client.readQuery<TaskPage | SearchPage>(TaskPageQuery, askForPage(request), context)
  return result?.data ?? undefined
}

function readConnection(data: TaskPage | SearchPage | undefined): Connection | undefined {
  if (!data) return undefined
  return 'tasks' in data ? data.tasks : data.searchTasks
}

function isSameStart(a: PageStart, b: PageStart): boolean {
  return a.after === b.after && a.isCompleted === b.isCompleted
}

function readTasks({ connection }: Page): readonly Task[] {
  return connection ? getFragmentData(TaskFields, connection.nodes) : []
}

/** Each task once: one that moved to a later page is newest there. */
function dropEarlier(tasks: readonly Task[]): readonly Task[] {
  const last = new Map(tasks.map(({ id }, index) => [id, index]))
  // Hardly any ever moves so, and each change of a task in a long list comes by here.
  if (last.size === tasks.length) return tasks
  return tasks.filter((task, index) => last.get(task.id) === index)
}

function isSameTasks(a: readonly Task[] | undefined, b: readonly Task[] | undefined): boolean {
  return a !== undefined && a.length === b?.length && a.every((task, index) => task === b[index])
}
