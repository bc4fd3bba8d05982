import type { IncomingMessage, ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import type { ErrorDetails } from '../error-reasons.ts'
import { type ErrorCode, helpUrl, type InputIssue } from '../errors.ts'
import { chooseEncoding, compressText } from './compression.ts'
import type { HttpExchange } from './http-exchange.ts'

export type Refusal = {
  status: number
  code: ErrorCode
  message: string
  headers?: Record<string, string>
  issues?: readonly InputIssue[] | undefined
  /** For programs, in `extensions` beside the code. */
  details?: ErrorDetails[keyof ErrorDetails] | undefined
}

/** A refusal in the shape of a GraphQL answer, in the requested format if there is one. */
export function refuse(
  { request, response, requestId, apiUrl, facts }: Omit<HttpExchange, 'url' | 'trace'>,
  { status, code, message, headers, issues, details }: Refusal,
): void {
  facts.code = code
  const help = helpUrl(apiUrl, code)
  const extensions = { code, ...details, requestId, help, ...(issues && { issues }) }
  const mediaType = new Negotiator(request).mediaType(refusalTypes) ?? 'application/json'
  const json = JSON.stringify({ errors: [{ message, extensions }] })
  if (mediaType === 'text/event-stream')
    sendText(response, status, onlyEvent(json), mediaType, headers)
  else if (mediaType === 'multipart/mixed')
    sendText(response, status, onlyPart(json), 'multipart/mixed; boundary="-"', headers)
  else sendText(response, status, json, mediaType, headers)
}

// The first is for clients that accept everything.
const refusalTypes = [
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
]

function onlyEvent(json: string): string {
  return `event: next\ndata: ${json}\n\nevent: complete\ndata:\n\n`
}

/** https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md */
function onlyPart(json: string): string {
  return `---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n${json}\r\n-----\r\n`
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
 * Sends a text as it is, compressed if that saves packets and the client accepts it.
 * A secret beside a text that somebody else chose could be guessed by the length of many answers, if that
 * somebody could trigger the requests; but here every request needs the token.
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
