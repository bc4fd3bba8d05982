import { createServer } from 'node:http'
import { listen } from '../../server/src/http/listen.ts'

/**
 * Resolves when a server could listen on the port.
 *
 * @throws Error with one sentence that names the variable to change.
 */
export async function checkPortIsFree(
  port: number,
  variable: 'API_PORT' | 'WEB_PORT',
  hosts: readonly string[],
): Promise<void> {
  const code = await tryToListen(port, hosts)
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
      `Nothing can listen on ${hosts[0] ?? 'this machine'}, port ${port} (${code}): set HOST to an address of this machine.`,
    )
  }
}

/** The error's code, or undefined when it worked. */
async function tryToListen(port: number, hosts: readonly string[]): Promise<string | undefined> {
  try {
    await (await listen(createServer(), port, hosts)).close()
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

/** The address under which a server that listens there is reached from this machine. */
export function toLocalUrl(port: number, [host]: readonly string[]): string {
  if (!host || host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`
}

/** Who can open a connection to a server that listens there, in words. */
export function describeReach(hosts: readonly string[]): string {
  const loopback = hosts.every((host) => host === '::1' || host.startsWith('127.'))
  if (hosts.length > 0 && loopback) return 'this computer alone'
  if (hosts.length === 0 || hosts.includes('0.0.0.0') || hosts.includes('::'))
    return 'everybody who reaches this machine, on all its addresses'
  return `everybody who reaches ${hosts.join(', ')}`
}
