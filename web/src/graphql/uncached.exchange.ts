import {
  type Exchange,
  type ExchangeIO,
  formatDocument,
  makeOperation,
  type Operation,
  type TypedDocumentNode,
} from '@urql/core'
import { filter, map, merge, never, pipe, share } from 'wonka'

/**
 * Operations whose context says `uncached` bypass the cache, there and back: their answers aren't
 * stored, and nothing that is stored changes. They still have the type names that the cache needs,
 * since some answers reach it later.
 */
export function passUncached(cache: Exchange): Exchange {
  return (input) => (operations) => {
    const asked = pipe(operations, share)
    let aside: ReturnType<ExchangeIO> = never
    const forward: ExchangeIO = (missed) => {
      const uncached = pipe(asked, filter(isUncached), map(addTypeNames))
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

/** Added only here: `createRequest` would replace a document with type names by one without. */
function addTypeNames(operation: Operation): Operation {
  const query = formatDocument(operation.query as TypedDocumentNode) as Operation['query']
  return makeOperation(operation.kind, { ...operation, query }, operation.context)
}
