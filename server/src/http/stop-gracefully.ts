import type { Server } from 'node:http'
import type { Listening } from './listen.ts'

const drainMs = 10_000

/** Accepts no new connection, lets running requests finish, and cuts them off after ten seconds. */
export async function stopGracefully(server: Server, listening: Listening): Promise<void> {
  const closed = listening.close()
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(cut)
}
