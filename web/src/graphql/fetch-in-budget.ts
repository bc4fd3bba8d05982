import { fetchWithTimeout } from './fetch-with-timeout.ts'

/** How long a request waits for room in the person's budget before its refusal is returned. */
const patienceMs = 30_000
const usualWaitSeconds = 2

/**
 * Repeats a request that the API refused as too many at once, after the wait it names: it has done
 * nothing then (RFC 6585 section 4). Only longer waits than a person has patience for are reported.
 */
export async function fetchInBudget(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const deadlineMs = performance.now() + patienceMs
  while (true) {
    const answer = await fetchWithTimeout(input, init)
    if (answer.status !== 429) return answer
    const waitMs = 1_000 * readWaitSeconds(answer)
    if (performance.now() + waitMs > deadlineMs) return answer
    // A request that was aborted meanwhile is refused by `fetch` itself, and never sent.
    await new Promise((done) => setTimeout(done, waitMs))
  }
}

/** RFC 9110 section 10.2.3, of which the API uses the seconds. */
function readWaitSeconds({ headers }: Response): number {
  return Number(headers.get('retry-after')) || usualWaitSeconds
}
