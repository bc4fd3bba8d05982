import { readText, type TypedText } from './document.ts'
import { type FollowedPage, follow } from './follow.ts'
import { nameMutations } from './name-mutations.ts'
import { type Connection, send } from './send.ts'

export type ClientSettings = {
  /** The API's address, such as `http://localhost:4000`. */
  url: string
  /** An access token, or what gives one for each request. */
  token: Connection['token']
  /** By default the one that is there already. */
  fetch?: typeof fetch
  /** How often a request is sent at most until there is an answer; 8 by default. */
  maxAttempts?: number
  /** Whoever is asked to wait longer is told so by an error; 120 by default. */
  maxWaitSeconds?: number
  /** How long an answer may take; 60 by default. */
  timeoutSeconds?: number
  /** How long a live connection may be silent until it counts as lost; 40 by default. The API says something every 12. */
  silenceSeconds?: number
}

export type CallOptions = {
  /** Ends the call; it throws what the signal was aborted with. */
  signal?: AbortSignal | undefined
}

/** Variables may be left out if none is required. */
type Call<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: CallOptions]
    : [variables: Variables, options?: CallOptions]

export type TendClient = {
  /**
   * Sends a query and gives its data.
   *
   * @throws TendError if there is any error in the answer
   */
  query<Data = unknown, Variables extends object = Record<string, unknown>>(
    document: TypedText<Data, Variables>,
    ...call: Call<Variables>
  ): Promise<Data>
  /**
   * Sends mutations and gives their payloads. Each whose input is a variable gets a `newMutationId`, if it has
   * neither that nor an `idempotencyKey`, so that it happens once however often it has to be sent. Others
   * are sent once.
   *
   * @throws TendError if there is any error in the answer
   */
  mutate<Data = unknown, Variables extends object = Record<string, unknown>>(
    document: TypedText<Data, Variables>,
    ...call: Call<Variables>
  ): Promise<Data>
  /**
   * Follows changes by a subscription to `changes(since: $since)` that asks for the `cursor`. It ends only when
   * it isn't read any more, by its signal, or with an error.
   *
   * @param since a cursor; null is the start of the log
   */
  follow<Page extends FollowedPage>(
    document: TypedText<{ changes: Page }, { since?: string | null }>,
    since: string | null,
    options?: CallOptions,
  ): AsyncGenerator<Page, void, void>
}

/** @throws TypeError if the address is none */
export function createClient({ url, ...settings }: ClientSettings): TendClient {
  const connection: Connection = {
    endpoint: new URL(`${url.replace(/\/+$/, '')}/graphql`).href,
    fetch,
    maxAttempts: 8,
    maxWaitSeconds: 120,
    timeoutSeconds: 60,
    silenceSeconds: 40,
    ...settings,
  }
  return {
    async query(document, variables?: object, { signal }: CallOptions = {}) {
      const operation = { query: readText(document), variables: { ...variables } }
      return (await send(connection, operation, true, signal)) as never
    },
    async mutate(document, variables?: object, { signal }: CallOptions = {}) {
      const query = readText(document)
      const { variables: named, isRepeatable } = nameMutations(query, { ...variables })
      return (await send(connection, { query, variables: named }, isRepeatable, signal)) as never
    },
    follow: (document, since, { signal } = {}) =>
      follow(connection, readText(document), since, signal),
  }
}
