import type { ServerResponse } from 'node:http'
import type { ErrorCode } from '../errors.ts'

export interface Refusal {
  status: number
  code: ErrorCode
  message: string
  headers?: Record<string, string>
}

/** A refusal in the shape of a GraphQL answer, so that every client can read it. */
export function refuse(response: ServerResponse, refusal: Refusal, requestId: string): void {
  const { status, code, message, headers } = refusal
  sendJson(response, status, { errors: [{ message, extensions: { code, requestId } }] }, headers)
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
}
