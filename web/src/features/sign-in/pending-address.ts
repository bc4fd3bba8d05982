import { withNext } from '../../auth/browser/next-path.ts'
import { leaveFor } from './use-auth-form.ts'

const key = 'tend-pending-address'

/**
 * Leads to the page that says where the mail went. The address is kept in this tab, because
 * people's addresses don't belong in URLs.
 */
export function askToConfirm(email: string, nextPath: string): 'leaving' {
  sessionStorage.setItem(key, email.trim())
  return leaveFor(withNext('/verify-email', nextPath))
}

/** The address this tab waits for; empty when it waits for none. */
export function readPendingAddress(): string {
  return sessionStorage.getItem(key) ?? ''
}
