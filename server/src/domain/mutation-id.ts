import { changeLogDays } from './limits.ts'

const uuidV7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

const dayMs = 86_400_000

/** How far a device's clock may be ahead. */
const maxAheadMs = dayMs

/** For how long the answer to a mutation with an id of the client's is known, whatever its clock said. */
export const receiptDays = changeLogDays + maxAheadMs / dayMs

/**
 * Why a client can't give this id to its mutation, in words that go on after "newMutationId"; undefined
 * when it can. The moment in the id (RFC 9562, section 5.7) has to be young enough for the service to know
 * whether the mutation was carried out before: an older one that is repeated could happen twice.
 */
export function findMutationIdProblem(id: string, nowMs: number): string | undefined {
  const [, high, low] = uuidV7.exec(id) ?? []
  if (high === undefined) return `must be a UUID of version 7, and is “${id.slice(0, 50)}”.`
  const madeMs = Number.parseInt(`${high}${low}`, 16)
  const made = () => new Date(madeMs).toISOString()
  if (madeMs < nowMs - changeLogDays * dayMs)
    return `was made ${made()}, and whether a mutation was carried out is known for ${changeLogDays} days. Look at what is there, and make a new one if it is still wanted.`
  if (madeMs > nowMs + maxAheadMs)
    return `was made ${made()}, which is more than a day from now. Correct the clock of the device.`
  return undefined
}
