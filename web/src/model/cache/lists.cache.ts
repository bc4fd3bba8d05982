import type { Cache } from '@urql/exchange-graphcache'
import type {
  ArchiveListMutationVariables,
  CreateListMutationVariables,
  DeleteListMutationVariables,
  MoveListMutationVariables,
  RestoreListMutationVariables,
  UnarchiveListMutationVariables,
  UpdateListMutationVariables,
} from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { type List, ListFields } from '../documents/fields.ts'
import { placeInCollection } from './collections.cache.ts'
import { atTheEnd, positionBeside } from './order-place.ts'
import { invalidatePlacesByList } from './task-places.cache.ts'

/** How mutations of a list update the sidebar and the places, before and after the answer. */
export const listCache: FeatureCache = {
  updates: {
    createList: placeAnswer('createList'),
    updateList: placeAnswer('updateList'),
    archiveList: placeAnswer('archiveList'),
    unarchiveList: placeAnswer('unarchiveList'),
    deleteList: placeAnswer('deleteList'),
    restoreList: placeAnswer('restoreList'),
    moveList: placeAnswer('moveList'),
  },
  optimistic: {
    createList: ({ input }: CreateListMutationVariables) =>
      payload('CreateListPayload', {
        id: input.id ?? '',
        name: input.name,
        color: input.color ?? null,
        icon: input.icon ?? null,
        isInbox: false,
        position: atTheEnd,
        archivedAt: null,
        deletedAt: null,
      }),
    updateList: ({ input }: UpdateListMutationVariables, cache) => {
      const { id, name, color, icon } = input
      return change(cache, 'UpdateListPayload', id, {
        ...(name && { name }),
        ...(color !== undefined && { color }),
        ...(icon !== undefined && { icon }),
      })
    },
    archiveList: ({ input }: ArchiveListMutationVariables, cache) =>
      change(cache, 'ArchiveListPayload', input.id, { archivedAt: new Date().toISOString() }),
    unarchiveList: ({ input }: UnarchiveListMutationVariables, cache) =>
      change(cache, 'UnarchiveListPayload', input.id, { archivedAt: null }),
    deleteList: ({ input }: DeleteListMutationVariables, cache) =>
      change(cache, 'DeleteListPayload', input.id, { deletedAt: new Date().toISOString() }),
    restoreList: ({ input }: RestoreListMutationVariables, cache) =>
      change(cache, 'RestoreListPayload', input.id, { deletedAt: null }),
    moveList: ({ input }: MoveListMutationVariables, cache) =>
      change(cache, 'MoveListPayload', input.id, positionBeside(cache, 'List', input)),
  },
}

/**
 * Puts a list where it now belongs: among those in use, the archived ones or those in the trash. When
 * that changes, what the places hold may have changed with it.
 */
export function placeList(cache: Cache, id: string): void {
  const key = cache.keyOfEntity({ __typename: 'List', id })
  if (!key) return
  const isArchived = Boolean(cache.resolve(key, 'archivedAt'))
  const isInTrash = Boolean(cache.resolve(key, 'deletedAt'))
  const changed = placeInCollection(cache, 'lists', key, ({ inTrash, includeArchived }) =>
    inTrash ? isInTrash : !isInTrash && (!isArchived || includeArchived === true),
  )
  if (changed) invalidatePlacesByList(cache)
}

function placeAnswer(field: string): FeatureCache['updates'][string] {
  return (result, _args, cache) => placeList(cache, (result[field] as { list: List }).list.id)
}

function change(cache: Cache, typename: string, id: string, changes: Partial<List>) {
  const list = cache.readFragment(ListFields, { __typename: 'List', id }) as List | null
  return list && payload(typename, { ...list, ...changes })
}

function payload(typename: string, list: List) {
  return { __typename: typename, mutationId: '', list: { ...list, __typename: 'List' } }
}
