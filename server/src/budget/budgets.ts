import type { Kysely } from 'kysely'
import type { Viewer } from '../auth/viewer.ts'
import { type Bucket, type BucketRules, drain, secondsUntilRoom } from '../domain/leaky-bucket.ts'
import { RateLimitedError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { addSpending, type BudgetTables } from './spending.queries.ts'

export interface BudgetRules extends BucketRules {
  /** How many points of it are reserved for the person's sessions: access tokens can't spend them. */
  sessionReserve: number
}

/** The person who spends, and the session or token that they use. */
export type Spender = Pick<Viewer, 'userId' | 'via'>

/** What is left of somebody's budget, for the session or token that they use. */
export type BudgetState = {
  limit: number
  /** Whole points. */
  remaining: number
  /** Whole seconds until the budget is full again. */
  resetSeconds: number
  refillPerSecond: number
}

/**
 * How much each person may still ask of the API: a budget that refills steadily, shared by all API processes.
 * A request is charged in memory and never waits for the database; every second a process adds what was
 * spent to the shared sum, and reads what the others have added. So somebody who asks several processes at
 * once can overspend at most a second's worth at each, and it is counted.
 *
 * Access tokens and sessions spend from one level. Access tokens are refused below the sessions' reserve, so
 * a program that spends everything that comes back doesn't stop the person's own app, and it waits while the
 * app has used part of the reserve.
 */
export interface Budgets extends AsyncDisposable {
  /** @throws RateLimitedError when not enough is left; nothing is spent then */
  spend(spender: Spender, cost: number): void
  /**
   * Charges points that became known only during the work or after it: the contents of a list, the time of a
   * statement, the length of an export. Never throws, so the work under way goes on; the level may exceed the
   * budget, and the next `spend` then waits until the debt has drained too.
   *
   * @param points may be a fraction; anything but a positive number changes nothing
   */
  charge(userId: string, points: number): void
  /** Returns points that were spent but not used. */
  refund(userId: string, points: number): void
  /** Whole seconds until so much may be spent; 0 when it may be spent now. */
  secondsUntilRoom(spender: Spender, cost: number): number
  read(spender: Spender): BudgetState
}

interface Account extends Bucket {
  /** Points spent here that the others don't know yet; negative when more were returned. */
  unreported: number
}

export type BudgetOptions = {
  rules: BudgetRules
  owner: Kysely<BudgetTables>
  logger: Logger
}

const reportEveryMs = 1_000

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

  async function report(): Promise<void> {
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

  let reporting: Promise<void> | undefined
  const timer = setInterval(() => {
    reporting ??= report().finally(() => {
      reporting = undefined
    })
  }, reportEveryMs).unref()

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
      await reporting
      await report()
    },
  }
}
