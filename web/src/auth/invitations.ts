import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { insertInvitation } from './auth.queries.ts'
import type { Auth } from './auth.server.ts'

const daysToLive = 7
const dayInMs = 86_400_000

/** The sign-up page's parameter for an invitation. */
export const invitationParameter = 'invitation'

/**
 * Makes an invitation for one account, and gives the address to open. It is stored only as a
 * hash, and expires after seven days.
 */
export async function createInvitation(database: Kysely<unknown>, webUrl: string): Promise<string> {
  const invitation = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + daysToLive * dayInMs)
  await insertInvitation(database, identifyInvitation(invitation), expiresAt)
  const url = new URL('/signup', webUrl)
  url.searchParams.set(invitationParameter, invitation)
  return url.href
}

/** The identifier of an invitation in the database. */
export function identifyInvitation(invitation: string): string {
  return `invitation:${createHash('sha256').update(invitation).digest('base64url')}`
}

type InternalAdapter = Awaited<Auth['$context']>['internalAdapter']

/** Whether it would be accepted now. It may still fail: two people may find it good, and one gets in. */
export async function isGoodInvitation(
  invitation: string | null | undefined,
  { internalAdapter }: { internalAdapter: Pick<InternalAdapter, 'findVerificationValue'> },
): Promise<boolean> {
  if (!invitation) return false
  const found = await internalAdapter.findVerificationValue(identifyInvitation(invitation))
  return found !== null && found.expiresAt > new Date()
}
