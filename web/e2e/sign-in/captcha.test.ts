import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { type CaptchaService, startCaptchaService } from '../../test/support/captcha-service.ts'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { problem } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

let service: CaptchaService
const running = shareProduct(async () => {
  service = await startCaptchaService()
  return {
    TURNSTILE_SITE_KEY: service.siteKey,
    TURNSTILE_SECRET_KEY: service.secretKey,
    TURNSTILE_URL: service.url,
  }
})
afterAll(() => service?.[Symbol.asyncDispose]())

const password = 'correct horse battery'

async function passCheck(page: Page): Promise<void> {
  const frame = page.frameLocator('iframe[title="Check that you are a person"]')
  await frame.getByRole('button', { name: 'I am a person' }).click()
  await frame.getByText('Passed').waitFor()
}

async function send(page: Page, button: string, values: Record<string, string> = {}) {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: button }).click()
}

test('signing up, signing in and asking for a password wait for the check, again each time', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const email = 'ada@example.com'
  await page.goto('/signup')
  await send(page, 'Create account', { Name: 'Ada', 'E-mail': email, Password: password })
  await problem(page).filter({ hasText: 'Pass the check above first' }).waitFor()
  await passCheck(page)
  await send(page, 'Create account')
  await page.waitForURL('**/inbox')

  await page.context().clearCookies()
  await page.goto('/login')
  await page.frameLocator('iframe').getByRole('button').waitFor()
  expect(await listViolations(page)).toEqual([])
  await passCheck(page)
  expect(window.complaints).toEqual([])
  await send(page, 'Sign in', { 'E-mail': email, Password: 'not the password' })
  await page.getByText('The e-mail or the password is wrong.').waitFor()
  window.complaints.length = 0
  await send(page, 'Sign in', { Password: password })
  await problem(page).filter({ hasText: 'Pass the check above first' }).waitFor()
  await passCheck(page)
  await send(page, 'Sign in')
  await page.waitForURL('**/inbox')

  await page.context().clearCookies()
  await page.goto('/forgot-password')
  await passCheck(page)
  await send(page, 'Send the link', { 'E-mail': email })
  await page.getByText('is on its way').waitFor()
  expect(window.complaints).toEqual([])
})

test('only the pages that show the check may load something from its service', async () => {
  const { origin } = new URL(service.url)
  for (const [path, may] of [
    ['/login', true],
    ['/signup', true],
    ['/forgot-password', true],
    ['/verify-email', true],
    ['/reset-password', false],
    ['/goodbye', false],
  ] as const) {
    const { headers } = await fetch(running.product.webUrl + path)
    expect(headers.get('content-security-policy')?.includes(origin), path).toBe(may)
  }
})

test('a check that can’t be loaded says so', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.route('**/api.js?render=explicit', (route) => route.abort())
  await page.goto('/login')
  await problem(page).filter({ hasText: 'can’t be shown' }).waitFor()
})
