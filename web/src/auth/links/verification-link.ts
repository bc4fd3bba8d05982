import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

/** What Better Auth's verification tokens hold (its `createEmailVerificationToken`). */
const claims = z.object({
  email: z.string(),
  userId: z.string(),
  updateTo: z.string().optional(),
  requestType: z.enum(['change-email-confirmation', 'change-email-verification']).optional(),
})

export type VerificationClaims = z.output<typeof claims>

export type VerificationToken =
  | { state: 'valid'; claims: VerificationClaims }
  | { state: 'expired' | 'wrong' }

type Secrets = { current: string; previous?: string | undefined }

const algorithms = ['HS256']

/** Reads the token of a link in a mail, without using it. */
export async function readVerificationToken(
  token: string,
  secrets: Secrets,
): Promise<VerificationToken> {
  const accepted = await acceptPreviousLink(token, secrets)
  try {
    const { payload } = await jwtVerify(accepted, encode(secrets.current), { algorithms })
    const parsed = claims.safeParse(payload)
    return parsed.success ? { state: 'valid', claims: parsed.data } : { state: 'wrong' }
  } catch (error) {
    return { state: error instanceof errors.JWTExpired ? 'expired' : 'wrong' }
  }
}

/**
 * Better Auth checks these tokens with one secret only. So that links survive a change of
 * BETTER_AUTH_SECRET, one that the previous secret signed is signed again with the current one; its
 * end stays the same. Every other token stays as it was.
 */
export async function acceptPreviousLink(token: string, secrets: Secrets): Promise<string> {
  if (!secrets.previous) return token
  try {
    const { payload } = await jwtVerify(token, encode(secrets.previous), { algorithms })
    return await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(encode(secrets.current))
  } catch {
    return token
  }
}

function encode(secret: string): Uint8Array {
  return new TextEncoder().encode(secret)
}
