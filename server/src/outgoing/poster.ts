import { lookup as lookUp } from 'node:dns'
import {
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, readLiteralAddress } from './public-address.ts'

export type PosterSettings = {
  /** Origins that the operator named; they may be on a network of their own. */
  trustedOrigins: readonly string[]
  timeoutMs: number
  /** How much of an answer is read, in bytes; by default nothing. */
  answerBytes?: number
  /** How names become addresses; Node's own unless a test stands for a hostile one. */
  lookup?: typeof lookUp
}

/** The text is the beginning of the body, as far as it is read. */
export type PostAnswer = { status: number; retryAfter: string | undefined; text: string }

export type Poster = Disposable & {
  /** Sends one request and follows no redirect. @throws Error when no answer came in time */
  post(address: string, headers: Record<string, string>, body: Buffer): Promise<PostAnswer>
}

const mostConnections = 32

/**
 * Sends to addresses that come from clients: over https, to the public internet, or to an origin that the operator
 * named. The address that a name leads to is checked where the connection is opened, so that it can't be another
 * one then than when it was checked.
 */
export function createPoster({
  trustedOrigins,
  timeoutMs,
  answerBytes = 0,
  lookup = lookUp,
}: PosterSettings): Poster {
  const options = { keepAlive: true, maxSockets: mostConnections }
  const agents = {
    checked: new HttpsAgent({ ...options, lookup: lookupPublic(lookup) }),
    https: new HttpsAgent(options),
    http: new HttpAgent(options),
  }

  function pickAgent({ origin, protocol, hostname }: URL) {
    if (trustedOrigins.includes(origin)) return protocol === 'https:' ? agents.https : agents.http
    if (protocol !== 'https:') throw new NotPublicError()
    // Node asks no lookup about an address that is written out.
    const literal = readLiteralAddress(hostname)
    if (literal !== undefined && !isPublicAddress(literal)) throw new NotPublicError()
    return agents.checked
  }

  return {
    async post(address, headers, body) {
      const url = new URL(address)
      const agent = pickAgent(url)
      const send = agent === agents.http ? requestHttp : requestHttps
      const { promise, resolve, reject } = Promise.withResolvers<PostAnswer>()
      const request: RequestOptions = {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        signal: AbortSignal.timeout(timeoutMs),
      }
      const outgoing = send(url, request)
      outgoing.on('response', (answer) => {
        // Its status is known. What becomes of its body then changes nothing.
        outgoing.off('error', reject).on('error', () => {})
        const { statusCode: status = 0, headers } = answer
        readStart(answer, answerBytes, (text) =>
          resolve({ status, retryAfter: headers['retry-after'], text }),
        )
      })
      outgoing.on('error', reject)
      outgoing.end(body)
      return promise
    },
    [Symbol.dispose]() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

/** Where it would be sent to isn't the public internet, or not over https. */
export class NotPublicError extends Error {
  override name = 'NotPublicError'
  readonly code = 'NOT_PUBLIC'

  constructor() {
    super('It leads to no public address over https.')
  }
}

/** Passes on how a body begins once that is there, whatever becomes of the rest. */
function readStart(answer: IncomingMessage, most: number, done: (text: string) => void): void {
  answer.on('error', () => {})
  if (most === 0) {
    answer.resume()
    done('')
    return
  }
  let start = Buffer.alloc(0)
  const finish = () => done(start.subarray(0, most).toString('utf8'))
  answer.on('data', (piece: Buffer) => {
    start = Buffer.concat([start, piece])
    if (start.length >= most) answer.destroy()
  })
  answer.on('close', finish)
}

/** Gives the addresses of a name only when all of them are public. */
function lookupPublic(lookup: typeof lookUp): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new NotPublicError(), '', 0)
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}
