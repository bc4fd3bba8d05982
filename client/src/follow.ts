import { readAnswer } from './read-answer.ts'
import { readEvents } from './read-events.ts'
import { type Connection, type Operation, post, throwUnreachable } from './send.ts'
import { isTransient } from './tend-error.ts'
import { pause, secondsBefore } from './wait.ts'

/** What a page of changes must have, so that it can be gone on from. */
export type FollowedPage = { cursor: string }

/**
 * The pages of a subscription to `changes`, one after the other, for as long as it is read. It connects again
 * whenever the connection breaks or falls silent, from the cursor of the last page: nothing is missed, and
 * nothing comes twice.
 *
 * @param since a cursor; null is the start of the log
 * @throws TendError what the API refuses, such as a token that has been revoked meanwhile
 */
export async function* follow<Page extends FollowedPage>(
  connection: Connection,
  query: string,
  since: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<Page, void, void> {
  let cursor = since
  let failures = 0
  for (;;) {
    let retryAfterSeconds: number | undefined
    try {
      for await (const data of listen(
        connection,
        { query, variables: { since: cursor } },
        signal,
      )) {
        const { changes } = data as { changes: Page }
        failures = 0
        cursor = changes.cursor
        yield changes
      }
    } catch (error) {
      signal?.throwIfAborted()
      if (!isTransient(error)) throw error
      retryAfterSeconds = error.retryAfterSeconds
    }
    failures += 1
    await pause(secondsBefore(failures, retryAfterSeconds), signal)
  }
}

/** The data of each event of one connection, until that ends in whatever way. */
async function* listen(
  connection: Connection,
  operation: Operation,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown, void, void> {
  const cut = new AbortController()
  const either = signal ? AbortSignal.any([signal, cut.signal]) : cut.signal
  /** While a page is being worked on, nobody listens, and that isn't silence. */
  async function within<T>(work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => cut.abort(), connection.silenceSeconds * 1000)
    return await work.finally(() => clearTimeout(timer))
  }
  try {
    const response = await within(post(connection, operation, 'text/event-stream', either))
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      readAnswer(await within(response.text()).catch(throwUnreachable), response)
      return
    }
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    if (!reader) return
    let hasEvents = false
    for await (const data of readEvents(() => within(reader.read()).catch(throwUnreachable))) {
      hasEvents = true
      yield readAnswer(data, response)
    }
    if (!hasEvents && !response.ok) readAnswer('', response)
  } finally {
    cut.abort()
  }
}
