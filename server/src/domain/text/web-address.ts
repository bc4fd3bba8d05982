/**
 * The origin (RFC 6454: scheme, host, port) that a text names, in the form in which browsers send
 * it: lower case, no default port, no slash at the end. Undefined when the text isn't an http or
 * https address, or says more than an origin (a path, a query, a user name).
 */
export function parseWebOrigin(text: string): string | undefined {
  const url = parseHttpUrl(text)
  return url && url === new URL(url).origin ? url : undefined
}

/**
 * An http or https address without a slash at its end, so that a path can be put behind it and two
 * spellings of it are one text. Undefined for anything else, and for an address with a user name, a
 * query or a fragment.
 */
export function parseHttpUrl(text: string): string | undefined {
  const url = URL.parse(text.trim())
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  if (url.username || url.password || url.search || url.hash) return undefined
  return url.href.replace(/\/+$/, '')
}
