import { readPageArgs } from '../db/page.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { ListType } from '../lists/list.schema.ts'
import {
  countTasks,
  findTask,
  findTasks,
  listTasks,
  type Task,
  taskOrdering,
} from './task.queries.ts'
import { readTaskFilter, TaskFilterInput } from './task-filter.schema.ts'

export const TaskType = builder.objectRef<Task>('Task')

builder.node(TaskType, {
  description: 'Something to do.',
  id: { resolve: (task) => task.id },
  fields: (t) => ({
    title: t.exposeString('title', {
      description: `What is to be done, one line: ${textLimits.taskTitle.min} to ${textLimits.taskTitle.max} characters.`,
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: `Notes in Markdown, up to ${textLimits.taskDescription.max} characters.`,
    }),
    completed: t.boolean({
      description: 'Whether it is done.',
      resolve: (task) => task.completedAt !== null,
    }),
    completedAt: t.expose('completedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was done.',
    }),
    list: t.field({
      type: ListType,
      description: 'The list it is in.',
      resolve: async (task, _args, context) => {
        const list = await context.loaders.list.load(task.listId)
        if (!list) throw new Error(`The list ${task.listId} of the task ${task.id} is missing`)
        return list
      },
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When it was written down.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When it was last changed.',
    }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put into the trash; null when it is not there.',
    }),
  }),
})

registerNode(TaskType, { scope: 'tasks:read', acceptsId: isUuid, findMany: findTasks })

builder.queryField('task', (t) =>
  t.field({
    type: TaskType,
    nullable: true,
    description: 'One of your tasks, those in the trash too; null when there is none with this id.',
    authScopes: { scope: 'tasks:read' },
    args: { id: t.arg.id({ required: true, description: 'The id of the task.' }) },
    resolve: async (_root, { id }, context) =>
      isUuid(id) ? ((await context.asUser((db) => findTask(db, id))) ?? null) : null,
  }),
)

builder.queryField('tasks', (t) =>
  t.connection({
    type: TaskType,
    description: 'Your tasks outside the trash, newest first.',
    authScopes: { scope: 'tasks:read' },
    args: { filter: t.arg({ type: TaskFilterInput, description: 'Which tasks; all by default.' }) },
    resolve: async (_root, args, context) => {
      const request = readPageArgs(args, taskOrdering)
      const filter = readTaskFilter(args.filter)
      const page = await context.asUser((db) => listTasks(db, request, filter))
      return { ...page, totalCount: () => context.asUser((db) => countTasks(db, filter)) }
    },
  }),
)
