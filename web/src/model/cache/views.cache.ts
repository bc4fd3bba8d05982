import type { Cache } from '@urql/exchange-graphcache'
import type {
  CreateViewMutationVariables,
  DeleteViewMutationVariables,
  MoveViewMutationVariables,
  UpdateViewMutationVariables,
} from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { type SavedView, SavedViewFields } from '../documents/fields.ts'
import { placeInCollection } from './collections.cache.ts'
import { atTheEnd, positionBeside } from './order-place.ts'

/** How mutations of a saved view update the sidebar, before and after the answer. */
export const viewCache: FeatureCache = {
  updates: {
    createSavedView: (result, _args, cache) => place(cache, result.createSavedView, true),
    deleteSavedView: (result, _args, cache) => place(cache, result.deleteSavedView, false),
  },
  optimistic: {
    createSavedView: ({ input }: CreateViewMutationVariables, cache) =>
      payload('CreateSavedViewPayload', {
        id: input.id ?? '',
        name: input.name,
        icon: input.icon ?? null,
        position: positionBeside(cache, 'SavedView', input).position ?? atTheEnd,
        filter: input.filter ?? {},
        orderBy: (input.orderBy ?? []) as unknown[],
        groupBy: input.groupBy ?? 'NONE',
      }),
    updateSavedView: ({ input }: UpdateViewMutationVariables, cache) => {
      const { id, name, icon, filter, orderBy, groupBy } = input
      return change(cache, 'UpdateSavedViewPayload', id, {
        ...(name && { name }),
        ...(icon !== undefined && { icon }),
        ...(filter && { filter }),
        ...(orderBy && { orderBy: orderBy as unknown[] }),
        ...(groupBy && { groupBy }),
      })
    },
    moveSavedView: ({ input }: MoveViewMutationVariables, cache) =>
      change(cache, 'MoveSavedViewPayload', input.id, positionBeside(cache, 'SavedView', input)),
    deleteSavedView: ({ input }: DeleteViewMutationVariables, cache) =>
      change(cache, 'DeleteSavedViewPayload', input.id, {}),
  },
}

function place(cache: Cache, answer: unknown, belongs: boolean): void {
  const { savedView } = answer as { savedView: { id: string } }
  const key = cache.keyOfEntity({ __typename: 'SavedView', id: savedView.id })
  if (key) placeInCollection(cache, 'savedViews', key, () => belongs)
}

function change(cache: Cache, typename: string, id: string, changes: Partial<SavedView>) {
  const view = cache.readFragment(SavedViewFields, { __typename: 'SavedView', id })
  return view && payload(typename, { ...(view as SavedView), ...changes })
}

function payload(typename: string, view: SavedView) {
  return { __typename: typename, mutationId: '', savedView: { ...view, __typename: 'SavedView' } }
}
