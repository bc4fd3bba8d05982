import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'

export type RawAnswer = {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** The body as it came, compressed if it was. */
  bytes: Buffer
}

/**
 * A request of the kind that `fetch` refuses to make: other targets, methods and framings. The
 * pieces of the body are sent one by one, chunked unless a length is given.
 */
export function requestRaw(
  url: string,
  options: RequestOptions = {},
  pieces: readonly (string | Uint8Array)[] = [],
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, text: bytes.toString(), bytes })
      })
    })
    outgoing.on('error', reject)
    for (const piece of pieces) outgoing.write(piece)
    outgoing.end()
  })
}
