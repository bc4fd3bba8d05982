import { createServer, type IncomingMessage } from 'node:http'
import { resolve } from 'node:path'
import { listen } from '@tend/server/listen'
import next from 'next'
import { getWebEnv, isDevelopmentServer } from './env.ts'
import { commonHeaders } from './security-headers.ts'
import { findStrangeness, refuseStrange } from './strange-request.ts'
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
const upgrade = app.getUpgradeHandler()

const server = createServer((request, response) => {
  const strangeness = findStrangeness(request)
  if (strangeness) return refuseStrange(response, strangeness, headers)
  nameClient(request)
  void handle(request, response)
})
server.on('upgrade', upgrade)
const listening = await listen(server, port, hosts)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

/** In the header that `withClientAddress` reads, unless a proxy is trusted to have done it. */
function nameClient(request: IncomingMessage): void {
  if (!trustedProxy) request.headers['x-forwarded-for'] = request.socket.remoteAddress
}

/** Lets current requests finish; the process that started this one ends it after ten seconds. */
async function stop(): Promise<void> {
  void listening.close().then(() => process.exit(0))
  server.closeIdleConnections()
  await app.close()
}
