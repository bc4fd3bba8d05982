import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { signUp } from '../support/steps.ts'
import { listViolations } from '../support/violations.ts'

const running = shareProduct()

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const time = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const saved = (page: Page) => page.getByText('Saved', { exact: true })

async function openSettings(page: Page): Promise<void> {
  await signUp(page)
  await page.goto('/settings/notifications')
  await box(page, 'E-mail').waitFor()
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await time(page, name).fill(text)
  await time(page, name).press('Enter')
}

test('every setting saves itself, and is the same after reloading', async () => {
  await using window = await openWindow(running, { locale: 'en-GB' })
  const { page } = window
  await openSettings(page)
  await box(page, 'E-mail').uncheck()
  await box(page, 'Hide task titles').check()
  await type(page, 'Tasks without a time', '7.30')
  await box(page, 'Use quiet hours').check()
  await type(page, 'From', '9pm')
  await expect.poll(() => time(page, 'From').inputValue()).toBe('21:00')
  await type(page, 'Until', '6')
  await box(page, 'Send a daily summary').check()
  await type(page, 'Send at', '645')
  // One for each group: what is chosen together is marked where it was last changed.
  await expect.poll(() => saved(page).count()).toBe(5)

  await page.reload()
  await box(page, 'E-mail').waitFor()
  expect(await box(page, 'E-mail').isChecked()).toBe(false)
  expect(await box(page, 'Notifications').isChecked()).toBe(true)
  expect(await box(page, 'Hide task titles').isChecked()).toBe(true)
  for (const [name, value] of [
    ['Tasks without a time', '07:30'],
    ['From', '21:00'],
    ['Until', '06:00'],
    ['Send at', '06:45'],
  ] as const)
    expect(await time(page, name).inputValue(), name).toBe(value)

  await box(page, 'E-mail').check()
  await box(page, 'Notifications').uncheck()
  await box(page, 'Hide task titles').uncheck()
  await box(page, 'Use quiet hours').uncheck()
  await box(page, 'Send a daily summary').uncheck()
  await expect.poll(() => saved(page).count()).toBe(4)
  await page.reload()
  await box(page, 'E-mail').waitFor()
  expect(await box(page, 'E-mail').isChecked()).toBe(true)
  for (const name of [
    'Notifications',
    'Hide task titles',
    'Use quiet hours',
    'Send a daily summary',
  ])
    expect(await box(page, name).isChecked(), name).toBe(false)
  expect(await page.getByRole('textbox').count()).toBe(1)
  expect(window.complaints).toEqual([])
})

test('a time that won’t do is refused at its field and kept, and Esc brings the old one back', async () => {
  await using window = await openWindow(running, { locale: 'en-US' })
  const { page } = window
  await openSettings(page)
  const dayTime = time(page, 'Tasks without a time')
  await dayTime.fill('25:00')
  await page.keyboard.press('Tab')
  await page.getByText(/^Enter a time, such as 9:30.PM\.$/).waitFor()
  await dayTime.and(page.locator('[aria-invalid=true]')).waitFor()
  expect(await dayTime.inputValue()).toBe('25:00')
  await dayTime.press('Escape')
  await expect.poll(() => dayTime.inputValue()).toMatch(/^9:00.AM$/)
  expect(await page.locator('[aria-invalid]').count()).toBe(0)

  await box(page, 'Use quiet hours').check()
  await saved(page).waitFor()
  await type(page, 'Until', '10 pm')
  await page.getByText('Quiet hours must begin and end at different times.').waitFor()
  await time(page, 'Until').and(page.locator('[aria-invalid=true]')).waitFor()
  expect(await listViolations(page)).toEqual([])
  await page.reload()
  await expect.poll(() => time(page, 'Until').inputValue()).toMatch(/^7:00.AM$/)
  expect(window.complaints).toEqual([])
})

test('what can’t be saved stays as it was chosen, with the reason beside it', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openSettings(page)
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await box(page, 'E-mail').uncheck()
  await type(page, 'Tasks without a time', '11')
  await expect.poll(() => page.getByText('Tend can’t be reached right now.').count()).toBe(2)
  expect(await box(page, 'E-mail').isChecked()).toBe(false)
  expect(await time(page, 'Tasks without a time').inputValue()).toMatch(/^11:00/)

  await page.unroute(`${running.product.apiUrl}/**`)
  await type(page, 'Tasks without a time', '11')
  await box(page, 'E-mail').check()
  await expect.poll(() => saved(page).count()).toBe(2)
})

test('settings that can’t be loaded say so, and are there after trying again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.route(`${running.product.apiUrl}/**`, (route) => route.abort())
  await page.goto('/settings/notifications')
  const failure = page.getByRole('alert').filter({ hasText: 'Your reminder settings' })
  await failure.getByText('can’t be shown right now').waitFor()
  await page.unroute(`${running.product.apiUrl}/**`)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await box(page, 'E-mail').waitFor()
})
