import type { Server } from 'node:http'

const DRAIN_MS = 10_000

/** Takes no new connection, lets what is running end, and cuts what has not after ten seconds. */
export async function stopGracefully(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(cut)
}
