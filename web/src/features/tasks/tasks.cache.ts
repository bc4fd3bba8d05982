import type { Cache, ResolveInfo } from '@urql/exchange-graphcache'
import { getFragmentData, makeFragmentData } from '../../gql/fragment-masking.ts'
import type {
  CompleteTaskMutationVariables,
  CreateTaskMutationVariables,
  RenameTaskMutationVariables,
  ReopenTaskMutationVariables,
  TaskPageQuery as TaskPage,
} from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { compareTasks, insertInOrder } from './task-order.ts'
import { TaskPageQuery } from './task-page.query.ts'
import { type TaskRowData, TaskRowFields, type TaskRowRef } from './task-row.fragment.ts'
import type { RestoreTaskVariables } from './use-restore-task.ts'

type Node = TaskPage['tasks']['nodes'][number]

/** What the answers of the mutations on tasks mean for the lists that are shown. */
export const taskCache: FeatureCache = {
  updates: {
    createTask: (result, _args, cache) => place(cache, readTask(result.createTask)),
    completeTask: (result, _args, cache) => place(cache, readTask(result.completeTask)),
    reopenTask: (result, _args, cache) => place(cache, readTask(result.reopenTask)),
    restoreTask: (result, _args, cache) => place(cache, readTask(result.restoreTask)),
    deleteTask: (result, _args, cache) => {
      const task = readTask(result.deleteTask)
      if (task) removeFromLists(cache, task.id)
    },
  },
  optimistic: {
    createTask: ({ input }: CreateTaskMutationVariables, cache) =>
      payload('CreateTaskPayload', {
        id: input.id ?? '',
        title: input.title,
        completed: false,
        completedAt: null,
        createdAt: newestInstant(cache),
      }),
    updateTask: ({ input }: RenameTaskMutationVariables, cache) =>
      change(cache, 'UpdateTaskPayload', input.id, { ...(input.title && { title: input.title }) }),
    completeTask: ({ input }: CompleteTaskMutationVariables, cache) =>
      change(cache, 'CompleteTaskPayload', input.id, {
        completed: true,
        completedAt: new Date().toISOString(),
      }),
    reopenTask: ({ input }: ReopenTaskMutationVariables, cache) =>
      change(cache, 'ReopenTaskPayload', input.id, { completed: false, completedAt: null }),
    deleteTask: ({ input }, cache) =>
      change(cache, 'DeleteTaskPayload', (input as { id: string }).id, {}),
    restoreTask: (_args, _cache, info) => payload('RestoreTaskPayload', readVariables(info).task),
  },
}

/** Now, or later where this machine's clock is slow: a new task belongs before all others. */
function newestInstant(cache: Cache): string {
  const [page] = loadedPages(cache, false)
  const first = page?.page.tasks.nodes[0]
  const now = new Date().toISOString()
  return first && readRow(first).createdAt > now ? readRow(first).createdAt : now
}

function payload(typename: string, task: TaskRowData) {
  return { __typename: typename, task: { ...task, __typename: 'Task' } }
}

function change(cache: Cache, typename: string, id: string, changes: Partial<TaskRowData>) {
  const task = cache.readFragment(TaskRowFields, { __typename: 'Task', id }) as TaskRowData | null
  return task ? payload(typename, { ...task, ...changes }) : null
}

function readTask(result: unknown): TaskRowData | undefined {
  return (result as { task?: TaskRowData } | null)?.task
}

function readVariables(info: ResolveInfo): RestoreTaskVariables {
  return info.variables as unknown as RestoreTaskVariables
}

/** Puts a task where it belongs now, and takes it from where it stood. */
function place(cache: Cache, task: TaskRowData | undefined): void {
  if (!task) return
  removeFromList(cache, !task.completed, task.id)
  insertIntoList(cache, task)
}

function removeFromLists(cache: Cache, id: string): void {
  removeFromList(cache, false, id)
  removeFromList(cache, true, id)
}

function removeFromList(cache: Cache, completed: boolean, id: string): void {
  for (const { variables, page } of loadedPages(cache, completed)) {
    if (page.tasks.nodes.some((node) => node.id === id)) {
      writeNodes(cache, variables, (nodes) => nodes.filter((node) => node.id !== id))
    }
  }
}

/** Into the page that covers its place; one beyond the loaded pages will come with its own. */
function insertIntoList(cache: Cache, task: TaskRowData): void {
  for (const { variables, page } of loadedPages(cache, task.completed)) {
    const { nodes, pageInfo } = page.tasks
    const last = nodes.at(-1)
    if (!pageInfo.hasNextPage || (last && compareTasks(task, readRow(last)) <= 0)) {
      writeNodes(cache, variables, (before) => insertInOrder(before, toNode(task), readRow))
      return
    }
  }
}

type PageVariables = { completed: boolean; after: string | null }

/** The pages in the cache from the first one on, each found by the end of the one before. */
function loadedPages(
  cache: Cache,
  completed: boolean,
): { variables: PageVariables; page: TaskPage }[] {
  const pages = []
  let after: string | null = null
  for (;;) {
    const variables: PageVariables = { completed, after }
    const page: TaskPage | null = cache.readQuery({ query: TaskPageQuery, variables })
    if (!page) return pages
    pages.push({ variables, page })
    after = page.tasks.pageInfo.endCursor ?? null
    if (!page.tasks.pageInfo.hasNextPage || after === null) return pages
  }
}

function writeNodes(
  cache: Cache,
  variables: PageVariables,
  edit: (nodes: readonly Node[]) => Node[],
): void {
  cache.updateQuery({ query: TaskPageQuery, variables }, (page) =>
    page ? { ...page, tasks: { ...page.tasks, nodes: edit(page.tasks.nodes) } } : null,
  )
}

function readRow(node: Node): TaskRowData {
  return getFragmentData(TaskRowFields, node)
}

function toNode(task: TaskRowData): Node {
  const row: TaskRowRef = makeFragmentData(task, TaskRowFields)
  return { __typename: 'Task', ...row, id: task.id } as Node
}
