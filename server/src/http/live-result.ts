import type { ServerResponse } from 'node:http'
import { UnauthenticatedError } from '../auth/authenticate.ts'
import { AppError } from '../errors.ts'
import type { DoorRequest, GraphQLDoorOptions } from './door-request.ts'

/** Says when a live result is over, and why. */
export interface LiveWatch extends Disposable {
  /** The reason is an AppError when the caller is to hear it: their session has ended. */
  signal: AbortSignal
  /** Begins to look. Needless, and so not done, for what is answered at once. */
  begin(): void
}

// The door remembers a living session for 5 seconds, and a token that ended must count for 10 at most.
const ASK_AGAIN_MS = 3_000
// How long a result whose session has ended may take to say so.
const LAST_WORDS_MS = 1_000

/** A live result is over when the caller has gone, their session has ended or the server stops. */
export function watchLiveResult(
  { request, response }: DoorRequest,
  options: GraphQLDoorOptions,
): LiveWatch {
  const over = new AbortController()
  const end = (reason?: unknown) => over.abort(reason)
  const endQuietly = () => end()
  const stopping = options.sources.live.signal
  let timer: NodeJS.Timeout | undefined

  async function ask(): Promise<void> {
    try {
      await options.authenticate(request.headers.authorization)
    } catch (error) {
      // Whether the session lives can't be told while the database is away; nor is anything sent then.
      if (!(error instanceof UnauthenticatedError)) return
      end(new AppError('UNAUTHENTICATED', error.message))
      setTimeout(() => response.destroy(), LAST_WORDS_MS).unref()
      clearInterval(timer)
    }
  }
  return {
    signal: over.signal,
    begin() {
      if (response.destroyed || stopping.aborted) return end()
      response.once('close', endQuietly)
      stopping.addEventListener('abort', endQuietly)
      timer = setInterval(() => void ask(), ASK_AGAIN_MS).unref()
    },
    [Symbol.dispose]() {
      clearInterval(timer)
      response.off('close', endQuietly)
      stopping.removeEventListener('abort', endQuietly)
    },
  }
}

/**
 * Sends Server-Sent Events as they come, nothing held back on the way, until they end, the caller has
 * gone or the server stops. A server that stops ends the answer without the `complete` event, so that
 * clients know to connect again. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function streamEvents(
  events: ReadableStream<Uint8Array>,
  response: ServerResponse,
  watch: LiveWatch,
): Promise<void> {
  response.setHeader('x-accel-buffering', 'no')
  // A connection that carried a stream is not worth keeping, and would hold up a server that stops.
  response.setHeader('connection', 'close')
  response.writeHead(200)
  response.flushHeaders()
  watch.begin()
  const reader = events.getReader()
  const isCut = () => watch.signal.aborted && !(watch.signal.reason instanceof AppError)
  const cancel = () => {
    if (isCut()) void reader.cancel().catch(() => {})
  }
  if (watch.signal.aborted) cancel()
  watch.signal.addEventListener('abort', cancel)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || isCut()) break
      if (!response.write(value)) await drained(response)
    }
    response.end()
  } finally {
    watch.signal.removeEventListener('abort', cancel)
    void reader.cancel().catch(() => {})
  }
}

/** A caller who reads slowly is waited for, and nothing further is made for them meanwhile. */
function drained(response: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const settle = () => {
    response.off('drain', settle).off('close', settle)
    resolve()
  }
  response.on('drain', settle).on('close', settle)
  if (response.destroyed) settle()
  return promise
}
