import { getWebEnv } from '../../env.ts'
import { getAuth } from '../auth.server.ts'
import { readVerificationToken } from './verification-link.ts'

/**
 * The person who may choose a new password with a link's token, or undefined when it was used, has
 * expired or never was. It isn't used up by this.
 *
 * @throws Error when the database can't be reached.
 */
export async function findResetLinkOwner(token: unknown): Promise<{ email: string } | undefined> {
  if (typeof token !== 'string') return undefined
  const { internalAdapter } = await getAuth().$context
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  if (!link || link.expiresAt < new Date()) return undefined
  return (await internalAdapter.findUserById(link.value)) ?? undefined
}

export type VerificationLink =
  | { state: 'sign-up'; email: string }
  | { state: 'old-address' | 'new-address'; email: string; newEmail: string }
  /** It has done what it is for. */
  | { state: 'done'; email: string }
  | { state: 'expired' | 'wrong' }

/**
 * What a link in a mail confirms, as things are. It isn't used by this.
 *
 * @throws Error when the database can't be reached.
 */
export async function readVerificationLink(token: string): Promise<VerificationLink> {
  const read = await readVerificationToken(token, getWebEnv().secrets)
  if (read.state !== 'valid') return read
  const { email, userId, updateTo: newEmail, requestType } = read.claims
  const { internalAdapter } = await getAuth().$context
  const user = await internalAdapter.findUserById(userId)
  if (user && user.email === (newEmail ?? email) && user.emailVerified) {
    return { state: 'done', email: user.email }
  }
  if (user?.email !== email) return { state: 'wrong' }
  if (!newEmail) return { state: 'sign-up', email }
  const isOldEnd = requestType === 'change-email-confirmation'
  return { state: isOldEnd ? 'old-address' : 'new-address', email, newEmail }
}
