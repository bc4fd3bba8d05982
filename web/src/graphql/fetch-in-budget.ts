import { fetchWithTimeout } from './fetch-with-timeout.ts'

/** How long a request waits for room in the person's budget before its refusal is an answer. */
const patienceMilliseconds = 30_000
const usualWaitSeconds = 2

/**
 * Asks again when the API says it was too much at once, after the wait it names: it has done nothing
 * then (RFC 6585 section 4). Who waits is told only where it takes longer than a person would.
 */
export async function fetchInBudget(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const giveUpAt = performance.now() + patienceMilliseconds
  while (true) {
    const answer = await fetchWithTimeout(input, init)
    if (answer.status !== 429) return answer
    const waitMilliseconds = 1_000 * readWaitSeconds(answer)
    if (performance.now() + waitMilliseconds > giveUpAt) return answer
    await wait(waitMilliseconds, init.signal)
  }
}

/** RFC 9110 section 10.2.3, of which the API uses the seconds. */
function readWaitSeconds({ headers }: Response): number {
  return Number(headers.get('retry-after')) || usualWaitSeconds
}

/** @throws the reason of `signal`, when that comes first */
function wait(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  const giveUp = () => reject(signal?.reason)
  signal?.addEventListener('abort', giveUp)
  return promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  })
}
