export type TrustedProxy = {
  /** The header in which the proxy names the client, in lower case. */
  header: string
  /** How many proxies in a row add to it; the client is the one that the outermost of them saw. */
  hops: number
}

const addressHeader = 'x-forwarded-for'

/**
 * The headers with exactly one client address in `X-Forwarded-For`, or none. Whatever a client sends
 * is to the left of what the proxies add, so the address is counted from the right: without a
 * configured proxy it is the last one, which `serve.ts` or the host wrote there.
 */
export function withClientAddress(headers: Headers, proxy: TrustedProxy | undefined): Headers {
  const { header, hops } = proxy ?? { header: addressHeader, hops: 1 }
  const address = headers.get(header)?.split(',').at(-hops)?.trim()
  const changed = new Headers(headers)
  if (address) changed.set(addressHeader, withoutPort(address))
  else changed.delete(addressHeader)
  return changed
}

/** Some proxies write `192.0.2.1:50123` and `[2001:db8::1]:50123`. */
function withoutPort(address: string): string {
  const match = /^\[(.+)\](?::\d+)?$/.exec(address) ?? /^([\d.]+):\d+$/.exec(address)
  return match?.[1] ?? address
}
