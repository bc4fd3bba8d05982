import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import { RetryLaterError } from '../errors.ts'
import {
  type CredentialTables,
  listLivingSessions,
  listMadeAccessTokens,
} from './credential.queries.ts'
import type { CredentialLookup } from './credential.ts'
import { oneAfterTheOther } from './one-after-the-other.ts'

const maxTogether = 1_000
/** Of access tokens: anybody can make one up that looks like one, and only the database knows. */
const maxWaiting = 2_000
const retrySeconds = 1

/**
 * Looks up together what is asked for at once: all live results ask in the same moment. Access tokens
 * take one connection, whoever sends how many: what comes while some are looked up waits together.
 */
export function createCredentialLookup(owner: Kysely<CredentialTables>): CredentialLookup {
  const options = { cache: false, maxBatchSize: maxTogether }
  const sessions = new DataLoader(async (ids: readonly string[]) => {
    const living = await listLivingSessions(owner, ids)
    const byId = new Map(living.map((session) => [session.id, session]))
    return ids.map((id) => byId.get(id))
  }, options)
  const turns = oneAfterTheOther()
  const accessTokens = new DataLoader(
    (hashes: readonly Uint8Array[]) =>
      turns.run(async () => {
        const made = await listMadeAccessTokens(owner, hashes)
        const byHash = new Map(made.map((token) => [toHex(token.hash), token]))
        return hashes.map((hash) => byHash.get(toHex(hash)))
      }),
    { ...options, batchScheduleFn: turns.schedule },
  )
  let waiting = 0
  return {
    async findLivingSession({ sessionId, userId }) {
      const session = await sessions.load(sessionId)
      return session?.userId === userId ? session : undefined
    },
    async findAccessToken(hash) {
      if (waiting >= maxWaiting)
        throw new RetryLaterError(
          'SERVICE_UNAVAILABLE',
          `More access tokens wait to be looked up than the ${maxWaiting} that may. Try again in ${retrySeconds} second.`,
          retrySeconds,
        )
      waiting += 1
      try {
        return await accessTokens.load(hash)
      } finally {
        waiting -= 1
      }
    },
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
