import type { Cache } from '@urql/exchange-graphcache'
import type { FeedsQuery as Data } from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { FeedsQuery } from './feeds.query.ts'

type Node = NonNullable<Data['feeds']>[number]

/** A new address comes first; a revoked one leaves the list once the API has revoked it. */
export const feedCache: FeatureCache = {
  updates: {
    createFeed: (result, _args, cache) => {
      const { feed } = result.createFeed as { feed: Node }
      edit(cache, (feeds) => [feed, ...feeds])
    },
    revokeFeed: (result, _args, cache) => {
      const { feed } = result.revokeFeed as { feed: { id: string } }
      edit(cache, (feeds) => feeds.filter(({ id }) => id !== feed.id))
    },
  },
  optimistic: {},
}

function edit(cache: Cache, change: (feeds: readonly Node[]) => Node[]): void {
  cache.updateQuery({ query: FeedsQuery }, (data) =>
    data?.feeds ? { ...data, feeds: change(data.feeds) } : data,
  )
}
