import type { Kysely } from 'kysely'
import type { Logger } from '../logger.ts'
import {
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryOutcome,
  findSecondsToNext,
  postponeDelivery,
  settleDelivery,
} from './delivery.queries.ts'

/** What is done with one that was taken up. */
export type Handled = {
  outcome: DeliveryOutcome
  /** What is written together with the outcome, or not at all. */
  alsoWrite?: ((transaction: Kysely<unknown>) => Promise<void>) | undefined
  /** Runs once both are written. */
  afterwards?: (() => void) | undefined
}

/** How deliveries of one kind are done. */
export type DeliveryHandler = {
  kind: string
  /** Longer than one takes: if the process dies, another one takes it up after that. */
  leaseSeconds: number
  /** How many are done at once. */
  atOnce: number
  /** A failure is tried again, with longer and longer pauses. */
  handle(claimed: ClaimedDelivery): Promise<Handled>
}

export type DelivererOptions = {
  owner: Kysely<unknown>
  logger: Logger
}

export type Deliverer = AsyncDisposable & {
  /** There may be something new in the table. Costs nothing: it looks soon, once for all that call. */
  wake(): void
}

const longestRestSeconds = 30
const wakeAfterMs = 200
/** Where others are at it, and so nothing was to be had. */
const shortestRestSeconds = 0.05
const firstPauseSeconds = 5
const longestPauseSeconds = 1_800
/** Claimed together, so that a crowd costs few statements. */
const rowsForEach = 8

/**
 * Does the deliveries of one kind when they are due, together with the other processes: each is taken up by one
 * at a time. It rests until the next is due, and looks again when it is woken. Disposing it lets those under way
 * end.
 */
export function startDeliverer(handler: DeliveryHandler, options: DelivererOptions): Deliverer {
  const { owner, logger } = options
  const { kind, leaseSeconds, atOnce } = handler
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  let timerAt = Number.POSITIVE_INFINITY
  let isWanted = false
  let working: Promise<void> | undefined

  async function handleOne(claimed: ClaimedDelivery): Promise<void> {
    try {
      const isTooLate = claimed.notAfterMs !== null && claimed.notAfterMs <= claimed.nowMs
      const { outcome, alsoWrite, afterwards } = isTooLate ? tooLate : await handler.handle(claimed)
      const isWritten = await owner.transaction().execute(async (transaction) => {
        if (!(await settleDelivery(transaction, claimed, outcome))) return false
        await alsoWrite?.(transaction)
        return true
      })
      if (isWritten) afterwards?.()
    } catch (error) {
      const { userId, attempts } = claimed
      logger.warn({ err: error, userId, kind, attempts }, 'a delivery failed and is tried again')
      await postponeDelivery(owner, claimed, pauseAfter(attempts))
    }
  }

  async function workThrough(): Promise<void> {
    for (let count = 1; count > 0 && !isOver; ) {
      const claimed = await claimDeliveries(owner, kind, {
        leaseSeconds,
        most: atOnce * rowsForEach,
      })
      count = claimed.length
      const rest = claimed.values()
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const one of rest) if (!isOver) await handleOne(one)
        }),
      )
    }
  }

  async function work(): Promise<void> {
    let seconds = longestRestSeconds
    while (isWanted && !isOver) {
      isWanted = false
      try {
        await workThrough()
        seconds = (await findSecondsToNext(owner, kind)) ?? longestRestSeconds
      } catch (error) {
        logger.warn({ err: error, kind }, 'deliveries can’t be read, trying again')
        seconds = firstPauseSeconds
      }
    }
    working = undefined
    rest(Math.min(Math.max(seconds, shortestRestSeconds), longestRestSeconds) * 1_000)
  }

  /** Works after so many milliseconds, or before if it was going to. */
  function rest(ms: number): void {
    if (isOver || performance.now() + ms >= timerAt) return
    clearTimeout(timer)
    timerAt = performance.now() + ms
    timer = setTimeout(() => {
      timerAt = Number.POSITIVE_INFINITY
      isWanted = true
      working ??= work()
    }, ms).unref()
  }
  rest(0)

  return {
    wake: () => rest(wakeAfterMs),
    async [Symbol.asyncDispose]() {
      isOver = true
      clearTimeout(timer)
      await working
    },
  }
}

const tooLate: Handled = { outcome: { kind: 'given up' } }

function pauseAfter(attempts: number): number {
  return Math.min(firstPauseSeconds * 3 ** Math.max(attempts - 1, 0), longestPauseSeconds)
}
