import { type PageArgs, readPageArgs } from '../../db/page.ts'
import { maxOrderKeys } from '../../domain/early-limits.ts'
import type { Column } from '../../domain/filter/columns.ts'
import { allOf, type Condition, is } from '../../domain/filter/condition.ts'
import type { TaskFilterInput } from '../../domain/filter/filter-input.ts'
import { builder } from '../../graphql/builder.ts'
import type { RequestContext } from '../../graphql/context.ts'
import { ListType } from '../../lists/list.schema.ts'
import { TagType } from '../../tags/tag.schema.ts'
import { readOwnFilter } from '../filter/own-filter.ts'
import { TaskFilterType } from '../filter/task-filter.schema.ts'
import { TaskType } from '../task.schema.ts'
import { TaskConnection, TaskEdge } from './task-connection.schema.ts'
import { countTasks, listTasks } from './task-list.queries.ts'
import { TaskOrderType } from './task-order.schema.ts'
import { readTaskOrder, type TaskOrderInput } from './task-order.ts'

type TaskListArgs = PageArgs & {
  filter?: TaskFilterInput | null | undefined
  orderBy?: readonly TaskOrderInput[] | null | undefined
}

const filterArg = { type: TaskFilterType, description: 'Which tasks; all by default.' }
const orderArg = {
  type: [TaskOrderType] as [typeof TaskOrderType],
  description: `What to sort by, ${maxOrderKeys} keys at most; newest first by default.`,
}

/** A page of tasks for the arguments of a connection, and the total count. */
export async function resolveTasks(
  args: TaskListArgs,
  context: RequestContext,
  within?: Condition,
) {
  const ordering = readTaskOrder(args.orderBy)
  const request = readPageArgs(args, ordering)
  const asked = await readOwnFilter(context, args.filter)
  const condition = within ? allOf([within, asked]) : asked
  const page = await context.asUser((db) => listTasks(db, request, ordering, condition))
  return { ...page, totalCount: () => context.asUser((db) => countTasks(db, condition)) }
}

builder.queryField('tasks', (t) =>
  t.connection(
    {
      type: TaskType,
      description: 'Your tasks.',
      authScopes: { scope: 'tasks:read' },
      args: { filter: t.arg(filterArg), orderBy: t.arg(orderArg) },
      resolve: (_root, args, context) => resolveTasks(args, context),
    },
    TaskConnection,
    TaskEdge,
  ),
)

builder.objectField(ListType, 'tasks', (t) =>
  t.connection(
    {
      type: TaskType,
      description: 'The tasks in it, subtasks included.',
      args: { filter: t.arg(filterArg), orderBy: t.arg(orderArg) },
      resolve: ({ id }, args, context) => resolveTasks(args, context, hasId('task.list_id', id)),
    },
    TaskConnection,
    TaskEdge,
  ),
)

builder.objectField(TagType, 'tasks', (t) =>
  t.connection(
    {
      type: TaskType,
      description: 'The tasks it is on.',
      args: { filter: t.arg(filterArg), orderBy: t.arg(orderArg) },
      resolve: ({ id }, args, context) =>
        resolveTasks(args, context, is({ kind: 'hasTag', where: hasId('task_tag.tag_id', id) })),
    },
    TaskConnection,
    TaskEdge,
  ),
)

function hasId(column: Column, value: string): Condition {
  return is({ kind: 'compare', column, operator: '=', value })
}
