import { once } from 'node:events'
import { createServer } from 'node:net'

// Below what systems give to outgoing connections, of which the tests open thousands: a port that is
// found there isn't taken again before its server listens.
const lowest = 20_000
const highest = 32_000

/** A port that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (await isPortFree(port)) return port
  }
}

/** Whether nobody on this machine listens on a port at this moment. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
    await new Promise((resolve) => server.close(resolve))
    return true
  } catch {
    return false
  }
}
