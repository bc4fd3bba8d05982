import { type Authenticate, createAuthenticator } from '../../src/auth/authenticate.ts'
import { createCredentialLookup } from '../../src/auth/credential.loader.ts'
import type { CredentialTables } from '../../src/auth/credential.queries.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { benchAddresses, benchSecret } from './subject.ts'

/** The check of a token at Tend's endpoint, for the other subjects to do as well. */
export function createTokenCheck(databaseUrl: string): Authenticate {
  const { owner } = connectDatabase<CredentialTables>({
    databaseUrl,
    embedded: { dataDir: '', secret: '' },
    pool: { maxConnections: 2, connectTimeoutSeconds: 10, idleTimeoutSeconds: 30 },
  })
  return createAuthenticator({
    token: {
      secrets: { current: benchSecret },
      issuer: benchAddresses.webUrl,
      audience: benchAddresses.apiUrl,
      ttlSeconds: 86_400,
    },
    lookup: createCredentialLookup(owner),
    noteUse() {},
  })
}
