import type { Cache } from '@urql/exchange-graphcache'
import type { AccessTokensQuery as Data } from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { AccessTokensQuery } from './access-tokens.query.ts'

type Node = NonNullable<Data['accessTokens']>[number]

/** A new token comes first; a revoked one leaves the list once the API has revoked it. */
export const accessTokenCache: FeatureCache = {
  updates: {
    createAccessToken: (result, _args, cache) => {
      const { accessToken } = result.createAccessToken as { accessToken: Node }
      edit(cache, (tokens) => [accessToken, ...tokens])
    },
    revokeAccessToken: (result, _args, cache) => {
      const { accessToken } = result.revokeAccessToken as { accessToken: { id: string } }
      edit(cache, (tokens) => tokens.filter(({ id }) => id !== accessToken.id))
    },
  },
  optimistic: {},
}

function edit(cache: Cache, change: (tokens: readonly Node[]) => Node[]): void {
  cache.updateQuery({ query: AccessTokensQuery }, (data) =>
    data?.accessTokens ? { ...data, accessTokens: change(data.accessTokens) } : data,
  )
}
