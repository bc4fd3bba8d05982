import { bulkSize } from '../../domain/early-limits.ts'
import { addMutation, type InputBuilder, type PayloadBuilder } from '../../graphql/add-mutation.ts'
import type { Task } from '../task.queries.ts'
import { type BatchResult, batchOfIds, batchOfOne, resultsOf } from '../write/task-batch.ts'
import { idsFields, TaskResultType } from '../write/task-bulk.schema.ts'
import {
  deleteListForGood,
  deleteTasksForGood,
  type Emptying,
  emptyTrash,
  trashPieceSize,
} from './trash.service.ts'

const final = 'It can’t be undone: undo and redo are CONFLICT with the reason DELETED_FOR_GOOD.'
const inPieces = `One call deletes ${trashPieceSize} tasks and lists at most: call it again, as a mutation of its own, until remainingCount is 0.`
const onlyTrash = 'Only what is in the trash can be: anything else is CONFLICT.'

addMutation('deleteTaskForGood', {
  description: `Deletes a task in the trash for good, with everything under it. ${onlyTrash} ${final}`,
  inputDescription: 'Which task is meant.',
  inputFields: (t) => ({ id: t.id({ required: true, description: 'The id of the task.' }) }),
  payloadFields: (t: PayloadBuilder<{ deletedTaskId: string }>) => ({
    deletedTaskId: t.exposeID('deletedTaskId', { description: 'The id of the task that is gone.' }),
  }),
  resolve: async (db, { id }) => {
    const batch = batchOfOne(id)
    const [deletedTaskId = ''] = await deleteTasksForGood(db, batch)
    return { deletedTaskId }
  },
})

addMutation('deleteTasksForGood', {
  description: `Deletes several tasks in the trash for good, each as deleteTaskForGood does. ${final}`,
  inputDescription: 'Which tasks are meant.',
  inputFields: idsFields,
  payloadFields: (t: PayloadBuilder<{ results: BatchResult[]; deletedTaskIds: string[] }>) => ({
    deletedTaskIds: t.exposeIDList('deletedTaskIds', {
      extensions: { cost: { atMost: bulkSize.max } },
      description: 'The named tasks that are gone, without those under them.',
    }),
    results: t.expose('results', {
      type: [TaskResultType],
      extensions: { cost: { atMost: bulkSize.max } },
      description:
        'What became of each, in the order they were named; of those that are gone, task is null.',
    }),
  }),
  resolve: async (db, { ids, mode }) => {
    const batch = batchOfIds(ids, mode)
    const deletedTaskIds = await deleteTasksForGood(db, batch)
    return { deletedTaskIds, results: resultsOf(batch, gone) }
  },
})

const gone: readonly Task[] = []

addMutation('deleteListForGood', {
  description: `Deletes a list in the trash for good, with its tasks. ${onlyTrash} ${inPieces} ${final}`,
  inputDescription: 'Which list is meant.',
  points: trashPieceSize,
  inputFields: (t) => ({ id: t.id({ required: true, description: 'The id of the list.' }) }),
  payloadFields: emptyingFields,
  resolve: (db, { id }) => deleteListForGood(db, id),
})

addMutation('emptyTrash', {
  description: `Deletes the tasks and lists in the trash for good, those that have been there longest first. ${inPieces} ${final}`,
  inputDescription: 'How much of the trash is meant.',
  points: trashPieceSize,
  inputFields: untilField,
  payloadFields: emptyingFields,
  resolve: (db, { deletedUntil }) => emptyTrash(db, deletedUntil ?? undefined),
})

function untilField(t: InputBuilder) {
  return {
    deletedUntil: t.field({
      type: 'DateTime',
      description:
        'Only what was put into the trash until then, such as the newest deletedAt that a person has seen before they agreed. By default everything.',
    }),
  }
}

function emptyingFields(t: PayloadBuilder<Emptying>) {
  return {
    deletedTaskCount: t.exposeInt('deletedTaskCount', {
      description: 'How many tasks this call has deleted, subtasks included.',
    }),
    deletedListCount: t.exposeInt('deletedListCount', {
      description: 'How many lists this call has deleted.',
    }),
    remainingCount: t.exposeInt('remainingCount', {
      description: 'How many of the tasks and lists that are meant are left; 0 when all are gone.',
    }),
  }
}
