import type { ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import { findEnd } from '../auth/authenticate.ts'
import { AppError } from '../errors.ts'
import type { GraphQLEndpointOptions, HttpExchange } from './http-exchange.ts'

/** Says when a live result is over, and why. */
export interface LiveWatch extends Disposable {
  /** The reason is an AppError when it is sent to the caller: their session has ended. */
  signal: AbortSignal
  /** Begins to check. Not called for results that are answered at once, which don't need it. */
  begin(): void
}

// How long a live result whose session has ended may take to send that.
const lastWordsMs = 1_000

/** A live result is over when the caller has gone, their session has ended or the server stops. */
export function watchLiveResult(
  { request, response }: HttpExchange,
  options: GraphQLEndpointOptions,
): LiveWatch {
  const over = new AbortController()
  const end = (reason?: unknown) => over.abort(reason)
  const endQuietly = () => end()
  const stopping = options.sources.live.signal
  let heartbeat: Disposable | undefined

  async function ask(): Promise<void> {
    const ended = await findEnd(options.authenticate, request.headers.authorization)
    // While the database is unavailable this is unknown, but nothing is sent then either.
    if (!ended) return
    end(new AppError('UNAUTHENTICATED', ended.message, undefined, { reason: ended.reason }))
    setTimeout(() => response.destroy(), lastWordsMs).unref()
    heartbeat?.[Symbol.dispose]()
  }
  return {
    signal: over.signal,
    begin() {
      if (response.destroyed || stopping.aborted) return end()
      response.once('close', endQuietly)
      stopping.addEventListener('abort', endQuietly)
      heartbeat = options.askAgain(() => void ask())
    },
    [Symbol.dispose]() {
      heartbeat?.[Symbol.dispose]()
      response.off('close', endQuietly)
      stopping.removeEventListener('abort', endQuietly)
    },
  }
}

/**
 * Sends results as Server-Sent Events until they end, the caller has gone or the server stops. A server
 * that stops ends the answer without the `complete` event, so that clients know to connect again.
 * GraphQL over SSE, distinct connections: https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md
 */
export async function streamEvents(
  results: AsyncIterable<ExecutionResult>,
  { response, facts, trace }: HttpExchange,
  watch: LiveWatch,
  { pingEverySeconds, eventReaderSeconds }: GraphQLEndpointOptions,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // After a stream a connection isn't worth keeping, and would delay a server that stops.
    connection: 'close',
  })
  // Some browsers ignore a head until something follows it.
  response.write(ping)
  facts.isLive = true
  trace.end(facts, 200)
  watch.begin()
  const isCut = () => watch.signal.aborted && !(watch.signal.reason instanceof AppError)
  const events = results[Symbol.asyncIterator]()
  const pings = setInterval(() => {
    if (!response.writableNeedDrain) response.write(ping)
  }, pingEverySeconds * 1000).unref()
  try {
    for (let event = await events.next(); !event.done && !isCut(); event = await events.next())
      if (!response.write(`event: next\ndata: ${stringify(event.value)}\n\n`))
        await drained(response, eventReaderSeconds)
    response.end(isCut() ? undefined : 'event: complete\ndata:\n\n')
  } finally {
    clearInterval(pings)
    void events.return?.()?.catch(() => {})
  }
}

const ping = ':\n\n'

/** `extensions.http` of an error is for the head of an answer, which this one has sent long ago. */
function stringify(result: ExecutionResult): string {
  const errors = result.errors?.map((error) => {
    const { extensions, ...rest } = error.toJSON()
    return { ...rest, extensions: { ...extensions, http: undefined } }
  })
  return JSON.stringify(errors ? { ...result, errors } : result)
}

/**
 * Waits a while for a caller who reads slowly, and nothing further is created for them meanwhile. A caller
 * who is disconnected continues from the last cursor after connecting again.
 */
function drained(response: ServerResponse, seconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const settle = () => {
    clearTimeout(timeout)
    response.off('drain', settle).off('close', settle)
    resolve()
  }
  const timeout = setTimeout(() => response.destroy(), seconds * 1000).unref()
  response.on('drain', settle).on('close', settle)
  if (response.destroyed) settle()
  return promise
}
