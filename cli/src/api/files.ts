import type { AnswerError } from '../../../client/src/index.ts'
import { TendError } from '../../../client/src/index.ts'
import type { Session } from './session.ts'

/**
 * Sends a request to one of the API's addresses for files, and gives its answer when it is one.
 *
 * @throws TendError what the API refuses, and what failed
 */
export async function fetchFile(
  { credentials: { url, token } }: Session,
  path: string,
  request: RequestInit = {},
): Promise<Response> {
  const headers = { ...request.headers, authorization: `Bearer ${token}` }
  const response = await fetch(`${url}${path}`, { ...request, headers }).catch((cause) => {
    throw new TendError({ message: 'No answer', code: 'UNREACHABLE', cause })
  })
  if (response.ok) return response
  const text = await response.text().catch(() => '')
  throw readRefusal(text, response)
}

function readRefusal(text: string, { status, headers }: Response): TendError {
  const errors = readErrors(text)
  const code = errors?.[0]?.extensions?.code
  const message = errors?.[0]?.message ?? 'Not an answer of the API'
  const wait = Number(headers.get('retry-after') ?? Number.NaN)
  return new TendError({
    ...{ message, status },
    code: code ?? 'UNREADABLE',
    ...(errors && { errors }),
    retryAfterSeconds: Number.isFinite(wait) ? wait : undefined,
  })
}

function readErrors(text: string): AnswerError[] | undefined {
  try {
    return JSON.parse(text).errors
  } catch {
    return undefined
  }
}
