import type { Kysely } from 'kysely'
import { forgetAttempts, hasMark, setMark, takeAttempt } from './attempt-limit.queries.ts'
import { type AttemptRules, knownAddressDays } from './attempt-rules.ts'

/** Who attempts what; unknown parts aren't counted. */
export type Attempt = {
  endpoint: string
  address: string
  /** In lower case, as in the lookup. */
  account?: string | undefined
  person?: string | undefined
}

/**
 * Counts an attempt and gives the seconds to wait, or 0. The narrow buckets come first: what they
 * refuse doesn't empty the account's own. An address from which the person signed in lately isn't
 * counted in that one at all, so that strangers who try from everywhere can't keep its owner out.
 *
 * @throws Error when the database can't be reached.
 */
export async function takeAttempts(
  database: Kysely<unknown>,
  rules: AttemptRules,
  attempt: Attempt,
): Promise<number> {
  const { endpoint, address, account, person } = attempt
  const known =
    account && rules.accountFromAddress && (await hasMark(database, knownAddress(account, address)))
  const names = {
    address: [address],
    accountFromAddress: account && [account, address],
    account: account && !known && [account],
    person: person && [person],
  }
  for (const subject of ['address', 'accountFromAddress', 'account', 'person'] as const) {
    const [rule, name] = [rules[subject], names[subject]]
    if (!rule || !name) continue
    const waitSeconds = await takeAttempt(database, [subject, endpoint, ...name], rule)
    if (waitSeconds > 0) return waitSeconds
  }
  return 0
}

/** Gives the account its attempts from this address back, and knows the address from now on. */
export async function noteSuccess(
  database: Kysely<unknown>,
  { endpoint, account, address }: { endpoint: string; account: string; address: string },
): Promise<void> {
  await forgetAttempts(database, ['accountFromAddress', endpoint, account, address])
  await setMark(database, knownAddress(account, address), knownAddressDays)
}

function knownAddress(account: string, address: string): string[] {
  return ['knownAddress', account, address]
}
