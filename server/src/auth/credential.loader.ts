import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import { RetryLaterError } from '../errors.ts'
import {
  type CredentialTables,
  listLivingSessions,
  listMadeAccessTokens,
  listMadeFeeds,
} from './credential.queries.ts'
import type { CredentialLookup } from './credential.ts'
import { oneAfterTheOther } from './one-after-the-other.ts'

const maxTogether = 1_000
/** The most secrets of a kind that wait: anybody can invent one, and only the database knows the real ones. */
const maxWaiting = 2_000
const retrySeconds = 1

/**
 * Batches simultaneous look-ups, because all live results ask at the same moment. Access tokens use one
 * connection, however many are sent: those that arrive during a look-up wait and are looked up together. So do
 * the secrets of calendar addresses.
 */
export function createCredentialLookup(owner: Kysely<CredentialTables>): CredentialLookup {
  const options = { cache: false, maxBatchSize: maxTogether }
  const sessions = new DataLoader(async (ids: readonly string[]) => {
    const living = await listLivingSessions(owner, ids)
    const byId = new Map(living.map((session) => [session.id, session]))
    return ids.map((id) => byId.get(id))
  }, options)
  return {
    async findLivingSession({ sessionId, userId }) {
      const session = await sessions.load(sessionId)
      return session?.userId === userId ? session : undefined
    },
    findAccessToken: createHashLookup('access tokens', (hashes) =>
      listMadeAccessTokens(owner, hashes),
    ),
    findFeed: createHashLookup('calendar addresses', (hashes) => listMadeFeeds(owner, hashes)),
  }
}

/** One statement at a time. @throws RetryLaterError `SERVICE_UNAVAILABLE` when too many wait */
function createHashLookup<Made extends { hash: Uint8Array }>(
  what: string,
  list: (hashes: readonly Uint8Array[]) => Promise<Made[]>,
): (hash: Uint8Array) => Promise<Made | undefined> {
  const turns = oneAfterTheOther()
  const loader = new DataLoader(
    (hashes: readonly Uint8Array[]) =>
      turns.run(async () => {
        const byHash = new Map((await list(hashes)).map((made) => [toHex(made.hash), made]))
        return hashes.map((hash) => byHash.get(toHex(hash)))
      }),
    { cache: false, maxBatchSize: maxTogether, batchScheduleFn: turns.schedule },
  )
  let waiting = 0
  return async (hash) => {
    if (waiting >= maxWaiting)
      throw new RetryLaterError(
        'SERVICE_UNAVAILABLE',
        `More ${what} wait to be looked up than the ${maxWaiting} that may. Try again in ${retrySeconds} second.`,
        retrySeconds,
      )
    waiting += 1
    try {
      return await loader.load(hash)
    } finally {
      waiting -= 1
    }
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
