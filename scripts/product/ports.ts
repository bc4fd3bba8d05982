import { createServer } from 'node:net'

/**
 * Resolves when a server could listen on the port.
 *
 * @throws Error with one sentence that names the variable to change.
 */
export async function checkPortIsFree(
  port: number,
  variable: 'API_PORT' | 'WEB_PORT',
  host: string | undefined,
): Promise<void> {
  const code = await tryToListen(port, host)
  if (code === 'EADDRINUSE') {
    throw new Error(
      `Port ${port} is taken: stop the program that uses it (Tend itself, perhaps), or set ${variable} to a free one.`,
    )
  }
  if (code === 'EACCES') {
    throw new Error(
      `Port ${port} may not be used by this account: set ${variable} to one above 1023.`,
    )
  }
  if (code) {
    throw new Error(
      `Nothing can listen on ${host ?? 'this machine'}, port ${port} (${code}): set HOST to an address of this machine.`,
    )
  }
}

/** The error's code, or undefined when it worked. */
function tryToListen(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host }, () => server.close(() => resolve(undefined)))
  })
}

/** The address under which a server that listens on `host` is reached from this machine. */
export function toLocalUrl(port: number, host: string | undefined): string {
  if (!host || host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`
}
