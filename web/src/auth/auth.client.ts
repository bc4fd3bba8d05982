import { createAuthClient } from 'better-auth/client'
import { inferAdditionalFields } from 'better-auth/client/plugins'
import type { Auth } from './auth.server.ts'

/**
 * Sign-up, sign-in and sign-out from the browser, on this origin. Better Auth's framework-free client:
 * the session itself is read on the server, so its React hooks would be weight without use.
 */
export const authClient = createAuthClient({ plugins: [inferAdditionalFields<Auth>()] })
