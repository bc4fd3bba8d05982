/** Whether only our own pages may call it, or a provider's redirect leads there, too. */
type Askers = 'ownPages' | 'anybody'

/** What Tend uses of Better Auth. Every other endpoint is closed, also those of future versions. */
const openEndpoints: Record<string, Askers> = {
  'POST /sign-up/email': 'ownPages',
  'POST /sign-in/email': 'ownPages',
  'POST /sign-in/social': 'ownPages',
  'GET /callback/:id': 'anybody',
  'POST /sign-out': 'ownPages',
  'POST /send-verification-email': 'ownPages',
  'GET /verify-email': 'ownPages',
  'POST /request-password-reset': 'ownPages',
  'POST /reset-password': 'ownPages',
  'POST /change-password': 'ownPages',
  'POST /change-email': 'ownPages',
  'POST /link-social': 'ownPages',
  'POST /unlink-account': 'ownPages',
  'POST /delete-user': 'ownPages',
}

const basePath = '/api/auth'
const patterns = Object.entries(openEndpoints).map(([endpoint, askers]) => ({
  // The characters of a parameter need no percent encoding, so that each endpoint has one spelling.
  expression: new RegExp(`^${endpoint.replace(/:\w+/g, '[\\w.~-]+')}$`),
  askers,
}))

/** Who may ask for this, or undefined when there is no such endpoint. */
export function findAskers(method: string, pathname: string): Askers | undefined {
  if (!pathname.startsWith(`${basePath}/`)) return undefined
  const endpoint = `${method} ${pathname.slice(basePath.length)}`
  return patterns.find(({ expression }) => expression.test(endpoint))?.askers
}
