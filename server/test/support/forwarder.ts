import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export interface Forwarder extends AsyncDisposable {
  port: number
  /** Cuts every connection, as a network that breaks. */
  cut(): void
}

/**
 * Listens on 127.0.0.1 and hands everything on to another port. With `chunkBytes` what the client
 * sends goes on in pieces of that size.
 */
export async function startForwarder(options: {
  target: { host: string; port: number }
  port?: number
  chunkBytes?: number
}): Promise<Forwarder> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer({ noDelay: true }, (client) => {
    const target = keep(connect({ ...options.target, noDelay: true }))
    keep(client)
    client.on('data', (data: Buffer) => {
      const size = options.chunkBytes ?? data.length
      for (let at = 0; at < data.length; at += size) target.write(data.subarray(at, at + size))
    })
    target.on('data', (data) => client.write(data))
    client.on('close', () => target.destroy())
    target.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      cut()
      await closed
    },
  }
}
