import type { IncomingMessage } from 'node:http'

/** A request may have each of these once: of several, Node takes the first, but a proxy may take the last. */
const singular = new Set(['authorization', 'content-type', 'host', 'origin'])

/** The name of a header that is repeated although it must be unique (RFC 6750 section 3.1). */
export function findRepeatedHeader({ rawHeaders }: IncomingMessage): string | undefined {
  const seen = new Set<string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? ''
    if (!singular.has(name)) continue
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}
