import { readSeries } from '../domain/dates/task-dates.ts'
import { isUuid } from '../domain/ids.ts'
import { maxRemindersPerTask, maxSubtaskDepth, maxSubtasksPerTask } from '../domain/limits.ts'
import type { EachOf, ShownField } from '../domain/task-fields/field-types.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { ListType } from '../lists/list.schema.ts'
import type { SubtaskProgress } from './read/task.loader.ts'
import { ReminderType, remindersCost } from './reminders/reminder.schema.ts'
import { RecurrenceType } from './repeat/recurrence.schema.ts'
import { findTask, findTasks, type Task } from './task.queries.ts'
import { exposeFields } from './task-field.schema.ts'

export const TaskType = builder.objectRef<Task>('Task')

const SubtaskProgressType = builder.objectRef<SubtaskProgress>('SubtaskProgress').implement({
  description: 'How many of a task’s own subtasks are done. Those in the trash don’t count.',
  fields: (t) => ({
    completed: t.exposeInt('completed', { description: 'How many are completed.' }),
    total: t.exposeInt('total', { description: 'How many there are.' }),
  }),
})

builder.node(TaskType, {
  description: 'Something to do.',
  id: { resolve: (task) => task.id },
  fields: (t) =>
    ({
      ...exposeFields(t),
      recurrence: t.field({
        type: RecurrenceType,
        nullable: true,
        description: 'How it repeats; null when it doesn’t.',
        resolve: (task) => {
          const series = readSeries(task)
          return series && task.recurrenceOn ? { series, occurrence: task.recurrenceOn } : null
        },
      }),
      reminders: t.field({
        type: [ReminderType],
        extensions: remindersCost,
        description: `When it calls for attention, ${maxRemindersPerTask} times at most; they ring while it is open.`,
        resolve: (task) => (task.reminders ?? []).map((reminder) => ({ reminder, task })),
      }),
      completed: t.boolean({
        description: 'Whether it is done.',
        resolve: (task) => task.completedAt !== null,
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
      parent: t.field({
        type: TaskType,
        nullable: true,
        description: 'The task it is a subtask of, always in the same list; null at the top level.',
        resolve: async (task, _args, context) =>
          task.parentId === null
            ? null
            : ((await context.loaders.task.load(task.parentId)) ?? null),
      }),
      subtasks: t.field({
        type: [TaskType],
        description: `Its subtasks outside the trash in their manual order, ${maxSubtasksPerTask} at most; of a task in the trash, those that went there with it. They go ${maxSubtaskDepth} levels deep.`,
        extensions: { cost: { atMost: maxSubtasksPerTask } },
        resolve: (task, _args, context) => context.loaders.subtasks.load(task.id),
      }),
      subtaskProgress: t.field({
        type: SubtaskProgressType,
        description: 'How far it has got.',
        resolve: (task, _args, context) => context.loaders.subtaskProgress.load(task.id),
      }),
      // The id comes with every node.
    }) satisfies EachOf<Exclude<ShownField, 'id'>>,
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
