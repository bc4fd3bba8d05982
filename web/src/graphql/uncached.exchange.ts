import type { Exchange, ExchangeIO, Operation } from '@urql/core'
import { filter, merge, never, pipe, share } from 'wonka'

/**
 * Leads operations whose context says `uncached` past the cache, there and back: their answers aren't
 * kept, and nothing that is kept changes by them.
 */
export function passUncached(cache: Exchange): Exchange {
  return (input) => (operations) => {
    const asked = pipe(operations, share)
    let aside: ReturnType<ExchangeIO> = never
    const forward: ExchangeIO = (missed) => {
      const uncached = pipe(asked, filter(isUncached))
      const answered = pipe(input.forward(merge([missed, uncached])), share)
      aside = pipe(
        answered,
        filter(({ operation }) => isUncached(operation)),
      )
      return pipe(
        answered,
        filter(({ operation }) => !isUncached(operation)),
      )
    }
    const kept = cache({ ...input, forward })(
      pipe(
        asked,
        filter((operation) => !isUncached(operation)),
      ),
    )
    return merge([kept, aside])
  }
}

function isUncached({ context }: Operation): boolean {
  return context.uncached === true
}
