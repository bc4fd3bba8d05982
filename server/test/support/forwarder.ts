import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a connection breaks before or after the target has received what was sent. */
export type ForwardingAction = 'cut' | 'deliver and cut'

export interface Forwarder extends AsyncDisposable {
  port: number
  /** Cuts every connection, like a network that breaks. */
  cut(): void
  /** Drops everything in both directions and closes nothing, until it is switched off. */
  swallow(isSwallowing: boolean): void
  /** Cuts every connection and accepts no new one, until it is switched off. */
  refuse(isRefusing: boolean): void
}

/**
 * Listens on 127.0.0.1 and forwards everything to another port. With `chunkBytes`, the client's
 * data is forwarded in pieces of that size.
 */
export async function startForwarder(options: {
  target: { host: string; port: number }
  port?: number
  chunkBytes?: number
  /** Receives the client's data before it is forwarded. Its result says what happens to the data. */
  onSent?: (data: Buffer) => ForwardingAction | undefined
  /** How long answers are delayed. */
  delayMs?: number
}): Promise<Forwarder> {
  const sockets = new Set<Socket>()
  let isSwallowing = false
  let isRefusing = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer({ noDelay: true }, (client) => {
    if (isRefusing) return client.destroy()
    const target = keep(connect({ ...options.target, noDelay: true }))
    keep(client)
    client.on('data', (data: Buffer) => {
      if (isSwallowing) return
      const action = options.onSent?.(data)
      if (action === 'cut') return client.destroy()
      if (action === 'deliver and cut') {
        // The target receives and executes it; its answer is lost.
        target.removeAllListeners('data').end(data)
        return client.destroy()
      }
      const size = options.chunkBytes ?? data.length
      for (let at = 0; at < data.length; at += size) target.write(data.subarray(at, at + size))
    })
    target.on('data', async (data) => {
      if (isSwallowing) return
      if (options.delayMs) await sleep(options.delayMs)
      client.write(data)
    })
    client.on('close', () => target.destroySoon())
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
    swallow(wanted) {
      isSwallowing = wanted
    },
    refuse(wanted) {
      isRefusing = wanted
      if (wanted) cut()
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      cut()
      await closed
    },
  }
}
