import type { Exchange, Operation } from '@urql/core'
import { filter, makeSubject, merge, pipe, share } from 'wonka'

/**
 * Holds mutations and subscriptions back until `prepare` has settled, then forwards them in their
 * order. One that finds it failed calls it again; nothing is held for longer than one attempt.
 * Queries pass.
 */
export function createHoldExchange(prepare: () => Promise<void>): Exchange {
  return ({ forward }) =>
    (operations) => {
      const released = makeSubject<Operation>()
      const held = new Map<number, Operation>()
      let isPrepared = false

      function hold(operation: Operation): void {
        held.set(operation.key, operation)
        if (held.size === 1) void prepareAndRelease()
      }

      async function prepareAndRelease(): Promise<void> {
        isPrepared = await prepare().then(
          () => true,
          () => false,
        )
        const waiting = [...held.values()]
        held.clear()
        for (const operation of waiting) released.next(operation)
      }

      const passing = pipe(
        operations,
        filter((operation) => {
          // One that nobody waits for any more isn't sent.
          if (operation.kind === 'teardown') return !held.delete(operation.key)
          if (operation.kind === 'query' || isPrepared) return true
          hold(operation)
          return false
        }),
        share,
      )
      return forward(merge([passing, released.source]))
    }
}
