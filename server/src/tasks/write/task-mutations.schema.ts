import {
  addMutation,
  type InputBuilder,
  type PayloadBuilder,
  payloadOrRepetition,
} from '../../graphql/add-mutation.ts'
import { unchangedSinceField } from '../../graphql/unchanged-since.ts'
import { completeTasks } from '../repeat/task-complete.service.ts'
import { reopenTasks } from '../repeat/task-reopen.service.ts'
import { skipOccurrence } from '../repeat/task-skip.service.ts'
import type { Task } from '../task.queries.ts'
import { TaskType } from '../task.schema.ts'
import { batchOfOne } from './task-batch.ts'
import { createTasks } from './task-create.service.ts'
import { duplicateTasks } from './task-duplicate.service.ts'
import {
  descriptionBaseField,
  newTaskFields,
  positionFields,
  taskChangeFields,
} from './task-input.schema.ts'
import { moveTasks } from './task-move.service.ts'
import { deleteTasks, restoreTasks } from './task-trash.service.ts'
import { updateTasks } from './task-update.service.ts'

const whichTask = 'Which task is meant.'

addMutation('createTask', {
  description: 'Writes a task down, at the end of its list or parent, or beside a sibling.',
  inputDescription: 'A task to write down.',
  inputFields: (t) => ({ ...newTaskFields(t), ...positionFields(t) }),
  payloadFields: taskField,
  resolve: async (db, input) => {
    const made = await createTasks(db, [{ input, path: ['input'] }])
    return payloadOrRepetition(one(made), made.madeBy)
  },
})

type Updated = { task: Task; bothDescriptionsKept: boolean; startMoved: boolean }

addMutation('updateTask', {
  description:
    'Changes a task. One in the trash is refused with CONFLICT. Clearing the due day clears due time and recurrence; one before the start moves the start along.',
  inputDescription: 'What to change of a task. What is left out stays; null clears.',
  inputFields: (t) => ({
    ...idField(t),
    ...taskChangeFields(t),
    ...descriptionBaseField(t),
    ...unchangedSinceField(t),
  }),
  payloadFields: (t: PayloadBuilder<Updated>) => ({
    ...taskField(t),
    startMoved: t.exposeBoolean('startMoved', {
      description:
        'Whether the start went along: a new due day before the start, which you didn’t name, is the start too.',
    }),
    bothDescriptionsKept: t.exposeBoolean('bothDescriptionsKept', {
      description:
        'Whether the notes had been changed since descriptionBase in the same range: there, the lines of both are one after the other now.',
    }),
  }),
  resolve: async (db, { id, ...changes }) => {
    const updating = await updateTasks(db, batchOfOne(id), changes, ['input'])
    const { task } = one(updating)
    return {
      task,
      bothDescriptionsKept: updating.doubledIds.has(task.id),
      startMoved: updating.startMovedIds.has(task.id),
    }
  },
})

addMutation('moveTask', {
  description:
    'Puts a task elsewhere, with everything under it: into another list, under another parent, beside a sibling. By default it goes to the end.',
  inputDescription: 'Which task is meant, and where to. What is left out stays.',
  inputFields: (t) => ({
    ...idField(t),
    listId: t.id({ description: 'Another list: its top level, unless parentId says more.' }),
    parentId: t.id({
      description:
        'Another parent, which decides the list; null is the top level. One that is completed is opened again.',
    }),
    ...positionFields(t),
  }),
  payloadFields: taskField,
  resolve: async (db, { id, ...input }) => one(await moveTasks(db, batchOfOne(id), input)),
})

addMutation('completeTask', {
  description:
    'Marks a task as done, with all its open subtasks. A repeating one gets its next occurrence, unless its rule has ended. One that is done stays as it is.',
  inputDescription: whichTask,
  inputFields: idField,
  payloadFields: (t: PayloadBuilder<{ task: Task; nextTask: Task | null }>) => ({
    ...taskField(t),
    nextTask: t.expose('nextTask', {
      type: TaskType,
      nullable: true,
      description:
        'The next occurrence of a repeating task, its subtasks open again; null when there is none.',
    }),
  }),
  resolve: async (db, { id }) => {
    const completion = await completeTasks(db, batchOfOne(id))
    return { ...one(completion), nextTask: completion.nextTasks[0] ?? null }
  },
})

addMutation('reopenTask', {
  description:
    'Opens a completed task again, and the completed ones it is under. The next occurrence of a repeating one is taken back if nobody has touched it. An open task stays as it is.',
  inputDescription: whichTask,
  inputFields: idField,
  payloadFields: (
    t: PayloadBuilder<{ task: Task; takenBackTaskId: string | null; keptNextTask: Task | null }>,
  ) => ({
    ...taskField(t),
    takenBackTaskId: t.exposeID('takenBackTaskId', {
      nullable: true,
      description: 'The next occurrence that is gone again; null when there was none to take back.',
    }),
    keptNextTask: t.expose('keptNextTask', {
      type: TaskType,
      nullable: true,
      description: 'The next occurrence that stays beside it, as it has been changed since.',
    }),
  }),
  resolve: async (db, { id }) => {
    const reopening = await reopenTasks(db, batchOfOne(id))
    return {
      ...one(reopening),
      takenBackTaskId: reopening.takenBackTaskIds[0] ?? null,
      keptNextTask: reopening.keptNextTasks[0] ?? null,
    }
  },
})

addMutation('skipOccurrence', {
  description:
    'Lets a repeating task pass to its next occurrence without having been done, its subtasks open again. One that doesn’t repeat, is completed, or is the last is refused with CONFLICT.',
  inputDescription: whichTask,
  inputFields: idField,
  payloadFields: taskField,
  resolve: async (db, { id }) => one(await skipOccurrence(db, batchOfOne(id))),
})

addMutation('duplicateTask', {
  description:
    'Copies a task to the place directly after it, with its tags, reminders and subtasks. All copies are open. One in the trash is refused with CONFLICT.',
  inputDescription: whichTask,
  inputFields: idField,
  payloadFields: (t: PayloadBuilder<{ task: Task }>) => ({
    task: t.expose('task', { type: TaskType, description: 'The copy.' }),
  }),
  resolve: async (db, { id }) => {
    const { copies } = await duplicateTasks(db, batchOfOne(id))
    return one({ tasks: copies })
  },
})

addMutation('deleteTask', {
  description:
    'Puts a task into the trash with all its subtasks, where it can be restored. One that is there stays as it is.',
  inputDescription: whichTask,
  inputFields: idField,
  payloadFields: taskField,
  resolve: async (db, { id }) => one(await deleteTasks(db, batchOfOne(id))),
})

addMutation('restoreTask', {
  description:
    'Takes a task out of the trash with the subtasks that went there with it. If its parent stays there it comes back to the top level of its list, if its list does, to the inbox.',
  inputDescription: whichTask,
  inputFields: idField,
  payloadFields: taskField,
  resolve: async (db, { id }) => one(await restoreTasks(db, batchOfOne(id))),
})

function idField(t: InputBuilder) {
  return { id: t.id({ required: true, description: 'The id of the task.' }) }
}

function taskField(t: PayloadBuilder<{ task: Task }>) {
  return { task: t.expose('task', { type: TaskType, description: 'The task as it is now.' }) }
}

function one({ tasks: [task] }: { tasks: readonly Task[] }): { task: Task } {
  if (!task) throw new Error('Expected the one task of the mutation, found none')
  return { task }
}
