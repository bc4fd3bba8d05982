import { bulkSize } from '../../domain/early-limits.ts'
import {
  addMutation,
  type InputBuilder,
  type PayloadBuilder,
  payloadOrRepetition,
} from '../../graphql/add-mutation.ts'
import { builder } from '../../graphql/builder.ts'
import { completeTasks } from '../repeat/task-complete.service.ts'
import { reopenTasks } from '../repeat/task-reopen.service.ts'
import type { Task } from '../task.queries.ts'
import { TaskType } from '../task.schema.ts'
import { type Batch, type BatchResult, batchOfIds, checkBulkSize, resultsOf } from './task-batch.ts'
import { createTasks } from './task-create.service.ts'
import { duplicateTasks } from './task-duplicate.service.ts'
import { newTaskFields, positionFields, taskChangeFields } from './task-input.schema.ts'
import { moveTasks } from './task-move.service.ts'
import { deleteTasks, restoreTasks } from './task-trash.service.ts'
import { updateTasks } from './task-update.service.ts'

const sizeWords = `${bulkSize.min} to ${bulkSize.max}; none at all is refused, and nothing changes.`
const whichTasks = 'Which tasks are meant.'

const BulkModeType = builder.enumType('BulkMode', {
  description: 'What happens to the others when one of several can’t be done.',
  values: {
    ALL: { description: 'All or nothing: one problem refuses everything, and all are reported.' },
    EACH: { description: 'Each for itself: results say what became of each.' },
  } as const,
})

const TaskProblemType = builder
  .objectRef<NonNullable<BatchResult['error']>>('TaskProblem')
  .implement({
    description: 'Why something could not be done to one of several tasks.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'The code that the error would have alone.' }),
      reason: t.exposeString('reason', {
        nullable: true,
        description: 'The reason that the error would have alone: of a CONFLICT, why; else null.',
      }),
      message: t.exposeString('message', { description: 'What is wrong, and what to do.' }),
    }),
  })

export const TaskResultType = builder.objectRef<BatchResult>('TaskResult').implement({
  description: 'What became of one of several tasks.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id it was named by, in lower case.' }),
    task: t.expose('task', {
      type: TaskType,
      nullable: true,
      description: 'The task as it is now; null when it was refused.',
    }),
    error: t.expose('error', {
      type: TaskProblemType,
      nullable: true,
      description: 'Why it was refused; null when it was done.',
    }),
  }),
})

type BulkPayload = {
  tasks: Task[]
  results: BatchResult[]
  changedCount: number
}

const NewTaskInput = builder.inputType('NewTaskInput', {
  description: 'One of several tasks to write down.',
  fields: newTaskFields,
})

const TaskChangesInput = builder.inputType('TaskChangesInput', {
  description: 'What to change of each task. What is left out stays; null clears.',
  fields: taskChangeFields,
})

addMutation('createTasks', {
  description:
    'Creates several tasks, each at the end of its list or parent. A parent may be an earlier one, by the id you gave it.',
  inputDescription: 'Tasks to write down.',
  inputFields: (t) => ({
    tasks: t.field({
      type: [NewTaskInput],
      required: true,
      description: `The tasks, ${sizeWords}`,
    }),
    ...modeField(t),
  }),
  payloadFields: bulkFields,
  resolve: async (db, { tasks, mode }) => {
    checkBulkSize(tasks, ['input', 'tasks'])
    const inputs = tasks.map((input, index) => ({ input, path: ['input', 'tasks', index] }))
    const { batch, madeBy, ...made } = await createTasks(db, inputs, mode ?? 'ALL')
    return payloadOrRepetition(bulkPayload(batch, made), madeBy)
  },
})

addMutation('updateTasks', {
  description: 'Changes several tasks in the same way.',
  inputDescription: 'Which tasks are meant, and what to change of each.',
  inputFields: (t) => ({
    ...idsFields(t),
    changes: t.field({
      type: TaskChangesInput,
      required: true,
      description: 'What to change of each.',
    }),
  }),
  payloadFields: bulkFields,
  resolve: async (db, { ids, mode, changes }) => {
    const batch = batchOfIds(ids, mode)
    return bulkPayload(batch, await updateTasks(db, batch, changes, ['input', 'changes']))
  },
})

addMutation('moveTasks', {
  description:
    'Puts several tasks elsewhere in the order they are named. One that is under another of them travels along with it.',
  inputDescription: 'Which tasks are meant, and where to. What is left out stays.',
  inputFields: (t) => ({
    ...idsFields(t),
    listId: t.id({ description: 'Another list: its top level, unless parentId says more.' }),
    parentId: t.id({
      description: 'Another parent, which decides the list; null is the top level.',
    }),
    ...positionFields(t),
  }),
  payloadFields: bulkFields,
  resolve: async (db, { ids, mode, ...input }) => {
    const batch = batchOfIds(ids, mode)
    return bulkPayload(batch, await moveTasks(db, batch, input))
  },
})

addMutation('completeTasks', {
  description: 'Completes several tasks, each as completeTask does.',
  inputDescription: whichTasks,
  inputFields: idsFields,
  payloadFields: (t: PayloadBuilder<BulkPayload & { nextTasks: Task[] }>) => ({
    ...bulkFields(t),
    nextTasks: t.expose('nextTasks', {
      type: [TaskType],
      extensions: { cost: { atMost: bulkSize.max } },
      description: 'The next occurrences of the repeating ones.',
    }),
  }),
  resolve: async (db, { ids, mode }) => {
    const batch = batchOfIds(ids, mode)
    const { nextTasks, ...completion } = await completeTasks(db, batch)
    return { ...bulkPayload(batch, completion), nextTasks }
  },
})

addMutation('reopenTasks', {
  description: 'Opens several completed tasks again, each as reopenTask does.',
  inputDescription: whichTasks,
  inputFields: idsFields,
  payloadFields: (
    t: PayloadBuilder<BulkPayload & { takenBackTaskIds: string[]; keptNextTasks: Task[] }>,
  ) => ({
    ...bulkFields(t),
    takenBackTaskIds: t.exposeIDList('takenBackTaskIds', {
      extensions: { cost: { atMost: bulkSize.max } },
      description: 'The next occurrences that are gone again.',
    }),
    keptNextTasks: t.expose('keptNextTasks', {
      type: [TaskType],
      extensions: { cost: { atMost: bulkSize.max } },
      description: 'The next occurrences that stay, as they have been changed since.',
    }),
  }),
  resolve: async (db, { ids, mode }) => {
    const batch = batchOfIds(ids, mode)
    const { takenBackTaskIds, keptNextTasks, ...reopening } = await reopenTasks(db, batch)
    return { ...bulkPayload(batch, reopening), takenBackTaskIds, keptNextTasks }
  },
})

addMutation('duplicateTasks', {
  description:
    'Copies several tasks, each as duplicateTask does. One that is under another of them is copied with it alone.',
  inputDescription: whichTasks,
  inputFields: idsFields,
  payloadFields: (t: PayloadBuilder<BulkPayload & { copies: Task[] }>) => ({
    ...bulkFields(t),
    copies: t.expose('copies', {
      type: [TaskType],
      extensions: { cost: { atMost: bulkSize.max } },
      description: 'The copies of the named tasks, without those of their subtasks.',
    }),
  }),
  resolve: async (db, { ids, mode }) => {
    const batch = batchOfIds(ids, mode)
    const { copies, ...duplication } = await duplicateTasks(db, batch)
    return { ...bulkPayload(batch, duplication), copies }
  },
})

addMutation('deleteTasks', {
  description:
    'Puts several tasks into the trash, each as deleteTask does. One that is under another of them goes along with it.',
  inputDescription: whichTasks,
  inputFields: idsFields,
  payloadFields: bulkFields,
  resolve: async (db, { ids, mode }) => {
    const batch = batchOfIds(ids, mode)
    return bulkPayload(batch, await deleteTasks(db, batch))
  },
})

addMutation('restoreTasks', {
  description: 'Takes several tasks out of the trash, each as restoreTask does.',
  inputDescription: whichTasks,
  inputFields: idsFields,
  payloadFields: bulkFields,
  resolve: async (db, { ids, mode }) => {
    const batch = batchOfIds(ids, mode)
    return bulkPayload(batch, await restoreTasks(db, batch))
  },
})

/** The fields of an input that names several tasks. */
export function idsFields(t: InputBuilder) {
  const description = `The ids of the tasks, ${sizeWords} One named twice counts once.`
  return { ids: t.idList({ required: true, description }), ...modeField(t) }
}

function modeField(t: InputBuilder) {
  const description = 'What happens to the others when one can’t be done.'
  return { mode: t.field({ type: BulkModeType, defaultValue: 'ALL', description }) }
}

function bulkFields(t: PayloadBuilder<BulkPayload>) {
  return {
    tasks: t.expose('tasks', {
      type: [TaskType],
      extensions: { cost: { atMost: bulkSize.max } },
      description: 'The tasks as they are now, without those that were refused.',
    }),
    results: t.expose('results', {
      type: [TaskResultType],
      extensions: { cost: { atMost: bulkSize.max } },
      description: 'What became of each, in the order they were named.',
    }),
    changedCount: t.exposeInt('changedCount', {
      description: 'How many of the named tasks are not as they were before.',
    }),
  }
}

function bulkPayload(
  batch: Batch,
  { tasks, changedCount }: { tasks: Task[]; changedCount: number },
): BulkPayload {
  const results = resultsOf(batch, tasks)
  return { tasks: results.flatMap((result) => result.task ?? []), results, changedCount }
}
