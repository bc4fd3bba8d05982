import { mintApiToken } from '@tend/server/api-token'
import type { WebConfig } from '../../env.ts'

/** A session and its person, as Better Auth gives them. */
export type FoundSession = { user: { id: string }; session: { id: string } }

/** Issues a token by which the API knows the person of a session. */
export function mintSessionToken(
  { user, session }: FoundSession,
  { secrets, webUrl, apiUrl, apiTokenTtlSeconds }: WebConfig,
): Promise<string> {
  return mintApiToken(
    { userId: user.id, sessionId: session.id },
    { secrets, issuer: webUrl, audience: apiUrl, ttlSeconds: apiTokenTtlSeconds },
  )
}
