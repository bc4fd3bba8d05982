import { RetryLaterError } from '../errors.ts'

/**
 * Lets an export or import of this person run until the returned object is disposed of.
 *
 * @throws RetryLaterError `RATE_LIMITED` when this person has one running, `SERVICE_UNAVAILABLE` when
 *   there are too many of everybody's
 */
export type TransferSlots = (userId: string) => Disposable

const retrySeconds = 10

/** Each keeps a file on the disk, even while its client is slow, so they are limited per person and in all. */
export function createTransferSlots(perProcess: number): TransferSlots {
  const busy = new Set<string>()
  return (userId) => {
    if (busy.has(userId))
      throw new RetryLaterError(
        'RATE_LIMITED',
        'An export or import of yours is running already. Wait for its end and try again.',
        retrySeconds,
        { reason: 'TRANSFER_RUNNING' },
      )
    if (busy.size >= perProcess)
      throw new RetryLaterError(
        'SERVICE_UNAVAILABLE',
        `As many exports and imports are running as there is room for. Try again in ${retrySeconds} seconds.`,
        retrySeconds,
      )
    busy.add(userId)
    return { [Symbol.dispose]: () => void busy.delete(userId) }
  }
}
