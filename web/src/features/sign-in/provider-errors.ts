import { signUpRefusals } from '../../auth/rules/sign-up-mode.ts'
import type { AuthFailure } from './form-errors.ts'

const unknown = 'That didn’t work. Try once more.'
const untrusted = 'The provider’s answer couldn’t be trusted. Try once more.'
const stale = 'That took too long, or was begun in another window. Try once more.'

/** Better Auth's codes of what went wrong on the way to a provider and back, in words. */
const words: Record<string, string> = {
  ...signUpRefusals,
  access_denied: 'You cancelled at the provider, and nothing was changed.',
  account_already_linked_to_different_user:
    'That account is connected to another Tend account. Disconnect it there first.',
  account_not_linked:
    'There is an account with this e-mail address already, but nobody has confirmed the address. If it is yours, choose a new password by “Forgot your password?”, and come back here.',
  email_not_found: 'The provider didn’t tell an e-mail address, and Tend needs one.',
  email_not_verified:
    'The provider hasn’t confirmed your e-mail address. Confirm it there, then try again.',
  invalid_code: 'The provider can’t be reached right now. Try again in a moment.',
  issuer_mismatch: untrusted,
  nonce_binding_missing: untrusted,
  state_mismatch: stale,
  state_not_found: stale,
  unable_to_get_user_info: untrusted,
  unable_to_link_account: 'You were signed out meanwhile, so nothing was connected. Try once more.',
}

/** What to say about the `?error=` with which somebody comes back; undefined when there is none. */
export function describeProviderError(error: string | string[] | undefined): string | undefined {
  if (error === undefined) return undefined
  const known = typeof error === 'string' && Object.hasOwn(words, error) ? words[error] : undefined
  return known ?? unknown
}

/** What to say when connecting or disconnecting a provider can't even begin. */
export function explainProviderFailure(failure: AuthFailure, providerName: string): string {
  switch (failure.code) {
    case 'PROVIDER_UNREACHABLE':
      return `${providerName} can’t be reached right now. Try again in a moment.`
    case 'EMAIL_NOT_VERIFIED':
    case 'LAST_WAY_IN':
    case 'TOO_MANY_ATTEMPTS':
      return failure.message ?? unknown
    case 'SESSION_NOT_FRESH':
      return 'You signed in a while ago. Sign out and in again, then do this.'
    default:
      return unknown
  }
}
