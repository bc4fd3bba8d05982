import type { Cache } from '@urql/exchange-graphcache'
import type { ChangedEntity } from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { noteReminderChange } from '../reminders/reminder-changes.ts'
import { placeInCollection } from './collections.cache.ts'
import { placeList } from './lists.cache.ts'
import { placeTask, removeTask } from './task-places.cache.ts'

type AppliedChange = { id: string; entityType: ChangedEntity; deleted: boolean }

/**
 * Applies changes from the live feed or from an undo, object by object. The objects themselves are in
 * the cache by then; this puts them into their places.
 */
export const changesCache: FeatureCache = {
  updates: {
    undo: (result, _args, cache) => applyAll(result.undo, cache),
    redo: (result, _args, cache) => applyAll(result.redo, cache),
  },
  subscriptions: { changes: (result, _args, cache) => applyAll(result.changes, cache) },
  optimistic: {},
}

function applyAll(answer: unknown, cache: Cache): void {
  const { changes } = answer as { changes: AppliedChange[] }
  for (const change of changes) apply(change, cache)
  if (changes.some((change) => mayConcernReminders(change, cache))) noteReminderChange()
}

/** Those of a list ring or not with it; what was deleted for good isn't there to be looked at. */
function mayConcernReminders({ id, entityType, deleted }: AppliedChange, cache: Cache): boolean {
  if (entityType !== 'TASK') return entityType === 'LIST'
  const reminders = cache.resolve({ __typename: 'Task', id }, 'reminders')
  return deleted || (Array.isArray(reminders) && reminders.length > 0)
}

function apply({ id, entityType, deleted }: AppliedChange, cache: Cache): void {
  if (entityType === 'TASK' && deleted) removeTask(cache, id)
  else if (entityType === 'TASK') placeTask(cache, id)
  else if (entityType === 'LIST' && !deleted) placeList(cache, id)
  else {
    const { collection, typename } = collections[entityType]
    const key = cache.keyOfEntity({ __typename: typename, id })
    if (key) placeInCollection(cache, collection, key, () => !deleted)
  }
}

const collections = {
  LIST: { collection: 'lists', typename: 'List' },
  TAG: { collection: 'tags', typename: 'Tag' },
  SAVED_VIEW: { collection: 'savedViews', typename: 'SavedView' },
} as const
