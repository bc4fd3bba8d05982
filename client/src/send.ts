import { readAnswer } from './read-answer.ts'
import { isTransient, TendError } from './tend-error.ts'
import { pause, secondsBefore } from './wait.ts'

/** How the API is reached. */
export type Connection = {
  endpoint: string
  token: string | (() => string | Promise<string>)
  fetch: typeof fetch
  maxAttempts: number
  maxWaitSeconds: number
  timeoutSeconds: number
  silenceSeconds: number
}

/** The body of a request. */
export type Operation = {
  query: string
  variables: Readonly<Record<string, unknown>>
}

/**
 * Sends an operation until it is answered, as often as it may be. What was sent is the same each time.
 *
 * @throws TendError what the API refuses, and what failed too often
 * @throws what the signal was aborted with
 */
export async function send(
  connection: Connection,
  operation: Operation,
  isRepeatable: boolean,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await sendOnce(connection, operation, signal)
    } catch (error) {
      signal?.throwIfAborted()
      const isLast = !isRepeatable || attempts >= connection.maxAttempts
      if (isLast || !isTransient(error)) throw error
      const { retryAfterSeconds } = error
      if (retryAfterSeconds !== undefined && retryAfterSeconds > connection.maxWaitSeconds)
        throw error
      await pause(secondsBefore(attempts, retryAfterSeconds), signal)
    }
  }
}

async function sendOnce(
  connection: Connection,
  operation: Operation,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(connection.timeoutSeconds * 1000)
  const either = signal ? AbortSignal.any([signal, timeout]) : timeout
  const response = await post(connection, operation, 'application/json', either)
  return readAnswer(await response.text().catch(throwUnreachable), response)
}

/** @throws TendError `UNREACHABLE` */
export async function post(
  { endpoint, token, fetch }: Connection,
  operation: Operation,
  accept: string,
  signal: AbortSignal,
): Promise<Response> {
  signal.throwIfAborted()
  const authorization = `Bearer ${typeof token === 'string' ? token : await token()}`
  // What can't be in a header is found here, and not taken for the network.
  const headers = new Headers({ authorization, accept, 'content-type': 'application/json' })
  const request = { method: 'POST', headers, body: JSON.stringify(operation), signal }
  return await fetch(endpoint, request).catch(throwUnreachable)
}

export function throwUnreachable(cause: unknown): never {
  const message = 'The API can’t be reached, or the connection to it broke.'
  throw new TendError({ message, code: 'UNREACHABLE', cause })
}
