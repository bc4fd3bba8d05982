import { type AnswerError, TendError } from './tend-error.ts'

type Answer = {
  data?: unknown
  errors?: readonly AnswerError[]
}

/**
 * The data of an answer.
 *
 * @throws TendError if it has errors, or is none of the API
 */
export function readAnswer(text: string, response: Response): unknown {
  const { status, headers } = response
  const requestId = headers.get('x-request-id') ?? undefined
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), Date.now())
  const facts = { status, requestId, retryAfterSeconds }
  const answer = parse(text)
  const [error] = answer?.errors ?? []
  if (answer?.errors && error) {
    const { message, extensions } = error
    const code = extensions?.code ?? 'INTERNAL_SERVER_ERROR'
    throw new TendError({ ...facts, message, code, errors: answer.errors, data: answer.data })
  }
  if (answer?.data != null && response.ok) return answer.data
  const message = `An answer of the API was expected, found HTTP ${status} without one.`
  throw new TendError({ ...facts, message, code: 'UNREADABLE' })
}

/** Seconds until then; the header has seconds or a date (RFC 9110, section 10.2.3). */
export function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - nowMs) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

function parse(text: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
