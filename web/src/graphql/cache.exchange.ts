import type { Exchange } from '@urql/core'
import { type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache'

/** What a feature adds to the cache: its mutations' effects, before and after the answer. */
export type FeatureCache = {
  updates: NonNullable<NonNullable<CacheExchangeOpts['updates']>['Mutation']>
  optimistic: NonNullable<CacheExchangeOpts['optimistic']>
}

const keyless = () => null

/**
 * The normalised cache: every `Node` once, by type and id. Features hand in their part, so that this
 * folder knows none of them.
 */
export function createCacheExchange(features: readonly FeatureCache[]): Exchange {
  return cacheExchange({
    keys: {
      PageInfo: keyless,
      TaskConnection: keyless,
      TaskEdge: keyless,
      ListConnection: keyless,
      ListEdge: keyless,
    },
    updates: { Mutation: Object.assign({}, ...features.map(({ updates }) => updates)) },
    optimistic: Object.assign({}, ...features.map(({ optimistic }) => optimistic)),
  })
}
