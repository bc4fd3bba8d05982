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
/** The most access tokens that wait: anybody can invent one, and only the database knows the real ones. */
const maxWaiting = 2_000
const retrySeconds = 1

/**
 * Batches simultaneous look-ups, because all live results ask at the same moment. Access tokens use one
 * connection, however many are sent: those that arrive during a look-up wait and are looked up together.
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
