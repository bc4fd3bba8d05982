import {
  type Client,
  type Exchange,
  type GraphQLRequest,
  makeResult,
  type Operation,
} from '@urql/core'
import { filter, map, merge, pipe, share } from 'wonka'

/** What the web server has asked the API for a page, so that it comes with the page. */
export type FirstAnswers = {
  /** The cursor of `changes` from before anything was asked. */
  cursor: string
  requests: readonly GraphQLRequest[]
  /** The data of their answers, in their order. */
  answers: readonly object[]
}

/** Puts what came with the page into the cache, so that all queries find it there. */
export function readFirstAnswers(client: Client, { requests, answers }: FirstAnswers): void {
  for (const [index, { query, variables }] of requests.entries()) {
    const context = { requestPolicy: 'cache-first', answer: answers[index] } as const
    client.readQuery(query, variables, context)
  }
}

/**
 * Answers operations that have their answer with them: queries, and changes received in another way.
 * urql's `ssrExchange` could, but includes what a server needs; the first load has no room for that.
 */
export const firstAnswersExchange: Exchange = ({ forward }) => {
  return (operations) => {
    const asked = pipe(operations, share)
    const answered = pipe(
      asked,
      filter(isAnswered),
      map((operation) => makeResult(operation, { data: operation.context.answer })),
    )
    const others = pipe(
      asked,
      filter((operation) => !isAnswered(operation)),
    )
    return merge([answered, forward(others)])
  }
}

function isAnswered({ kind, context }: Operation): boolean {
  return kind !== 'teardown' && context.answer !== undefined
}
