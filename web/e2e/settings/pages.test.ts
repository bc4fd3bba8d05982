import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { signUp } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

const running = shareProduct()

test('the account menu leads to the settings, and the settings lead back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.getByRole('button', { name: 'Account: Ada' }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await page.waitForURL('**/settings/profile')
  await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Profile' }).and(page.locator('[aria-current]')).waitFor()
  await page.getByRole('link', { name: 'Back to your tasks' }).click()
  await page.waitForURL('**/inbox')
  expect(window.complaints).toEqual([])
})

test('keys work in the settings: the map, ways to places, and Esc, which leads back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/upcoming')
  await page.getByRole('button', { name: 'Account: Ada' }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await page.getByLabel('Time zone').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor({ state: 'detached' })

  // A field is left first, and nothing typed into it is a shortcut.
  await page.getByLabel('Name').focus()
  await page.keyboard.type('?gi')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('input:focus').count()).toBe(0)
  expect(page.url()).toContain('/settings/profile')
  await page.getByRole('link', { name: 'Sessions' }).click()
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
  await page.keyboard.press('Escape')
  await page.waitForURL('**/upcoming')

  await page.goto('/settings/data')
  await page.getByRole('heading', { name: 'Export' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.waitForURL('**/today')
  expect(window.complaints).toEqual([])
})

test('who is not signed in is sent to sign in, and comes back to the page they asked for', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { email, password } = await signUp(page)
  await page.context().clearCookies()
  await page.goto('/settings/profile')
  await page.waitForURL('**/login?next=%2Fsettings%2Fprofile')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/settings/profile')
  expect(window.complaints).toEqual([])
})

test('a profile that can’t be loaded says so and can be tried again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.goto('/settings')
  await page.getByText('Your profile can’t be shown right now').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByLabel('Time zone').waitFor()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desktop: { width: 1280, height: 800 },
    phone: { width: 390, height: 844 },
  })) {
    test(`axe finds nothing on the settings’ pages, ${colorScheme}, ${device}`, async () => {
      await using window = await openWindow(running, { colorScheme, viewport })
      const { page } = window
      await signUp(page)
      await page.goto('/settings/profile')
      await page.getByLabel('Time zone').waitFor()
      expect(await listViolations(page), 'profile').toEqual([])
      await page.goto('/settings/data')
      expect(await listViolations(page), 'data').toEqual([])
      await page.getByRole('button', { name: 'Delete account…' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await listViolations(page), 'delete account').toEqual([])
      await page.goto('/goodbye')
      expect(await listViolations(page), 'goodbye').toEqual([])
      expect(window.complaints).toEqual([])
    })
  }
