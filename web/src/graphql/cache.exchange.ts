import type { Exchange } from '@urql/core'
import {
  type CacheExchangeOpts,
  cacheExchange,
  type Resolver,
  type UpdateResolver,
} from '@urql/exchange-graphcache'
import { passUncached } from './uncached.exchange.ts'

/** What a feature adds to the cache: its operations' effects, before and after the answer. */
export type FeatureCache = {
  /** By the field of `Mutation`. */
  updates: Record<string, UpdateResolver>
  /** By the field of `Subscription`. */
  subscriptions?: Record<string, UpdateResolver>
  /** By the field of `Mutation`; null shows nothing until the answer comes. */
  optimistic: NonNullable<CacheExchangeOpts['optimistic']>
  /** By the field of `Query`: what the cache can tell without having been asked for it. */
  resolvers?: Record<string, Resolver>
}

// What has no identity of its own lives in the object that holds it. A change has the id of what has
// changed, and is no object either.
const embedded = [
  'Change',
  'ChangeActor',
  'ChangePage',
  'FieldChange',
  'ListConnection',
  'PageInfo',
  'Recurrence',
  'SavedViewConnection',
  'SessionConnection',
  'SubtaskProgress',
  'TagConnection',
  'TaskConnection',
  'TaskHistoryConnection',
  'TaskHistoryEntry',
  'TaskProblem',
  'TaskResult',
]

/**
 * The normalised cache: every `Node` once, by type and id. Features hand in their part, so that this
 * folder knows none of them.
 */
export function createCacheExchange(features: readonly FeatureCache[]): Exchange {
  const cache = cacheExchange({
    keys: Object.fromEntries(embedded.map((typename) => [typename, () => null])),
    // Says at once which fragment is for which type.
    possibleTypes: { Node: ['AccessToken', 'List', 'SavedView', 'Session', 'Tag', 'Task', 'User'] },
    updates: {
      Mutation: Object.assign({}, ...features.map(({ updates }) => updates)),
      Subscription: Object.assign({}, ...features.map(({ subscriptions }) => subscriptions)),
    },
    resolvers: { Query: Object.assign({}, ...features.map(({ resolvers }) => resolvers)) },
    optimistic: Object.assign({}, ...features.map(({ optimistic }) => optimistic)),
  })
  return passUncached(cache)
}
