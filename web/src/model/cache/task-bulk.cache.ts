import type { Cache } from '@urql/exchange-graphcache'
import type {
  MoveTasksMutationVariables,
  TaskResultFieldsFragment,
  UpdateTasksMutationVariables,
} from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { TaskFields } from '../documents/fields.ts'
import { optimisticTask, type TaskChanges } from './optimistic-task.ts'
import { positionsOfMove } from './subtasks.cache.ts'
import { placeTask } from './task-places.cache.ts'

type Named = { input: { ids: readonly string[] } }
/** What a mutation asks for, task by task. */
type Change = (args: Named, cache: Cache) => (index: number) => TaskChanges

const changes: Record<string, Change> = {
  updateTasks: (args) => {
    const { input } = args as unknown as UpdateTasksMutationVariables
    return () => input.changes as TaskChanges
  },
  completeTasks: () => {
    const completedAt = new Date().toISOString()
    return () => ({ completed: true, completedAt })
  },
  reopenTasks: () => () => ({ completed: false, completedAt: null }),
  deleteTasks: () => {
    const deletedAt = new Date().toISOString()
    return () => ({ deletedAt })
  },
  restoreTasks: () => () => ({ deletedAt: null }),
  moveTasks: (args, cache) => {
    const { input } = args as unknown as MoveTasksMutationVariables
    const { ids, listId, parentId } = input
    const positions = positionsOfMove(cache, input, [ids].flat().length)
    return (index) => ({
      ...(listId && { listId }),
      ...(parentId !== undefined && { parentId }),
      ...(positions && { position: positions[index] ?? '' }),
    })
  },
}

/**
 * How mutations of many tasks update the places. The answer names only those that were refused, so the
 * same change is applied before and after it: first to all, then to all but those.
 */
export const taskBulkCache: FeatureCache = {
  updates: Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      field,
      (result, args, cache) => {
        const named = args as unknown as Named
        const { results } = result[field] as { results: TaskResultFieldsFragment[] }
        const refused = new Set(results.filter(({ error }) => error).map(({ id }) => id))
        const changeOf = change(named, cache)
        for (const [index, id] of named.input.ids.entries()) {
          if (!refused.has(id)) apply(cache, id, changeOf(index))
          // Refused tasks too: changes to them meanwhile were placed while all seemed done.
          placeTask(cache, id)
        }
      },
    ]),
  ),
  optimistic: Object.fromEntries(
    Object.keys(changes).map((field) => [
      field,
      (args) => ({
        __typename: `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`,
        mutationId: '',
        results: (args as unknown as Named).input.ids.map((id) => ({
          __typename: 'TaskResult',
          id,
          error: null,
        })),
      }),
    ]),
  ),
}

function apply(cache: Cache, id: string, change: TaskChanges): void {
  const task = optimisticTask(cache, id, change)
  if (task) cache.writeFragment(TaskFields, Object.assign(task, { __typename: 'Task' }))
}
