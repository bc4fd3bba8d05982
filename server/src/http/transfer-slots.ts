import { AppError } from '../errors.ts'

/** Lets exports and imports in, one at a time for a person. */
export type TransferSlots = (userId: string) => Disposable

/**
 * Each holds a connection for as long as it lasts, and must not take those that everybody's requests
 * need.
 */
export function createTransferSlots(): TransferSlots {
  const busy = new Set<string>()
  return (userId) => {
    if (busy.has(userId))
      throw new AppError(
        'CONFLICT',
        'An export or import of yours is running already. Wait for its end and try again.',
      )
    busy.add(userId)
    return { [Symbol.dispose]: () => void busy.delete(userId) }
  }
}
