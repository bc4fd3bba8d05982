import type { Cache } from '@urql/exchange-graphcache'
import type {
  CompleteTaskMutationVariables,
  CreateTaskMutationVariables,
  CreateTasksMutationVariables,
  DeleteTaskMutationVariables,
  MoveTaskMutationVariables,
  ReopenTaskMutationVariables,
  RestoreTaskMutationVariables,
  UpdateTaskMutationVariables,
} from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { isDraftTag, makeTaskDraft } from '../drafts/task-draft.ts'
import { placeInCollection } from './collections.cache.ts'
import { optimisticTask, type TaskChanges } from './optimistic-task.ts'
import { positionsOfMove } from './subtasks.cache.ts'
import { placeTask, removeTask } from './task-places.cache.ts'

/** How mutations of a single task update the places, before and after the answer. */
export const taskCache: FeatureCache = {
  resolvers: {
    // A task that came with a list opens at once.
    task: (_parent, args, cache) => {
      const task = { __typename: 'Task', id: String(args.id) }
      if (cache.resolve(task, 'id')) return task
      return cache.resolve('Query', 'task', args)
    },
  },
  updates: {
    createTask: (result, _args, cache, { optimistic }) =>
      placeNew(cache, (result.createTask as Answer).task, optimistic),
    createTasks: (result, _args, cache, { optimistic }) => {
      const { tasks } = result.createTasks as { tasks: Answer['task'][] }
      for (const task of tasks) placeNew(cache, task, optimistic)
    },
    updateTask: placeAnswer('updateTask'),
    deleteTask: placeAnswer('deleteTask'),
    restoreTask: placeAnswer('restoreTask'),
    moveTask: placeAnswer('moveTask'),
    skipOccurrence: placeAnswer('skipOccurrence'),
    duplicateTask: placeAnswer('duplicateTask'),
    completeTask: (result, _args, cache) => {
      const { task, nextTask } = result.completeTask as Answer
      placeTask(cache, task.id)
      if (nextTask) placeTask(cache, nextTask.id)
    },
    reopenTask: (result, _args, cache) => {
      const { task, takenBackTaskId } = result.reopenTask as Answer
      placeTask(cache, task.id)
      if (takenBackTaskId) removeTask(cache, takenBackTaskId)
    },
  },
  optimistic: {
    createTask: ({ input }: CreateTaskMutationVariables, cache) => {
      const task = makeTaskDraft(input, cache)
      return task && { __typename: 'CreateTaskPayload', mutationId: '', task }
    },
    createTasks: ({ input }: CreateTasksMutationVariables, cache) => {
      const tasks = [input.tasks].flat().map((task) => makeTaskDraft(task, cache))
      if (tasks.includes(null)) return null
      return { __typename: 'CreateTasksPayload', mutationId: '', tasks }
    },
    updateTask: ({ input }: UpdateTaskMutationVariables, cache) =>
      change(cache, 'UpdateTaskPayload', input.id, input, { bothDescriptionsKept: false }),
    completeTask: ({ input }: CompleteTaskMutationVariables, cache) =>
      change(
        cache,
        'CompleteTaskPayload',
        input.id,
        { completed: true, completedAt: new Date().toISOString() },
        { nextTask: null },
      ),
    reopenTask: ({ input }: ReopenTaskMutationVariables, cache) =>
      change(
        cache,
        'ReopenTaskPayload',
        input.id,
        { completed: false, completedAt: null },
        { takenBackTaskId: null },
      ),
    deleteTask: ({ input }: DeleteTaskMutationVariables, cache) =>
      change(cache, 'DeleteTaskPayload', input.id, { deletedAt: new Date().toISOString() }),
    restoreTask: ({ input }: RestoreTaskMutationVariables, cache) =>
      change(cache, 'RestoreTaskPayload', input.id, { deletedAt: null }),
    moveTask: ({ input }: MoveTaskMutationVariables, cache) => {
      const { id, listId, parentId } = input
      const [position] = positionsOfMove(cache, input, 1) ?? []
      return change(cache, 'MoveTaskPayload', id, {
        ...(listId !== undefined && { listId }),
        ...(parentId !== undefined && { parentId }),
        ...(position !== undefined && { position }),
      })
    },
  },
}

type Answer = {
  task: { id: string }
  nextTask?: { id: string } | null
  takenBackTaskId?: string | null
}

/** A new task, with the tags that were created with it. */
function placeNew(cache: Cache, { id }: Answer['task'], isDraft = false): void {
  placeTask(cache, id, isDraft)
  const tags = cache.resolve({ __typename: 'Task', id }, 'tags')
  for (const tag of Array.isArray(tags) ? (tags as string[]) : []) {
    if (!isDraftTag(tag)) placeInCollection(cache, 'tags', tag, () => true)
  }
}

function placeAnswer(field: string): FeatureCache['updates'][string] {
  return (result, _args, cache) => placeTask(cache, (result[field] as Answer).task.id)
}

function change(
  cache: Cache,
  typename: string,
  id: string,
  changes: TaskChanges,
  rest: Record<string, null | false> = {},
) {
  const task = optimisticTask(cache, id, changes)
  return task && { __typename: typename, mutationId: '', task, ...rest }
}
