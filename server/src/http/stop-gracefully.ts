import type { Server } from 'node:http'
import type { Listening } from './listen.ts'

const drainMs = 10_000

/** Takes no new connection, lets what is running end, and cuts what has not after ten seconds. */
export async function stopGracefully(server: Server, listening: Listening): Promise<void> {
  const closed = listening.close()
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(cut)
}
