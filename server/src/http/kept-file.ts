import { createHash } from 'node:crypto'
import { chooseEncoding, compressOnce, type Encoding } from './compression.ts'
import type { HttpExchange } from './http-exchange.ts'

/** A file that is the same for everybody as long as this process runs. */
export type KeptFile = {
  mediaType: string
  bytes: Buffer
  /** Of its content, for its address or its ETag. */
  digest: string
  /** Each is created at its first request. */
  compressed: Map<Encoding, Promise<Buffer>>
}

export function keepFile(mediaType: string, content: string): KeptFile {
  const bytes = Buffer.from(content)
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { mediaType, bytes, digest, compressed: new Map() }
}

/** Anybody may cache it without asking again, because its address contains its digest. */
export const forever = { 'cache-control': 'public, max-age=31536000, immutable' }
/** May be cached but is checked each time; if it is unchanged, the answer is 304. */
const askedAgain = { 'cache-control': 'no-cache' }

/**
 * Sends it, compressed for clients that accept that, or answers that the caller's copy is still valid.
 * https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match
 */
export async function sendFile(
  { request, response }: Pick<HttpExchange, 'request' | 'response'>,
  file: KeptFile,
  headers: Record<string, string> = {},
): Promise<void> {
  const encoding = chooseEncoding(request, response, file.bytes.length)
  // A weak one, because it covers every encoding.
  const etag = `W/"${file.digest}"`
  const head = { ...askedAgain, etag, ...headers }
  if (request.headers['if-none-match']?.includes(etag.slice(2))) {
    response.writeHead(304, head).end()
    return
  }
  const bytes = encoding ? await findCompressed(file, encoding) : file.bytes
  response.writeHead(200, {
    'content-type': `${file.mediaType}; charset=utf-8`,
    'content-length': bytes.length,
    ...(encoding && { 'content-encoding': encoding }),
    ...head,
  })
  response.end(bytes)
}

function findCompressed(file: KeptFile, encoding: Encoding): Promise<Buffer> {
  const known = file.compressed.get(encoding)
  if (known) return known
  const made = compressOnce(file.bytes, encoding)
  file.compressed.set(encoding, made)
  return made
}
