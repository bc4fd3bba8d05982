import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
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
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    outgoing.on('error', reject)
    for (const piece of pieces) outgoing.write(piece)
    outgoing.end()
  })
}
