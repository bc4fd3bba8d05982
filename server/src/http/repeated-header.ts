import type { IncomingMessage } from 'node:http'

/** Of these a request has one: Node would take the first of several, and a proxy before it the last. */
const singular = new Set(['authorization', 'content-type', 'host', 'origin'])

/** The name of a header that appears more than once though it says one thing (RFC 6750 section 3.1). */
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
