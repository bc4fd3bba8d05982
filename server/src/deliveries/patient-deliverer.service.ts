import type { Kysely } from 'kysely'
import type { Deliverer, DelivererOptions } from './deliverer.service.ts'
import {
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryOutcomeAlone,
  findSecondsToNext,
  postponeDelivery,
  settleDelivery,
} from './delivery.queries.ts'
import { longestRestSeconds, startRounds } from './rounds.ts'

/** What becomes of a delivery, and what else is written together with that. */
export type PatientlyHandled = {
  outcome: DeliveryOutcomeAlone
  alongside?: ((transaction: Kysely<unknown>) => Promise<void>) | undefined
}

export type PatientHandler = {
  kind: string
  /** Longer than one takes: if the process dies, another one takes it up after that. */
  leaseSeconds: number
  /** How many are under way at once, and how many of one person. */
  atOnce: number
  atOnceOfPerson: number
  /** A failure is tried again after some seconds. */
  handle(claimed: ClaimedDelivery): Promise<PatientlyHandled>
  /** Called when something was written alongside. It must not throw. */
  afterwards?(): void
}

const pauseSeconds = 5
/** While some are under way, and what else is due may have to wait for them. */
const restBesideSeconds = 1

/**
 * Does deliveries whose other end may take long to answer: each is settled by itself, what is new never waits for
 * what is under way, and one person has a few of the places at most.
 */
export function startPatientDeliverer(
  handler: PatientHandler,
  { owner, logger }: DelivererOptions,
): Deliverer {
  const { kind, leaseSeconds, atOnce, atOnceOfPerson } = handler
  const underWay = new Map<ClaimedDelivery, Promise<void>>()
  let isOver = false

  async function handleOne(claimed: ClaimedDelivery): Promise<void> {
    try {
      const { outcome, alongside } = await handler.handle(claimed)
      if (!alongside) return void (await settleDelivery(owner, claimed, outcome))
      await owner.transaction().execute(async (transaction) => {
        if (await settleDelivery(transaction, claimed, outcome)) await alongside(transaction)
      })
      handler.afterwards?.()
    } catch (error) {
      const { userId } = claimed
      logger.warn({ err: error, userId, kind }, 'a delivery failed and is tried again')
      // Without it, the delivery is taken up again when its lease is over.
      await postponeDelivery(owner, claimed, pauseSeconds).catch(() => {})
    }
  }

  function start(claimed: ClaimedDelivery): void {
    const done = handleOne(claimed).finally(() => {
      underWay.delete(claimed)
      rounds.hurry()
    })
    underWay.set(claimed, done)
  }

  /** One person's fill no more than their places, however many are due. */
  async function startDue(): Promise<void> {
    while (underWay.size < atOnce && !isOver) {
      const perPerson = Map.groupBy(underWay.keys(), ({ userId }) => userId)
      const busy = [...perPerson].filter(([, some]) => some.length >= atOnceOfPerson)
      const [claimed] = await claimDeliveries(owner, kind, {
        ...{ leaseSeconds, most: 1 },
        exceptOf: busy.map(([userId]) => userId),
      })
      if (!claimed) return
      start(claimed)
    }
  }

  const rounds = startRounds(async () => {
    try {
      await startDue()
      const seconds = (await findSecondsToNext(owner, kind)) ?? longestRestSeconds
      return underWay.size > 0 ? Math.max(seconds, restBesideSeconds) : seconds
    } catch (error) {
      logger.warn({ err: error, kind }, 'deliveries can’t be read, trying again')
      return pauseSeconds
    }
  })

  return {
    wake: rounds.wake,
    async [Symbol.asyncDispose]() {
      isOver = true
      await rounds.stop()
      await Promise.all(underWay.values())
    },
  }
}
