import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip'

/** What fits into a packet comes no sooner for being smaller. */
const worthCompressingBytes = 1_400

// Quickly rather than well: about as long for both, and brotli comes out a tenth smaller.
const quickGzip = { level: 3 }
const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }
// For what is made once and sent often.
const smallGzip = { level: 9 }
const smallBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Its types are of a version before the one that knows what to prefer among equals. */
type EncodingChooser = {
  encoding(available: string[], options: { preferred: string[] }): string | undefined
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Which encoding an answer of so many bytes gets, if any, and says beside it that it depends on what
 * is accepted. https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
 */
export function chooseEncoding(
  request: IncomingMessage,
  response: ServerResponse,
  byteLength: number,
): Encoding | undefined {
  response.appendHeader('vary', 'accept-encoding')
  if (byteLength < worthCompressingBytes) return undefined
  const chooser: EncodingChooser = new Negotiator(request)
  const chosen = chooser.encoding(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] })
  return chosen === 'br' || chosen === 'gzip' ? chosen : undefined
}

export function compressText(text: string, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br' ? brotli(text, quickBrotli) : zip(text, quickGzip)
}

/** As small as is sensible for what is kept and sent again. */
export function compressOnce(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br' ? brotli(bytes, smallBrotli) : zip(bytes, smallGzip)
}

export function createCompressor(encoding: Encoding): Transform {
  return encoding === 'br' ? createBrotliCompress(quickBrotli) : createGzip(quickGzip)
}
