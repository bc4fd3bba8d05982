import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * A small proxy on 127.0.0.1: each connection goes to the next of the targets, and to another one
 * when nobody answers there.
 */
export async function startBalancer(
  urls: readonly string[],
): Promise<AsyncDisposable & { url: string }> {
  const ports = urls.map((url) => Number(new URL(url).port))
  const sockets = new Set<Socket>()
  let turn = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }

  function reach(client: Socket, triesLeft: number): void {
    const target = keep(connect(ports[turn++ % ports.length] ?? 0, '127.0.0.1'))
    let isThere = false
    target.once('connect', () => {
      isThere = true
      client.pipe(target).pipe(client)
    })
    target.once('close', () => {
      if (isThere || triesLeft === 0) client.destroy()
      else reach(client, triesLeft - 1)
    })
    client.once('close', () => target.destroy())
  }
  const server = createServer((client) => reach(keep(client), ports.length - 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
