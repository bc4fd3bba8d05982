import type { UserDatabase } from '../db/user-database.ts'
import { textLimits } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import type { Task } from './task.queries.ts'
import { TaskType } from './task.schema.ts'
import {
  changeTask,
  completeTask,
  createTask,
  deleteTask,
  reopenTask,
  restoreTask,
} from './task.service.ts'

const { taskTitle, taskDescription } = textLimits
const titleWords = `One line, ${taskTitle.min} to ${taskTitle.max} characters after trimming.`
const descriptionWords = `Markdown, up to ${taskDescription.max} characters.`

const CreateTaskInput = builder.inputType('CreateTaskInput', {
  description: 'A task to write down.',
  fields: (t) => ({
    id: t.id({
      description:
        'A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored task, with other input CONFLICT. By default the server makes one (version 7).',
    }),
    title: t.string({ required: true, description: `What is to be done. ${titleWords}` }),
    description: t.string({ description: `Notes. ${descriptionWords}` }),
    listId: t.id({ description: 'The list to put it in; the inbox by default.' }),
  }),
})

const UpdateTaskInput = builder.inputType('UpdateTaskInput', {
  description: 'What to change of a task. What is left out stays; null clears.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the task.' }),
    title: t.string({ description: `Another title; can’t be cleared. ${titleWords}` }),
    description: t.string({ description: `Other notes. ${descriptionWords}` }),
    listId: t.id({ description: 'Another list; can’t be cleared.' }),
  }),
})

builder.mutationField('createTask', (t) =>
  t.field({
    type: taskPayload('CreateTask'),
    description: 'Writes a task down.',
    authScopes: { scope: 'tasks:write' },
    args: { input: t.arg({ type: CreateTaskInput, required: true, description: 'The task.' }) },
    resolve: async (_root, { input }, context) => ({
      task: await context.asUser((db) => createTask(db, input)),
    }),
  }),
)

builder.mutationField('updateTask', (t) =>
  t.field({
    type: taskPayload('UpdateTask'),
    description: 'Changes a task. One in the trash is refused with CONFLICT.',
    authScopes: { scope: 'tasks:write' },
    args: { input: t.arg({ type: UpdateTaskInput, required: true, description: 'The changes.' }) },
    resolve: async (_root, { input }, context) => ({
      task: await context.asUser((db) => changeTask(db, input)),
    }),
  }),
)

addTaskAction(
  'CompleteTask',
  'Marks a task as done. One that is done stays as it is.',
  completeTask,
)
addTaskAction('ReopenTask', 'Opens a completed task again. An open one stays as it is.', reopenTask)
addTaskAction('DeleteTask', 'Puts a task into the trash, where it can be restored.', deleteTask)
addTaskAction('RestoreTask', 'Takes a task out of the trash.', restoreTask)

/** A mutation that needs nothing but to know which task is meant. */
function addTaskAction(
  name: string,
  description: string,
  act: (db: UserDatabase, id: string) => Promise<Task>,
): void {
  const input = builder.inputType(`${name}Input`, {
    description: 'Which task is meant.',
    fields: (t) => ({ id: t.id({ required: true, description: 'The id of the task.' }) }),
  })
  builder.mutationField(name.charAt(0).toLowerCase() + name.slice(1), (t) =>
    t.field({
      type: taskPayload(name),
      description,
      authScopes: { scope: 'tasks:write' },
      args: { input: t.arg({ type: input, required: true, description: 'The task.' }) },
      resolve: async (_root, args, context) => ({
        task: await context.asUser((db) => act(db, args.input.id)),
      }),
    }),
  )
}

function taskPayload(mutation: string) {
  return builder.objectRef<{ task: Task }>(`${mutation}Payload`).implement({
    description: 'What has changed.',
    fields: (t) => ({
      task: t.expose('task', { type: TaskType, description: 'The task as it is now.' }),
    }),
  })
}
