import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip'

/** An answer that fits into one packet doesn't arrive earlier when it is smaller. */
const worthCompressingBytes = 1_400

// Favours speed over size: both take about as long, and brotli's result is a tenth smaller.
const quickGzip = { level: 3 }
const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }
// For content that is created once and sent often.
const smallGzip = { level: 9 }
const smallBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** The package's types are older than its option for the preferred encoding among equals. */
type EncodingChooser = {
  encoding(available: string[], options: { preferred: string[] }): string | undefined
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Which encoding an answer of so many bytes gets, if any. Also adds the header that says that it depends on
 * what is accepted. https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
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

/** As small as is reasonable for content that is cached and sent again. */
export function compressOnce(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br' ? brotli(bytes, smallBrotli) : zip(bytes, smallGzip)
}

export function createCompressor(encoding: Encoding): Transform {
  return encoding === 'br' ? createBrotliCompress(quickBrotli) : createGzip(quickGzip)
}
