import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'

const running = shareProduct()

test('a form that is sent before the page’s code has come is sent once it has', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { promise: isSent, resolve: send } = Promise.withResolvers<void>()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await isSent
    await route.continue()
  })
  await page.goto('/login', { waitUntil: 'commit' })
  await page.getByLabel('E-mail').fill('nobody@example.com')
  await page.getByLabel('Password').fill('not a password of anybody')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.evaluate('window.isSamePage = true')
  send()
  await page.getByText('The e-mail or the password is wrong.').waitFor()
  expect(await page.getByLabel('E-mail').inputValue()).toBe('nobody@example.com')
  expect(await page.evaluate('window.isSamePage')).toBe(true)
})
