import type { Kysely } from 'kysely'
import { gather } from '../gather.ts'
import { handOut } from '../hand-out.ts'
import type { Logger } from '../logger.ts'
import {
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryOutcome,
  findSecondsToNext,
  postponeDelivery,
  settleDeliveries,
} from './delivery.queries.ts'
import { longestRestSeconds, startRounds } from './rounds.ts'

/** What is done with one that was taken up; the note is what else has to be written. */
export type Handled<Note> = { outcome: DeliveryOutcome; note?: Note }

/** How deliveries of one kind are done. */
export type DeliveryHandler<Note> = {
  kind: string
  /** Longer than one takes: if the process dies, another one takes it up after that. */
  leaseSeconds: number
  /** How many are done at once. */
  atOnce: number
  /** A failure is tried again, with longer and longer pauses. */
  handle(claimed: ClaimedDelivery): Promise<Handled<Note>>
  /** Writes the notes of several together with their outcomes, or none of it. */
  write(transaction: Kysely<unknown>, notes: readonly Note[]): Promise<void>
  /** Called with notes once they are written. It must not throw. */
  afterwards?(notes: readonly Note[]): void
}

export type DelivererOptions = {
  owner: Kysely<unknown>
  logger: Logger
}

export type Deliverer = AsyncDisposable & {
  /** There may be something new in the table. Costs nothing: it looks soon, once for all that call. */
  wake(): void
}

const firstPauseSeconds = 5
const longestPauseSeconds = 1_800
/** Claimed together, so that a crowd costs few statements. */
const rowsForEach = 8

/**
 * Does the deliveries of one kind when they are due, together with the other processes: each is taken up by one
 * at a time. It rests until the next is due, and looks again when it is woken. Disposing it lets those under way
 * end.
 */
export function startDeliverer<Note>(
  handler: DeliveryHandler<Note>,
  options: DelivererOptions,
): Deliverer {
  const { owner, logger } = options
  const { kind, leaseSeconds, atOnce } = handler
  let isOver = false

  async function handleOne(claimed: ClaimedDelivery): Promise<void> {
    try {
      const isTooLate = claimed.notAfterMs !== null && claimed.notAfterMs <= claimed.nowMs
      const handled: Handled<Note> = isTooLate ? tooLate : await handler.handle(claimed)
      const one = { claimed, ...handled }
      // Whoever changes it just now makes only itself wait for that.
      if (!(await settleTogether(one))) await settle([one], { waits: true })
    } catch (error) {
      const { userId, attempts } = claimed
      logger.warn({ err: error, userId, kind, attempts }, 'a delivery failed and is tried again')
      await postponeDelivery(owner, claimed, pauseAfter(attempts))
    }
  }

  type Settled = Handled<Note> & { claimed: ClaimedDelivery }
  const settleTogether = gather(
    (settled: readonly Settled[]) => settle(settled, { waits: false }),
    atOnce,
  )

  async function settle(
    settled: readonly Settled[],
    { waits }: { waits: boolean },
  ): Promise<boolean[]> {
    if (settled.every(({ note }) => note === undefined))
      return settleDeliveries(owner, settled, { waits })
    const { written, notes } = await owner.transaction().execute(async (transaction) => {
      const written = await settleDeliveries(transaction, settled, { waits })
      const notes = settled.flatMap(({ note }, nth) =>
        written[nth] && note !== undefined ? [note] : [],
      )
      if (notes.length > 0) await handler.write(transaction, notes)
      return { written, notes }
    })
    if (notes.length > 0) handler.afterwards?.(notes)
    return written
  }

  async function workThrough(): Promise<void> {
    const most = atOnce * rowsForEach
    const takeNext = handOut(() => claimDeliveries(owner, kind, { leaseSeconds, most }))
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let one = await takeNext(); one && !isOver; one = await takeNext())
          await handleOne(one)
      }),
    )
  }

  const rounds = startRounds(async () => {
    try {
      await workThrough()
      return (await findSecondsToNext(owner, kind)) ?? longestRestSeconds
    } catch (error) {
      logger.warn({ err: error, kind }, 'deliveries can’t be read, trying again')
      return firstPauseSeconds
    }
  })

  return {
    wake: rounds.wake,
    async [Symbol.asyncDispose]() {
      isOver = true
      await rounds.stop()
    },
  }
}

const tooLate = { outcome: { kind: 'given up' } } as const

function pauseAfter(attempts: number): number {
  return Math.min(firstPauseSeconds * 3 ** Math.max(attempts - 1, 0), longestPauseSeconds)
}
