export type ContentPolicySettings = {
  nonce: string
  apiUrl: string
  /** Where the check that somebody is a person comes from, on pages that show it. */
  captchaUrl?: string | undefined
  /** The development server evaluates code and talks over a WebSocket. */
  development: boolean
}

/**
 * The Content-Security-Policy (CSP level 3) of a page. Scripts run by nonce alone. Styles come from
 * our files; what is set from scripts needs no permission, so no `unsafe-inline` here either.
 */
export function contentSecurityPolicy(settings: ContentPolicySettings): string {
  const { nonce, apiUrl, captchaUrl, development } = settings
  const captcha = captchaUrl && new URL(captchaUrl).origin
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${captcha ? ` ${captcha}` : ''}${development ? " 'unsafe-eval'" : ''}`,
    // Left out, workers would fall under the scripts, where 'strict-dynamic' switches 'self' off.
    "worker-src 'self'",
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `connect-src 'self' ${new URL(apiUrl).origin}${development ? ' ws: wss:' : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `frame-src ${captcha ?? "'none'"}`,
  ]
  return directives.join('; ')
}

/** The nonce of a page's policy, for a script that the page itself holds. */
export function readNonce(policy: string | null): string | undefined {
  return policy?.match(/'nonce-([^']+)'/)?.[1]
}

/** The headers that every answer of the web app has; `secure` when people reach it over HTTPS. */
export function commonHeaders({ secure }: { secure: boolean }): Record<string, string> {
  return {
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Who opens the app gets no hold of it; the API's GraphiQL, which the app opens, asks it for a token.
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
  }
}
