/** Cloudflare's Turnstile, or a service with the same protocol. */
export type CaptchaSettings = {
  /** Below it are `api.js` and `siteverify`; without a slash at the end. */
  url: string
  siteKey: string
  secretKey: string
}

/** What a page needs to show the check. */
export type CaptchaWidget = Pick<CaptchaSettings, 'url' | 'siteKey'>

/** The header in which a page sends the answer of the captcha. */
export const captchaHeader = 'x-captcha-response'

/** The pages with a form that has the captcha. */
export const captchaPages: readonly string[] = [
  '/login',
  '/signup',
  '/forgot-password',
  '/verify-email',
]

const timeoutMs = 5_000

/** How a page shows the captcha; undefined when none is configured. */
export function findCaptchaWidget({
  captcha,
}: {
  captcha?: CaptchaSettings
}): CaptchaWidget | undefined {
  return captcha && { url: captcha.url, siteKey: captcha.siteKey }
}

/**
 * Whether the answer of a captcha is valid; each is valid once, for five minutes
 * (https://developers.cloudflare.com/turnstile/get-started/server-side-validation/).
 *
 * @throws Error when that can't be checked: nobody answers, or the secret key is wrong.
 */
export async function isGoodAnswer(answer: string, captcha: CaptchaSettings): Promise<boolean> {
  const response = await fetch(`${captcha.url}/siteverify`, {
    method: 'POST',
    body: new URLSearchParams({ secret: captcha.secretKey, response: answer }),
    signal: AbortSignal.timeout(timeoutMs),
  })
  const verdict = await readVerdict(response)
  if (verdict.success === true) return true
  const ours = verdict['error-codes']?.find((code) => /secret|internal-error/.test(code))
  if (ours || verdict.success !== false) {
    throw new Error(`${captcha.url} answered ${response.status} ${ours ?? 'without a verdict'}`)
  }
  return false
}

type Verdict = { success?: boolean; 'error-codes'?: string[] }

async function readVerdict(response: Response): Promise<Verdict> {
  return response.json().catch(() => ({})) as Promise<Verdict>
}
