import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorCode, InputIssue } from '../errors.ts'
import { chooseEncoding, compressText } from './compression.ts'
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

/**
 * Sends a text that is JSON already, compressed where that saves packets and the client can read it.
 * A secret beside a text that somebody else chose could be guessed by the length of many answers, if
 * that somebody could have them asked for; here who asks must hold the token.
 */
export async function sendCompressed(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  mediaType: string,
): Promise<void> {
  const encoding = chooseEncoding(request, response, text.length)
  if (!encoding) return sendText(response, status, text, mediaType)
  const body = await compressText(text, encoding)
  sendText(response, status, body, mediaType, { 'content-encoding': encoding })
}
