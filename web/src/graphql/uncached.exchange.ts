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
 * Leads operations whose context says `uncached` past the cache, there and back: their answers aren't
 * kept, and nothing that is kept changes by them. They have the type names all the same that the cache
 * asks for, since some answers come to it later.
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

/** Only here: from a document with type names `createRequest` makes one without, which it knew before. */
function addTypeNames(operation: Operation): Operation {
  const query = formatDocument(operation.query as TypedDocumentNode) as Operation['query']
  return makeOperation(operation.kind, { ...operation, query }, operation.context)
}
