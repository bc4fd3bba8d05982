import { composeExchanges, type Exchange, mapExchange, type OperationResult } from '@urql/core'
import {
  type CacheExchangeOpts,
  cacheExchange,
  type Resolver,
  type UpdateResolver,
} from '@urql/exchange-graphcache'
import { createHoldExchange } from './hold.exchange.ts'
import { teardownExchange } from './teardown.exchange.ts'
import { passUncached } from './uncached.exchange.ts'

/** What a feature adds to the cache: its operations' effects, before and after the answer. */
export type FeatureCache = {
  /** By the field of `Mutation`. */
  updates: Record<string, UpdateResolver>
  /** By the field of `Subscription`. */
  subscriptions?: Record<string, UpdateResolver>
  /** By the field of `Mutation`; null shows nothing until the answer comes. */
  optimistic: NonNullable<CacheExchangeOpts['optimistic']>
  /** By the field of `Query`: what the cache can answer without having loaded it. */
  resolvers?: Record<string, Resolver>
  /** What each answer becomes before it is stored; created once for each cache. */
  createReviser?: () => Reviser
}

export type Reviser = (result: OperationResult) => OperationResult

/** All that the features add, or what loads it. */
export type Features = readonly FeatureCache[] | (() => Promise<readonly FeatureCache[]>)

// Types without an identity are kept in the object that has them. So is a change, whose id is that of
// what has changed. Connections and `PageInfo` need no mention.
const embedded = [
  'Change',
  'ChangeActor',
  'ChangePage',
  'FieldChange',
  'QuietHours',
  'Recurrence',
  'Reminder',
  'ReminderSettings',
  'SubtaskProgress',
  'TaskHistoryEntry',
  'TaskProblem',
  'TaskResult',
]

/**
 * The normalised cache: every `Node` once, by type and id. Features add their part; here only their
 * types without an id are named. Features that load on demand are loaded for the first change, which
 * waits.
 */
export function createCacheExchange(features: Features): Exchange {
  const updates = { Mutation: {}, Subscription: {} }
  const resolvers = { Query: {} }
  const optimistic = {}
  let revise: Reviser = (result) => result
  // The cache looks each rule up by name when it needs it, so they may be added later.
  function add(feature: FeatureCache): void {
    for (const [field, update] of Object.entries(feature.updates)) {
      Object.assign(updates.Mutation, { [field]: ifThereIs(field, update) })
    }
    Object.assign(updates.Subscription, feature.subscriptions)
    Object.assign(resolvers.Query, feature.resolvers)
    Object.assign(optimistic, feature.optimistic)
    revise = feature.createReviser?.() ?? revise
  }
  const graphcache = cacheExchange({
    keys: Object.fromEntries(embedded.map((typename) => [typename, () => null])),
    // Says at once which fragment is for which type; no others come as a `Node`.
    possibleTypes: { Node: ['List', 'SavedView', 'Tag', 'Task'] },
    updates,
    resolvers,
    optimistic,
  })
  const reviser = mapExchange({ onResult: (result) => revise(result) })
  const cache = passUncached(composeExchanges([teardownExchange, graphcache, reviser]))
  if (typeof features !== 'function') {
    features.forEach(add)
    return cache
  }
  const hold = createHoldExchange(async () => (await features()).forEach(add))
  return composeExchanges([hold, cache])
}

/** Applies nothing while the result is unknown before its answer, or was refused. */
function ifThereIs(field: string, update: UpdateResolver): UpdateResolver {
  return (result, ...rest) => {
    if (result[field]) update(result, ...rest)
  }
}
