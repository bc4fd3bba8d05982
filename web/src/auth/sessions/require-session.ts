import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { loginPath } from '../browser/next-path.ts'
import { findSession } from './session.server.ts'

/** The signed-in person of the request that is being rendered, or null; looked up once for it. */
export const findCurrentSession = cache(async () => findSession(await headers()))

/**
 * The signed-in person, for the page at `path`. Anybody else is sent to sign in and then
 * back there.
 *
 * @throws Error when the database can't be reached.
 */
export async function requireSession(path: string) {
  return (await findCurrentSession()) ?? redirect(loginPath(path))
}
