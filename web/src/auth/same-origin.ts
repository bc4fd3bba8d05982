/**
 * Whether a request comes from our own pages, from the address bar or from no browser at all, judged
 * by Fetch Metadata (W3C, `Sec-Fetch-Site`) and `Origin` (RFC 6454). A same-site neighbour is a
 * stranger.
 */
export function isSameOriginRequest(headers: Headers, webOrigins: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  return origin === null || webOrigins.includes(origin)
}
