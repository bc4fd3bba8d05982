/** An answer over HTTP; `data` and `errors` are those of the body when it is GraphQL's. */
export type Answer<Data = Json> = {
  status: number
  headers: Headers
  text: string
  data: Data
  errors: AnswerError[] | undefined
}

export type AnswerError = {
  message: string
  path?: (string | number)[]
  extensions: {
    code: string
    requestId: string
    reason?: string
    mutationId?: string
    mutationIds?: string[]
    issues?: { path: (string | number)[]; message: string }[]
  }
}

// biome-ignore lint/suspicious/noExplicitAny: tests say with their expectations what an answer holds.
export type Json = any

/** Sends an operation as a client would: a POST with JSON. */
export function ask<Data = Json>(
  apiUrl: string,
  operation: { query: string; variables?: Record<string, unknown> | undefined },
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  return send<Data>(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operation),
  })
}

export async function send<Data = Json>(url: string, init: RequestInit): Promise<Answer<Data>> {
  const response = await fetch(url, init)
  const text = await response.text()
  const { data, errors } = response.headers.get('content-type')?.includes('json')
    ? JSON.parse(text)
    : {}
  return { status: response.status, headers: response.headers, text, data, errors }
}

/** The codes of an answer's errors, for short expectations. */
export function codesOf(answer: Answer<unknown>): string[] {
  return (answer.errors ?? []).map((error) => error.extensions.code)
}
