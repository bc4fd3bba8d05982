import { createServer, type IncomingMessage } from 'node:http'
import { resolve } from 'node:path'
import { listen } from '@tend/server/listen'
import next from 'next'
import { withClientAddress } from './auth/attempts/client-address.ts'
import { getWebEnv, isDevelopmentServer } from './env.ts'
import { isPage, nameNetwork, PageLimit } from './page-limit.ts'
import { commonHeaders } from './security-headers.ts'
import { findStrangeness, refuseBusy, refuseStrange } from './strange-request.ts'
import { warnOfClearAddress } from './warn-of-clear-address.ts'

// Starts the web app. It does what `next start` and `next dev` do, and one thing that they can't:
// Next's routes don't see the client's address, only headers, and a client can write those.

const { trustedProxy, webUrl, webPort: port, hosts } = getWebEnv()
// biome-ignore lint/style/noProcessEnv: only whether this is production, as the API asks it.
warnOfClearAddress(process.env, webUrl, (line) => void process.stderr.write(line))
const headers = commonHeaders({ secure: webUrl.startsWith('https://') })

const app = next({
  dev: isDevelopmentServer(),
  dir: resolve(import.meta.dirname, '..'),
  port,
  // Of two it would take the first for its own name; without one that is localhost.
  ...(hosts.length === 1 && hosts[0] && { hostname: hosts[0] }),
})
await app.prepare()
const handle = app.getRequestHandler()
const pages = new PageLimit()
const upgrade = app.getUpgradeHandler()

// What the API promises too. The largest body is 256 kB.
const timeouts = {
  requestTimeout: 30_000,
  headersTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
}
const server = createServer(
  {
    ...timeouts,
    // Only the development server has a WebSocket. An upgrade that nobody takes would stay open for good.
    shouldUpgradeCallback: isDevelopmentServer,
  },
  (request, response) => {
    // For whatever Next answers: redirects have no headers but these.
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const strangeness = findStrangeness(request)
    if (strangeness) return refuseStrange(response, strangeness)
    nameClient(request)
    const seconds = isPage(request.url ?? '/') ? pages.take(findNetwork(request), Date.now()) : 0
    if (seconds > 0) return refuseBusy(response, seconds)
    void handle(request, response)
  },
)
server.on('upgrade', upgrade)
const listening = await listen(server, port, hosts)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

/** In the header that `withClientAddress` reads, unless a proxy is trusted to have done it. */
function nameClient(request: IncomingMessage): void {
  if (!trustedProxy) request.headers['x-forwarded-for'] = request.socket.remoteAddress
}

/** After `nameClient`. */
function findNetwork({ headers }: IncomingMessage): string {
  const name = trustedProxy?.header ?? 'x-forwarded-for'
  const named = withClientAddress(
    new Headers({ [name]: String(headers[name] ?? '') }),
    trustedProxy,
  )
  return nameNetwork(named.get('x-forwarded-for') ?? '')
}

/** Lets current requests finish; the process that started this one ends it after ten seconds. */
async function stop(): Promise<void> {
  void listening.close().then(() => process.exit(0))
  server.closeIdleConnections()
  await app.close()
}
