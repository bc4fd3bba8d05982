import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectDatabase } from '@tend/server/db'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '../../server/test/support/free-port.ts'
import { type OidcProvider, startOidcProvider } from '../test/support/oidc-provider.ts'
import { launchBrowser, openWindow } from './support/browser.ts'
import { type Product, startProduct } from './support/product.ts'
import { problem, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = {} as { product: Product; browser: Browser; provider: OidcProvider }
const dataDir = mkdtempSync(join(tmpdir(), 'tend-providers-'))
let embeddedPort: number
let people = 0

beforeAll(async () => {
  const webPort = await findFreePort()
  embeddedPort = await findFreePort()
  running.provider = await startOidcProvider(`http://localhost:${webPort}`)
  const { issuer, clientId, clientSecret } = running.provider
  running.product = await startProduct({
    WEB_PORT: String(webPort),
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: 'Hearth',
    DATA_DIR: dataDir,
    EMBEDDED_PORT: String(embeddedPort),
  })
  running.browser = await launchBrowser()
})
afterAll(async () => {
  await running.browser?.close()
  await running.product?.[Symbol.asyncDispose]()
  await running.provider?.[Symbol.asyncDispose]()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Somebody who has an account at the provider and none at Tend yet. */
function newPerson(): { name: string; email: string } {
  people += 1
  const name = `ada${people}`
  const email = `${name}@provider.example`
  const picture = 'https://pictures.example/ada.png'
  running.provider.people.set(name, { name: 'Ada', email, email_verified: true, picture })
  return { name, email }
}

async function chooseAtProvider(page: Page, choice: string): Promise<void> {
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
  await page.getByRole('link', { name: choice, exact: true }).click()
}

async function signIn(page: Page, name: string, path = '/login'): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Continue with Hearth' }).click()
  await chooseAtProvider(page, `I am ${name}`)
}

test('a stranger comes in through a provider, and lands where they wanted to go', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { name } = newPerson()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).host))
  await signIn(page, name, '/login?next=%2Fsettings%2Fsign-in')
  await page.getByRole('heading', { name: 'Ways to sign in' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings/sign-in')
  await page.getByText('Your only way in').waitFor()
  expect(await page.getByRole('button', { name: 'Disconnect' }).isDisabled()).toBe(true)
  expect(await listViolations(page)).toEqual([])
  expect(asked).not.toContain('pictures.example')
  expect(window.complaints).toEqual([])
})

test('cancelling at the provider shows a message, and keeps where the person wanted to go', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.goto('/login?next=%2Fsettings%2Fsign-in')
  await page.getByRole('button', { name: 'Continue with Hearth' }).click()
  await chooseAtProvider(page, 'Cancel')
  await page.waitForURL('**/login?*')
  expect(await problem(page).textContent()).toContain('You cancelled at the provider')
  expect(await listViolations(page)).toEqual([])
  const { name } = newPerson()
  await page.getByRole('button', { name: 'Continue with Hearth' }).click()
  await chooseAtProvider(page, `I am ${name}`)
  await page.waitForURL('**/settings/sign-in')
})

test('an address somebody else signed up with is not joined, and the page says what to do', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { name, email } = newPerson()
  await signUpOverHttp(email)
  await signIn(page, name)
  await page.waitForURL('**/login?*')
  expect(await problem(page).textContent()).toContain('nobody has confirmed the address')
})

test('a provider’s account is connected, signs in, and is disconnected again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { name } = newPerson()
  const { email } = await signUp(page, 'Grace')
  await page.goto('/settings/sign-in')
  await page.getByRole('button', { name: 'Connect' }).click()
  expect(await problem(page).textContent()).toContain('Confirm your e-mail address first')

  await verify(email)
  await page.getByRole('button', { name: 'Connect' }).click()
  await chooseAtProvider(page, `I am ${name}`)
  await page.getByRole('button', { name: 'Disconnect' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings/sign-in')

  await page.context().clearCookies()
  await signIn(page, name, '/login?next=%2Fsettings%2Fsign-in')
  await page.getByText('Connected', { exact: true }).waitFor()
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByText('Not connected').waitFor()
  await page.context().clearCookies()
  await signIn(page, name, '/login?next=%2Fsettings%2Fsign-in')
  await page.getByText('Your only way in').waitFor()
})

test('cancelling while connecting shows a message where the person was', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { email } = await signUp(page, 'Grace')
  await verify(email)
  await page.goto('/settings/sign-in')
  await page.getByRole('button', { name: 'Connect' }).click()
  await chooseAtProvider(page, 'Cancel')
  await page.waitForURL('**/settings/sign-in?*')
  expect(await problem(page).textContent()).toContain('You cancelled at the provider')
})

test('a sign-in that was begun in another window is reported on the sign-in page', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.goto('/api/auth/callback/oidc?code=x&state=y')
  await page.waitForURL('**/login?error=*')
  expect(await problem(page).textContent()).toContain('Try once more')
})

test('a provider that is down leaves the other ways open, and says so', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.goto('/login')
  await page.route('**/api/auth/sign-in/social', (route) => route.abort())
  await page.getByRole('button', { name: 'Continue with Hearth' }).click()
  await problem(page).waitFor()
  expect(await page.getByRole('button', { name: 'Continue with Hearth' }).isEnabled()).toBe(true)
})

async function signUpOverHttp(email: string): Promise<void> {
  const response = await fetch(`${running.product.webUrl}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: running.product.webUrl },
    body: JSON.stringify({ name: 'Mallory', email, password: 'correct horse battery' }),
  })
  expect(response.status).toBe(200)
}

/** As the link in a mail does. */
async function verify(email: string): Promise<void> {
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8')
  await using database = connectDatabase({
    embedded: { dataDir, secret, port: embeddedPort },
    pool: { maxConnections: 1, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 },
  })
  const { owner } = database
  const row = { email_verified: true }
  await owner.updateTable('auth_user').set(row).where('email', '=', email).execute()
}
