import { z } from 'zod'
import { dueStates } from '../../domain/dates/due-date.ts'
import { priorities } from '../../domain/priority.ts'
import { ApiError, type Caller } from '../caller.ts'
import { readDay } from '../days.ts'
import { type ReadTask, shownTask, showTasks, taskFields } from '../shown-task.ts'
import { defineTool } from '../tool.ts'

const maxPageSize = 50
const usualPageSize = 20

const states = Object.keys(dueStates) as (keyof typeof dueStates)[]

const newestBy = (field: string) => [{ field, direction: 'DESC' }]
const orders = {
  due: [{ field: 'DUE' }, { field: 'PRIORITY', direction: 'DESC' }, { field: 'CREATED_AT' }],
  manual: [{ field: 'MANUAL' }],
  priority: [{ field: 'PRIORITY', direction: 'DESC' }, { field: 'DUE' }],
  created: newestBy('CREATED_AT'),
  updated: newestBy('UPDATED_AT'),
  completed: newestBy('COMPLETED_AT'),
  title: [{ field: 'TITLE' }],
}

const input = z.strictObject({
  viewId: z.string().optional().describe('A saved view: its filter and order'),
  listId: z.string().optional(),
  tagId: z.string().optional(),
  parentId: z.string().optional().describe('Its subtasks'),
  due: z.array(z.enum(states)).min(1).optional(),
  dueFrom: z.string().optional().describe('2026-12-07 or Mon 2026-12-07'),
  dueTo: z.string().optional(),
  priority: z.array(z.enum(priorities)).min(1).optional(),
  text: z.string().optional().describe('Words in title or notes'),
  completed: z.boolean().optional().describe('false by default'),
  inTrash: z.boolean().optional(),
  filter: z.looseObject({}).optional().describe('A TaskFilter of the API, in addition'),
  sort: z
    .enum(['due', 'manual', 'priority', 'created', 'updated', 'completed', 'title'])
    .optional(),
  limit: z.int().min(1).max(maxPageSize).optional(),
  cursor: z.string().optional(),
})

const query = `query FindTasks($filter: TaskFilter!, $orderBy: [TaskOrder!]!, $first: Int!, $after: String) {
  tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { ${taskFields} } pageInfo { hasNextPage endCursor }
  }
}`

type Data = {
  tasks: {
    totalCount: number
    nodes: ReadTask[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

export const findTasksTool = defineTool({
  name: 'find_tasks',
  title: 'Find tasks',
  description: `Tasks that fit everything given, by due date; ${usualPageSize} unless limit says more. Without completed, viewId, inTrash or filter: open ones. Without a list: none of archived lists.`,
  effect: 'reads',
  input,
  output: z.object({
    total: z.number(),
    tasks: z.array(shownTask),
    cursor: z.string().optional(),
  }),
  async run(caller, asked) {
    const { filter, orderBy } = await readRequest(caller, asked)
    const { limit: first = usualPageSize, cursor: after } = asked
    const { tasks } = await caller.ask<Data>(query, { filter, orderBy, first, after })
    const { hasNextPage, endCursor } = tasks.pageInfo
    const words = hasNextPage
      ? `${tasks.nodes.length} of ${tasks.totalCount}. Call again with the cursor for more.`
      : undefined
    return {
      ...(words && { words }),
      data: {
        total: tasks.totalCount,
        tasks: await showTasks(caller, tasks.nodes),
        ...(hasNextPage && endCursor && { cursor: endCursor }),
      },
    }
  },
})

async function readRequest(caller: Caller, asked: z.output<typeof input>) {
  const { listId, tagId, parentId, due, priority, text, completed, inTrash, sort } = asked
  const view = asked.viewId === undefined ? undefined : await getView(caller, asked.viewId)
  const isUsual = !view && !inTrash && !asked.filter
  const isOpen = completed ?? (isUsual ? false : undefined)
  const [gte, lte] = [readDay(asked.dueFrom, 'dueFrom'), readDay(asked.dueTo, 'dueTo')]
  const parts = [
    view?.filter,
    asked.filter,
    listId !== undefined && { listId: { eq: listId } },
    tagId !== undefined && { tags: { some: { id: { eq: tagId } } } },
    parentId !== undefined && { parentId: { eq: parentId } },
    due && { dueState: { in: due } },
    gte !== undefined && { dueOn: { gte } },
    lte !== undefined && { dueOn: { lte } },
    priority && { priority: { in: priority } },
    text !== undefined && { search: text },
    isOpen !== undefined && { completed: { eq: isOpen } },
    inTrash && { deleted: { eq: true } },
    isUsual &&
      listId === undefined &&
      parentId === undefined && { list: { archived: { eq: false } } },
  ]
  const ownOrder = view && view.orderBy.length > 0 ? view.orderBy : orders.due
  return { filter: { and: parts.filter(Boolean) }, orderBy: sort ? orders[sort] : ownOrder }
}

type View = { filter: object; orderBy: object[] }

async function getView({ ask }: Caller, id: string): Promise<View> {
  const query = 'query SavedView($id: ID!) { savedView(id: $id) { filter orderBy } }'
  const { savedView } = await ask<{ savedView: View | null }>(query, { id })
  if (savedView) return savedView
  throw new ApiError('NOT_FOUND', 'viewId: There is no saved view with this id')
}
