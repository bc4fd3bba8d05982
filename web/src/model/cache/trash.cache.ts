import type { Cache } from '@urql/exchange-graphcache'
import type {
  DeleteListForGoodMutationVariables,
  DeleteTasksForGoodMutation,
} from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { placeInCollection } from './collections.cache.ts'
import { invalidatePlacesOfTrash, removeTask } from './task-places.cache.ts'

type DeleteTasksForGoodPayload = NonNullable<DeleteTasksForGoodMutation['deleteTasksForGood']>
type Emptied = { remainingCount: number }

/**
 * How deleting for good updates the places, once it has been answered: it is never shown before, since nothing
 * can take it back. What a list or the trash held isn't named; the live changes do that, and the last answer
 * has the trash loaded again.
 */
export const trashCache: FeatureCache = {
  updates: {
    deleteTasksForGood: (result, _args, cache) => {
      const { results } = result.deleteTasksForGood as DeleteTasksForGoodPayload
      for (const { id, error } of results)
        if (!error || error.code === 'NOT_FOUND') removeTask(cache, id)
    },
    deleteListForGood: (result, args, cache) => {
      const { input } = args as unknown as DeleteListForGoodMutationVariables
      const key = cache.keyOfEntity({ __typename: 'List', id: input.id })
      if ((result.deleteListForGood as Emptied).remainingCount > 0 || !key) return
      placeInCollection(cache, 'lists', key, () => false)
      invalidatePlacesOfTrash(cache)
    },
    emptyTrash: (result, _args, cache) => {
      if ((result.emptyTrash as Emptied).remainingCount > 0) return
      invalidatePlacesOfTrash(cache)
      invalidateListsInTrash(cache)
    },
  },
  optimistic: {},
}

function invalidateListsInTrash(cache: Cache): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query'))
    if (fieldName === 'lists' && args?.inTrash) cache.invalidate('Query', 'lists', args)
}
