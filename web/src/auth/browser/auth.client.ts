import { createAuthClient } from 'better-auth/client'
import { inferAdditionalFields } from 'better-auth/client/plugins'
import type { Auth } from '../auth.server.ts'
import { otherPerson } from './other-person.ts'
import { leaveToOtherPerson, personHeader } from './page-person.ts'

/**
 * Sign-up, sign-in and sign-out from the browser, on this origin. Better Auth's framework-free client:
 * the session itself is read on the server, so its React hooks would be weight without use.
 *
 * The session's cookie belongs to the browser, not to the page. So each request says whose page it comes
 * from, and can't change the account of somebody else who has signed in meanwhile.
 */
export const authClient = createAuthClient({
  plugins: [inferAdditionalFields<Auth>()],
  fetchOptions: {
    onRequest({ headers }) {
      if (globalThis.tendPerson) headers.set(personHeader, globalThis.tendPerson)
    },
    onError({ error }) {
      if (error.code === otherPerson.code) leaveToOtherPerson()
    },
  },
})
