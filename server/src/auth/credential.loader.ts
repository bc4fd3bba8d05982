import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import {
  type CredentialTables,
  listLivingSessions,
  listMadeAccessTokens,
} from './credential.queries.ts'
import type { CredentialLookup } from './credential.ts'

const maxTogether = 1_000

/** Looks up together what is asked for at once: all live results ask in the same moment. */
export function createCredentialLookup(owner: Kysely<CredentialTables>): CredentialLookup {
  const options = { cache: false, maxBatchSize: maxTogether }
  const sessions = new DataLoader(async (ids: readonly string[]) => {
    const living = await listLivingSessions(owner, ids)
    const byId = new Map(living.map((session) => [session.id, session]))
    return ids.map((id) => byId.get(id))
  }, options)
  const accessTokens = new DataLoader(async (hashes: readonly Uint8Array[]) => {
    const made = await listMadeAccessTokens(owner, hashes)
    const byHash = new Map(made.map((token) => [toHex(token.hash), token]))
    return hashes.map((hash) => byHash.get(toHex(hash)))
  }, options)
  return {
    async findLivingSession({ sessionId, userId }) {
      const session = await sessions.load(sessionId)
      return session?.userId === userId ? session : undefined
    },
    findAccessToken: (hash) => accessTokens.load(hash),
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
