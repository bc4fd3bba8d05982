import { lookup as lookUp } from 'node:dns'
import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export type PostPushSettings = {
  /** Origins that the operator named; they may be on a network of their own. */
  trustedOrigins: readonly string[]
  timeoutMs: number
  /** How names become addresses; Node's own unless a test stands for a hostile one. */
  lookup?: typeof lookUp
}

export type PushAnswer = { status: number; retryAfter: string | undefined }

export type PostPush = Disposable & {
  /** Sends one request, follows no redirect and reads no body. @throws Error when no answer came in time */
  post(endpoint: string, headers: Record<string, string>, body: Buffer): Promise<PushAnswer>
}

const mostConnections = 32

/**
 * Sends to addresses that come from clients. The one that a name leads to is checked where the connection is
 * opened, so that it can't be another one then than when it was checked.
 */
export function createPostPush({
  trustedOrigins,
  timeoutMs,
  lookup = lookUp,
}: PostPushSettings): PostPush {
  const options = { keepAlive: true, maxSockets: mostConnections }
  const agents = {
    checked: new HttpsAgent({ ...options, lookup: lookupPublic(lookup) }),
    https: new HttpsAgent(options),
    http: new HttpAgent(options),
  }

  function pickAgent({ origin, protocol }: URL) {
    if (!trustedOrigins.includes(origin)) return agents.checked
    return protocol === 'https:' ? agents.https : agents.http
  }

  return {
    post(endpoint, headers, body) {
      const url = new URL(endpoint)
      const agent = pickAgent(url)
      const send = agent === agents.http ? requestHttp : requestHttps
      const { promise, resolve, reject } = Promise.withResolvers<PushAnswer>()
      const outgoing = send(url, {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        signal: AbortSignal.timeout(timeoutMs),
      })
      outgoing.on('response', (answer) => {
        answer.on('error', () => {}).resume()
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] })
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

/** Gives the addresses of a name only when all of them are public. */
function lookupPublic(lookup: typeof lookUp): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new Error('The push service is at no public address.'), '', 0)
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}
