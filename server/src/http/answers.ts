import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import Negotiator from 'negotiator'
import type { ErrorCode, InputIssue } from '../errors.ts'
import type { DoorRequest } from './door-request.ts'

export interface Refusal {
  status: number
  code: ErrorCode
  message: string
  headers?: Record<string, string>
  issues?: readonly InputIssue[] | undefined
}

/** A refusal in the shape of a GraphQL answer, so that every client can read it. */
export function refuse(
  { response, requestId, facts }: Pick<DoorRequest, 'response' | 'requestId' | 'facts'>,
  { status, code, message, headers, issues }: Refusal,
): void {
  facts.code = code
  const extensions = { code, requestId, ...(issues && { issues }) }
  sendJson(response, status, { errors: [{ message, extensions }] }, headers)
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  sendText(response, status, JSON.stringify(body), 'application/json', headers)
}

/** Sends a text that is JSON already, or its bytes. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string | Buffer,
  mediaType: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
}

/** What fits into a packet comes no sooner for being smaller. */
const WORTH_COMPRESSING_BYTES = 1_400
const compress = promisify(gzip)

/**
 * Sends a text that is JSON already, compressed where that saves packets and the client reads it.
 * https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
 */
export async function sendCompressed(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  mediaType: string,
): Promise<void> {
  response.appendHeader('vary', 'accept-encoding')
  const isShort = text.length < WORTH_COMPRESSING_BYTES
  if (isShort || new Negotiator(request).encoding(['gzip', 'identity']) !== 'gzip') {
    return sendText(response, status, text, mediaType)
  }
  const body = await compress(text, { level: 3 })
  sendText(response, status, body, mediaType, { 'content-encoding': 'gzip' })
}
