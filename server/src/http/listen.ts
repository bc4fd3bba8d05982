import type { Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'

export type Listening = {
  port: number
  /** Accepts no new connection, and resolves when the existing ones have ended. */
  close(): Promise<void>
}

/** What a machine without IPv6 says to `::1`. */
const missingFamily = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/**
 * Makes one HTTP server listen on several addresses at the same port; none means all addresses of
 * the machine. All but the first may be of a family that the machine doesn't have.
 *
 * @throws the listening error (`EADDRINUSE`) as Node reports it
 */
export async function listen(
  server: HttpServer,
  port: number,
  hosts: readonly string[],
): Promise<Listening> {
  const [first, ...others] = hosts
  await listenOn(server, port, first)
  const taken = (server.address() as AddressInfo).port
  const servers: Server[] = [server]
  const close = async () => {
    await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))))
  }
  try {
    for (const host of others) {
      // These are the options that `node:http` uses itself.
      const exchange = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
        server.emit('connection', socket)
      })
      if (await listenOn(exchange, taken, host)) servers.push(exchange)
    }
  } catch (error) {
    void close()
    throw error
  }
  return { port: taken, close }
}

function listenOn(server: Server, port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      host === '::1' && missingFamily.has(error.code ?? '') ? resolve(false) : reject(error),
    )
    server.listen({ port, ...(host && { host }) }, () => resolve(true))
  })
}
