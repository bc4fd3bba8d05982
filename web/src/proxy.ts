import { type NextRequest, NextResponse } from 'next/server'
import { findAddressProblem } from './address-problem.ts'
import { captchaPages } from './auth/rules/captcha.ts'
import { getWebEnv, isDevelopmentServer } from './env.ts'
import { contentSecurityPolicy } from './security-headers.ts'

/** Gives every page a policy with a nonce of its own; refuses addresses at which nothing can be. */
export function proxy(request: NextRequest): NextResponse {
  const { apiUrl, captcha } = getWebEnv()
  const policy = contentSecurityPolicy({
    nonce: createNonce(),
    apiUrl,
    captchaUrl: captchaPages.includes(request.nextUrl.pathname) ? captcha?.url : undefined,
    development: isDevelopmentServer(),
  })
  const headers = new Headers(request.headers)
  // Next reads the nonce from here and puts it on every script of the page.
  headers.set('content-security-policy', policy)
  const problem = findAddressProblem(request.url)
  const response = problem
    ? NextResponse.json({ message: problem.message }, { status: problem.status })
    : NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

function createNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
}
