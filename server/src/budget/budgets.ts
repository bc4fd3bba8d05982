import type { Kysely } from 'kysely'
import type { Viewer } from '../auth/viewer.ts'
import { type Bucket, type BucketRules, drain, secondsUntilRoom } from '../domain/leaky-bucket.ts'
import { RateLimitedError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { addSpending, type BudgetTables } from './spending.queries.ts'

export interface BudgetRules extends BucketRules {
  /** How many points of it are left to the person's sessions: access tokens can't spend them. */
  sessionReserve: number
}

/** Who asks, and by what. */
export type Spender = Pick<Viewer, 'userId' | 'via'>

/** What is left of somebody's budget, by what they came with. */
export type BudgetState = {
  limit: number
  /** Whole points. */
  remaining: number
  /** Until all of it is there again; whole seconds. */
  resetSeconds: number
  refillPerSecond: number
}

/**
 * What each person may still ask of the API: a budget that refills by itself, shared by all API
 * processes. A request is charged in memory and never waits for the database; every second a process
 * adds what it let through to the shared sum, and learns what the others have. So somebody who asks
 * several processes at once can have at most a second's worth of each too much, and it is counted.
 *
 * What is spent by access tokens and by sessions is one level. Access tokens are refused below the
 * reserve of the sessions, so a program that takes all that flows back doesn't stop the person's own app,
 * and waits while that has spent of the reserve.
 */
export interface Budgets extends AsyncDisposable {
  /** @throws RateLimitedError when there is not so much left; nothing is spent then */
  spend(spender: Spender, cost: number): void
  /**
   * Adds points that became known only while the work ran or after it: what a list held, how long a
   * statement took, what an export wrote. Never throws, so the work that is under way goes on; the
   * level may exceed the budget, and the next `spend` then waits until the debt has drained too.
   *
   * @param points may be a fraction; what is no positive number changes nothing
   */
  charge(userId: string, points: number): void
  /** Gives back points that were spent and not used. */
  refund(userId: string, points: number): void
  /** Whole seconds until so much may be spent; 0 when it is so now. */
  secondsUntilRoom(spender: Spender, cost: number): number
  read(spender: Spender): BudgetState
}

interface Account extends Bucket {
  /** Spent here, and not yet known to the others; less than nothing when more was given back. */
  unreported: number
}

export type BudgetOptions = {
  rules: BudgetRules
  owner: Kysely<BudgetTables>
  logger: Logger
}

const tellEveryMs = 1_000

export function openBudgets({ rules, owner, logger }: BudgetOptions): Budgets {
  const accounts = new Map<string, Account>()

  function getAccount(userId: string): Account {
    const account = accounts.get(userId) ?? { level: 0, atMs: 0, unreported: 0 }
    return Object.assign(account, drain(account, Date.now(), rules))
  }

  function limitOf({ via }: Spender): number {
    return via.kind === 'session' ? rules.capacity : rules.capacity - rules.sessionReserve
  }

  function waitFor(spender: Spender, cost: number): number {
    const own = { ...rules, capacity: limitOf(spender) }
    return secondsUntilRoom(getAccount(spender.userId), cost, own)
  }

  function charge(userId: string, points: number): void {
    if (!(points > 0 && points < Number.POSITIVE_INFINITY)) return
    const account = getAccount(userId)
    account.level += points
    account.unreported += points
    accounts.set(userId, account)
  }

  async function tell(): Promise<void> {
    const spent = new Map<string, number>()
    for (const [userId, account] of accounts) {
      if (account.unreported !== 0) spent.set(userId, account.unreported)
      else if (getAccount(userId).level === 0) accounts.delete(userId)
      account.unreported = 0
    }
    if (spent.size === 0) return
    try {
      for (const { userId, level } of await addSpending(owner, spent, rules.drainPerSecond)) {
        const account = getAccount(userId)
        account.level = level + account.unreported
      }
    } catch (error) {
      for (const [userId, amount] of spent) {
        const account = accounts.get(userId)
        if (account) account.unreported += amount
      }
      logger.warn({ err: error }, 'the budgets could not be shared and will be, when they can')
    }
  }

  let telling: Promise<void> | undefined
  const timer = setInterval(() => {
    telling ??= tell().finally(() => {
      telling = undefined
    })
  }, tellEveryMs).unref()

  return {
    spend(spender, cost) {
      const waitSeconds = waitFor(spender, cost)
      if (waitSeconds > 0) throw new RateLimitedError(waitSeconds)
      charge(spender.userId, cost)
    },
    charge,
    refund(userId, points) {
      const account = getAccount(userId)
      account.level = Math.max(0, account.level - points)
      account.unreported -= points
      accounts.set(userId, account)
    },
    secondsUntilRoom: waitFor,
    read(spender) {
      const { level } = getAccount(spender.userId)
      const limit = limitOf(spender)
      return {
        limit,
        remaining: Math.max(0, Math.floor(limit - level)),
        resetSeconds: Math.ceil(level / rules.drainPerSecond),
        refillPerSecond: rules.drainPerSecond,
      }
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await telling
      await tell()
    },
  }
}
