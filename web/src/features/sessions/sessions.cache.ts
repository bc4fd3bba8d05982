import type { Cache } from '@urql/exchange-graphcache'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { SessionsQuery } from './sessions.query.ts'

/** Ended sessions leave the list; one that is named, at once. */
export const sessionCache: FeatureCache = {
  updates: {
    endSession: (result, _args, cache) => {
      const { session } = result.endSession as { session: { id: string } }
      remove(cache, [session.id])
    },
    endOtherSessions: (result, _args, cache) => {
      const { endedSessionIds } = result.endOtherSessions as { endedSessionIds: string[] }
      remove(cache, endedSessionIds)
    },
  },
  optimistic: {
    endSession: ({ input }) => ({
      __typename: 'EndSessionPayload',
      session: { __typename: 'Session', id: (input as { id: string }).id },
    }),
  },
}

function remove(cache: Cache, ids: readonly string[]): void {
  cache.updateQuery({ query: SessionsQuery }, (data) => {
    if (!data?.sessions) return data
    const nodes = data.sessions.nodes.filter(({ id }) => !ids.includes(id))
    return { ...data, sessions: { ...data.sessions, nodes } }
  })
}
