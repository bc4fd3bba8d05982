import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { signUpByForm } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

const running = shareProduct()

test('without a mail server, mails are shown in the terminal and on a page that only it knows', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { email, password } = await signUpByForm(page)
  const { product } = running
  await expect.poll(() => product.output()).toContain(`To: ${email}`)
  expect((await page.request.get('/mail')).status()).toBe(404)
  expect((await page.request.get('/mail?key=AAAAAAAAAAAAAAAAAAAAAA')).status()).toBe(404)

  const [address = ''] = product.output().match(/http\S+\/mail\?key=\S+/) ?? []
  await page.goto(address)
  await page.getByText(`To ${email}`).waitFor()
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('link', { name: /\/verify-email\?token=/ }).click()
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText(`${email} is confirmed.`).waitFor()
  await page.goto('/settings/sign-in')
  await page.getByText(`${email} · confirmed`).waitFor()

  await page.context().clearCookies()
  await page.goto('/forgot-password')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('messages appear in the server’s terminal').waitFor()
  await page.goto(address)
  await page
    .getByRole('link', { name: /\/reset-password\?token=/ })
    .first()
    .click()
  await page.getByLabel('New password').fill('a different good one')
  await page.getByRole('button', { name: 'Save password' }).click()
  await page.waitForURL('**/login?done=password')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The e-mail or the password is wrong.').waitFor()
})
