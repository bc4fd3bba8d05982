import { createServer, type Server, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import type { Mutex } from './mutex.ts'
import { deriveScramKeys } from './scram.ts'
import { WireConnection } from './wire-connection.ts'

export type WireServerOptions = {
  engine: PGlite
  mutex: Mutex
  port: number
  password: string
}

/**
 * A PostgreSQL server on 127.0.0.1 over the embedded engine: any driver connects with the password, which
 * it proves to have (SCRAM), as does the server.
 *
 * The engine is a single session, so every connection takes turns. A turn lasts from the first
 * message of a unit to the ReadyForQuery that reports no open transaction; nothing of another
 * connection runs in between. COPY, LISTEN and Flush without Sync are not supported.
 */
export class WireServer implements AsyncDisposable {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server) {
    this.#server = server
  }

  /** @throws the listening error (`EADDRINUSE`) as Node gives it */
  static async start(options: WireServerOptions): Promise<WireServer> {
    const version = await options.engine.query<{ server_version: string }>('show server_version')
    const serverVersion = version.rows[0]?.server_version ?? '18'
    const keys = deriveScramKeys(options.password)
    const server = createServer({ noDelay: true })
    const wireServer = new WireServer(server)
    server.on('connection', (socket) => {
      wireServer.#sockets.add(socket)
      socket.on('close', () => wireServer.#sockets.delete(socket))
      new WireConnection(socket, { ...options, keys, serverVersion })
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port, '127.0.0.1', resolve)
    })
    return wireServer
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }
}
