/** How long a request may wait for its answer. */
export const answerTimeoutMs = 20_000

/** A request without an answer is reported as a problem, instead of waiting endlessly. */
export async function fetchWithTimeout(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(timeoutError()), answerTimeoutMs)
  const signal = init.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal
  const answer = await fetch(input, { ...init, signal }).catch((error) => {
    clearTimeout(timer)
    throw error
  })
  // An open event stream may last as long as it likes.
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) clearTimeout(timer)
  return answer
}

function timeoutError(): DOMException {
  return new DOMException('No answer came in time.', 'TimeoutError')
}
