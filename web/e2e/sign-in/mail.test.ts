import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { type MailSink, startMailSink } from '../../../server/test/support/mail-sink.ts'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { problem } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

let sink: MailSink
const running = shareProduct(async () => {
  sink = await startMailSink()
  return { SMTP_URL: sink.url, MAIL_FROM: 'Tend <tend@example.com>' }
})
afterAll(() => sink?.[Symbol.asyncDispose]())

const password = 'correct horse battery'
const newPassword = 'a different good one'

test('a stranger confirms the address and arrives where they wanted to go', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const email = 'stranger@example.com'
  await page.goto('/settings/sign-in')
  await page.waitForURL('**/login?next=**')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await fillSignUp(page, email)
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor()
  await page.getByText(`We’ve sent a link to ${email}`).waitFor()
  await page.getByRole('button', { name: 'Send the link again' }).click()
  await page.getByText('a new link is on its way').waitFor()
  await expect.poll(() => sink.mails.filter(({ to }) => to?.[0]?.address === email).length).toBe(2)

  const link = await readLink(email, 'Confirm your e-mail address')
  await page.goto(link)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText(`${email} is confirmed.`).waitFor()
  await page.getByRole('link', { name: 'Go on to Tend' }).click()
  await page.waitForURL('**/login?next=**')
  await signIn(page, email, password)
  await page.waitForURL('**/settings/sign-in')
  await page.getByText(`${email} · confirmed`).waitFor()

  await page.goto(link)
  await page.getByRole('heading', { name: 'This address is confirmed' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('signing up says the same for an address that has an account, and so does asking for a password', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const email = await openAccount(page)
  for (const address of [email, `nobody.${email}`]) {
    await page.goto('/signup')
    await fillSignUp(page, address)
    await page.getByText(`We’ve sent a link to ${address}`).waitFor()
    await page.goto('/forgot-password')
    await page.getByLabel('E-mail').fill(address)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByText(`If there is an account for ${address}`).waitFor()
  }
  expect(window.complaints).toEqual([])
})

test('who signs in before confirming the address is shown where the mail went', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const email = 'early@example.com'
  await page.goto('/signup')
  await fillSignUp(page, email)
  await page.getByText(`We’ve sent a link to ${email}`).waitFor()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.waitForURL('**/login')
  await signIn(page, email, password)
  await page.waitForURL('**/verify-email')
  await page.getByText(`We’ve sent a link to ${email}`).waitFor()
})

test('a forgotten password is replaced, and the link works once', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const email = await openAccount(page)
  await page.goto('/login?next=/settings/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('is on its way').waitFor()

  const link = await readLink(email, 'Choose a new password')
  await page.goto(link)
  await page.getByLabel('New password').fill('password123')
  await page.getByRole('button', { name: 'Save password' }).click()
  await page.getByText('tried first').waitFor()
  await expect(page.getByLabel('New password').inputValue()).resolves.toBe('password123')
  await page.getByLabel('New password').fill(newPassword)
  await page.getByRole('button', { name: 'Save password' }).click()
  await page.getByText('Your password is changed. Sign in with the new one.').waitFor()
  await signIn(page, email, newPassword)
  await page.waitForURL('**/settings/sign-in')

  await page.goto(link)
  await page.getByRole('heading', { name: 'This link doesn’t work any more' }).waitFor()
  await page.getByRole('link', { name: 'Ask for a new link' }).click()
  await page.waitForURL('**/forgot-password**')
})

test('a changed password signs out everybody else, and mistakes are shown beside their fields', async () => {
  await using here = await openWindow(running)
  await using there = await openWindow(running)
  const email = await openAccount(here.page)
  for (const { page } of [here, there]) {
    await page.goto('/login?next=/settings/sign-in')
    await signIn(page, email, password)
    await page.waitForURL('**/settings/sign-in')
  }
  const { page } = here
  const change = async (current: string, next: string) => {
    await page.getByLabel('Current password').fill(current)
    await page.getByLabel('New password').fill(next)
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change('', 'short')
  await page.getByText('Enter your current password.').waitFor()
  await page.getByText('Use at least 10 characters.').waitFor()
  await change('not the right one', newPassword)
  await page.getByText('This isn’t your password.').waitFor()
  await change(password, email)
  await page.getByText('your own name or address').waitFor()
  await change(password, newPassword)
  await page.getByText('You are signed out everywhere else.').waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Sign-in' }).waitFor()
  await there.page.reload()
  await there.page.waitForURL('**/login?next=**')
})

test('an address is changed at both ends', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const email = await openAccount(page)
  const newEmail = `new.${email}`
  await page.goto('/login?next=/settings/sign-in')
  await signIn(page, email, password)
  await page.waitForURL('**/settings/sign-in')
  await page.getByLabel('New address').fill(email)
  await page.getByRole('button', { name: 'Change address' }).click()
  await page.getByText('This is your address already.').waitFor()
  await page.getByLabel('New address').fill(newEmail)
  await page.getByRole('button', { name: 'Change address' }).click()
  await page.getByText('Agree there, then confirm at the new address.').waitFor()

  await page.goto(await readLink(email, 'Change your e-mail address?'))
  await page.getByText(`from ${email} to ${newEmail}`).waitFor()
  await page.getByRole('button', { name: 'Agree' }).click()
  await page.getByText(`We’ve written to ${newEmail}`).waitFor()
  await page.goto(await readLink(newEmail, 'Confirm your new e-mail address'))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText(`${newEmail} is the address of your account now.`).waitFor()
  await page.getByRole('link', { name: 'Go on to Tend' }).click()
  await page.waitForURL('**/inbox')
  await page.goto('/settings/sign-in')
  await page.getByText(`${newEmail} · confirmed`).waitFor()
  expect(window.complaints).toEqual([])
})

test('what was typed stays when the accounts are out of reach', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.goto('/forgot-password')
  await page.route('**/api/auth/**', (route) => route.abort())
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await problem(page).getByText('can’t be reached').waitFor()
  await expect(page.getByLabel('E-mail').inputValue()).resolves.toBe('ada@example.com')
  await page.unroute('**/api/auth/**')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('is on its way').waitFor()
})

test('while the mail server is down the pages say so, and the mail comes once it is back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const email = await openAccount(page)
  sink.stop()
  // A recent result is reused.
  const isReachable = async () => (await page.request.get('/api/mail-status')).json()
  await expect.poll(isReachable, { timeout: 30_000 }).toEqual({ isReachable: false })
  await page.goto('/forgot-password')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('is on its way').waitFor()
  await page.getByText('Our mail server can’t be reached right now.').waitFor()
  sink.accept()
  await readLink(email, 'Choose a new password')
})

test('axe finds nothing on the pages of signing in, light and dark, on a desktop and a phone', async () => {
  await using first = await openWindow(running)
  const email = await openAccount(first.page)
  await first.page.goto('/forgot-password')
  await first.page.getByLabel('E-mail').fill(email)
  await first.page.getByRole('button', { name: 'Send the link' }).click()
  const resetLink = await readLink(email, 'Choose a new password')
  const sizes = [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of sizes) {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      const paths = ['/forgot-password', '/verify-email', '/verify-email?token=x', resetLink]
      for (const path of [...paths, '/reset-password?token=x']) {
        await page.goto(path)
        expect(await listViolations(page), path).toEqual([])
      }
      await page.goto('/login?next=/settings/sign-in')
      await signIn(page, email, password)
      await page.getByLabel('New address').waitFor()
      expect(await listViolations(page), 'settings').toEqual([])
      expect(window.complaints).toEqual([])
    }
})

let people = 0

/** An account with a confirmed address; nobody is signed in. */
async function openAccount(page: Page): Promise<string> {
  people += 1
  const email = `person.${people}@example.com`
  await page.goto('/signup')
  await fillSignUp(page, email)
  await page.getByText(`We’ve sent a link to ${email}`).waitFor()
  await page.goto(await readLink(email, 'Confirm your e-mail address'))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('is confirmed').waitFor()
  return email
}

async function fillSignUp(page: Page, email: string): Promise<void> {
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
}

async function signIn(page: Page, email: string, chosen: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(chosen)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function readLink(to: string, subject: string): Promise<string> {
  // Also one that has to be sent again.
  await expect.poll(() => sink.findMail(to, subject), { timeout: 40_000 }).toBeDefined()
  return sink.findMail(to, subject)?.text?.match(/https?:\S+[?&]token=\S+/)?.[0] ?? ''
}
