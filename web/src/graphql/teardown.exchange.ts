import type { Exchange, Operation } from '@urql/core'
import { filter, pipe, tap } from 'wonka'

/**
 * Lets the cache know that an operation has ended only once no mutation is under way. At each such end
 * it makes an empty layer above those of the mutations (graphcache 9), and would then write the changes
 * of the live feed there: over what a person has done since.
 */
export const teardownExchange: Exchange =
  ({ forward, client }) =>
  (operations) => {
    const ended = new Map<number, Operation>()
    let underWay = 0
    return pipe(
      operations,
      filter((operation) => {
        if (operation.kind === 'mutation') underWay += 1
        const isLate = underWay > 0 && operation.kind === 'teardown'
        if (isLate) ended.set(operation.key, operation)
        else ended.delete(operation.key)
        return !isLate
      }),
      forward,
      tap(({ operation }) => {
        if (operation.kind === 'mutation') underWay -= 1
        if (underWay === 0) ended.forEach(client.reexecuteOperation)
      }),
    )
  }
