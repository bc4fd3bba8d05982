/**
 * A bucket of attempts: so many at once, then one more whenever another `refillSeconds` have passed.
 * So nobody ever waits longer than that for the next attempt, whatever somebody else did before.
 */
export type AttemptRule = { atOnce: number; refillSeconds: number }

/** What requests are counted by; each has a bucket of its own. */
export type AttemptSubject =
  /** The client's network address, an IPv6 network of 64 bits as one. */
  | 'address'
  /** The account that is named by an e-mail address, whether it exists or not. */
  | 'account'
  /** The account from this one address. */
  | 'accountFromAddress'
  /** The signed-in person. */
  | 'person'

export type AttemptRules = Partial<Record<AttemptSubject, AttemptRule>>

const mails: AttemptRules = {
  address: { atOnce: 30, refillSeconds: 60 },
  account: { atOnce: 5, refillSeconds: 300 },
}
const throughProvider: AttemptRules = { address: { atOnce: 60, refillSeconds: 5 } }
const otherwise: AttemptRules = { address: { atOnce: 240, refillSeconds: 1 } }
const provesPerson: AttemptRules = { ...otherwise, person: { atOnce: 10, refillSeconds: 30 } }

/** By Better Auth's endpoint; `otherwise` is for all others. */
const rulesOfEndpoints: Record<string, AttemptRules> = {
  '/sign-in/email': {
    address: { atOnce: 60, refillSeconds: 5 },
    accountFromAddress: { atOnce: 10, refillSeconds: 30 },
    // Against many addresses at once; those the person has signed in from lately are let through.
    account: { atOnce: 50, refillSeconds: 60 },
  },
  '/sign-up/email': {
    address: { atOnce: 60, refillSeconds: 30 },
    account: { atOnce: 5, refillSeconds: 300 },
  },
  '/request-password-reset': mails,
  '/send-verification-email': mails,
  '/reset-password': { address: { atOnce: 30, refillSeconds: 30 } },
  '/sign-in/social': throughProvider,
  '/link-social': throughProvider,
  '/callback/:id': throughProvider,
  '/change-password': provesPerson,
  '/change-email': provesPerson,
  '/delete-user': provesPerson,
}

/** The token endpoint: a page asks once when it opens, and again after an answer of 401. */
export const tokenRules: AttemptRules = {
  ...otherwise,
  person: { atOnce: 60, refillSeconds: 2 },
}

/** Requests to the captcha service. */
export const captchaRules: AttemptRules = { address: { atOnce: 60, refillSeconds: 5 } }

/** Mails to one address. */
export const mailRule: AttemptRule = { atOnce: 5, refillSeconds: 300 }

/** For how long an address from which the person signed in counts as known. */
export const knownAddressDays = 30

/** What is counted for an endpoint, by its pattern as Better Auth has it ("/callback/:id"). */
export function getAttemptRules(endpoint: string): AttemptRules {
  return rulesOfEndpoints[endpoint] ?? otherwise
}
