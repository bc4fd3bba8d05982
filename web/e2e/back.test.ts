import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { signUp, writeTasks } from './support/steps.ts'

// On a phone people close things with Back.

const running = shareProduct()
const soon = { timeout: 20_000 }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

const path = (page: Page) => new URL(page.url()).pathname
const layers = (page: Page) => page.locator('[role="dialog"]:not([aria-live]), [role="menu"]')

async function goToAll(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.waitForURL('**/all')
}

test('Back closes a sheet, the palette, a dialog, a menu and a picker, and leaves the place as it is', async () => {
  await using window = await openWindow(running, phone)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['Soil', 'Seeds'])
  await goToAll(page)

  const openings: [string, () => Promise<void>][] = [
    ['the sheet', () => page.getByRole('button', { name: 'Menu', exact: true }).click()],
    ['the palette', () => page.keyboard.press('Control+K')],
    ['the help', () => page.keyboard.press('?')],
    [
      'a picker',
      async () => {
        await page.locator('[data-task] a').first().click()
        await page.waitForURL('**/all/task/*')
        await page.getByRole('button', { name: /^List/ }).click()
      },
    ],
  ]
  for (const [name, open] of openings) {
    await open()
    await expect.poll(() => layers(page).count(), { ...soon, message: name }).toBe(1)
    const at = path(page)
    // Its history entry appears a moment after it does.
    await expect.poll(() => page.evaluate(() => history.state?.layers), soon).toBe(1)
    await page.goBack()
    await expect.poll(() => layers(page).count(), { ...soon, message: name }).toBe(0)
    expect(path(page), name).toBe(at)
  }
  // On a phone the panel is a page of its own, and Back closes it next.
  await page.goBack()
  await expect.poll(() => path(page), soon).toBe('/all')
  await page.goBack()
  await expect.poll(() => path(page), soon).toBe('/inbox')
  expect(window.complaints).toEqual([])
})

test('what is closed otherwise leaves nothing in the history, and Forward leads to nothing that is closed', async () => {
  await using window = await openWindow(running, phone)
  const { page } = window
  await signUp(page)
  await goToAll(page)

  for (let time = 0; time < 3; time += 1) {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => layers(page).count(), soon).toBe(0)
  }
  await page.goBack()
  await expect.poll(() => path(page), soon).toBe('/inbox')
  await page.goForward()
  await expect.poll(() => path(page), soon).toBe('/all')
  await page.goForward()
  await expect.poll(() => path(page), soon).toBe('/all')
  expect(await layers(page).count()).toBe(0)

  // A layer that leads elsewhere gives its history entry to that.
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox').fill('completed')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/completed')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /^Today/ })
    .click()
  await page.waitForURL('**/today')
  for (const before of ['/completed', '/all', '/inbox']) {
    await page.goBack()
    await expect.poll(() => path(page), soon).toBe(before)
  }
  expect(window.complaints).toEqual([])
})
