import {
  Client,
  fetchExchange,
  formatDocument,
  type GraphQLRequest,
  makeOperation,
  mapExchange,
  type Operation,
} from '@urql/core'
import type { Place } from '../../places/address.ts'
import { SyncCursor } from '../documents/live-documents.ts'
import { listFirstRequests } from './first-requests.ts'

/** What comes with a page: the answers to its place's first requests, in their order. */
export type SentAnswers = {
  /** The cursor of changes from before the first request. */
  cursor: string
  answers: object[]
}

/** A page doesn't wait for longer: it then asks by itself, and can show that it is loading. */
const patienceMs = 1_000

/**
 * Asks the API for what a place begins with. The cursor comes first, so that no change is missed
 * between it and the rest. Undefined when something is refused, out of reach or late. Never rejects.
 */
export async function findFirstAnswers(
  place: Place,
  { apiUrl, token }: { apiUrl: string; token: string },
): Promise<SentAnswers | undefined> {
  const signal = AbortSignal.timeout(patienceMs)
  const client = new Client({
    url: `${apiUrl}/graphql`,
    preferGetMethod: false,
    fetchOptions: { headers: { authorization: `Bearer ${token}` }, redirect: 'error' },
    // The client puts a signal of its own into the options.
    fetch: (input, init) => fetch(input, { ...init, signal }),
    exchanges: [mapExchange({ onOperation: askForTypes }), fetchExchange],
  })

  async function ask<Data>({
    query,
    variables,
  }: Pick<GraphQLRequest<Data>, 'query' | 'variables'>) {
    const { data, error } = await client.query(query, variables).toPromise()
    if (error || !data) throw error ?? new Error('Expected data in the answer, found none.')
    return data
  }

  try {
    const { syncCursor } = await ask({ query: SyncCursor, variables: {} })
    const answers = await Promise.all(listFirstRequests(place).map(ask<object>))
    return { cursor: syncCursor, answers }
  } catch (error) {
    process.stderr.write(`WARN A page goes without its first tasks: ${(error as Error).message}\n`)
    return undefined
  }
}

/** The page's cache needs the type names. */
function askForTypes(operation: Operation): Operation {
  const query = formatDocument(operation.query) as typeof operation.query
  return makeOperation(operation.kind, { ...operation, query })
}
