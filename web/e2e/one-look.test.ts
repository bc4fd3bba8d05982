import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, chooseOption, openTask, signUp } from './support/steps.ts'

// One measure for each thing: what does the same looks the same, wherever it is.

const running = shareProduct()

async function openFromPalette(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Find a place or an action').fill(name)
  await page.getByRole('option', { name, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  return dialog
}

test('a select opens the app’s own list everywhere, by pointer and by keyboard', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const dialog = await openFromPalette(page, 'New view')
  expect(await page.locator('select').count()).toBe(0)
  const sorted = dialog.getByRole('combobox', { name: 'Sorted by' })
  await chooseOption(sorted, 'Due date')
  expect(await sorted.innerText()).toBe('Due date')
  await sorted.press('Enter')
  await page.getByRole('option', { name: 'Due date' }).waitFor()
  // Only the list closes, and the field has the focus again.
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'detached' })
  await sorted.and(page.locator(':focus')).waitFor()
  expect(await dialog.count()).toBe(1)

  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByRole('combobox', { name: 'Expires' }).waitFor()
  expect(await page.locator('select').count()).toBe(0)
  await page.goto('/settings/profile')
  const dates = page.getByRole('combobox', { name: 'Dates', exact: true })
  await dates.waitFor()
  expect(await page.locator('select').count()).toBe(0)
  const look = (field: Locator) =>
    field.evaluate((element) => {
      const { height, borderRadius, fontSize, paddingLeft } = getComputedStyle(element)
      return { height, borderRadius, fontSize, paddingLeft }
    })
  expect(await look(dates)).toEqual(await look(page.getByRole('combobox', { name: 'Time zone' })))
  // A letter chooses, and is no shortcut.
  await page.getByRole('combobox', { name: 'Weeks begin on' }).focus()
  // The options are prepared once it has the focus.
  await page.locator('[role=option]', { hasText: 'Saturday' }).waitFor({ state: 'attached' })
  await page.keyboard.press('s')
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings/profile')
  expect(window.complaints).toEqual([])
})

test('the main button comes first, at the left, in every form and dialog', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  const buttons = (within: Locator, last: string) =>
    within
      .getByRole('button', { name: last, exact: true })
      .evaluate((button) =>
        [...(button.parentElement?.querySelectorAll('button') ?? [])].map((one) => one.textContent),
      )
  for (const [name, main] of [
    ['New list', 'Create list'],
    ['New tag', 'Create tag'],
    ['New view', 'Create view'],
  ] as const) {
    const dialog = await openFromPalette(page, name)
    expect(await buttons(dialog, 'Cancel')).toEqual([main, 'Cancel'])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  await openTask(page, 'Water the plants').focus()
  await page.keyboard.press('r')
  const repeat = page.getByRole('dialog', { name: 'Repeat' })
  await repeat.getByLabel('Repeat in words').fill('every day')
  await repeat.getByRole('button', { name: 'Save' }).click()
  await repeat.waitFor({ state: 'detached' })
  await page.keyboard.press('r')
  await repeat.getByLabel('Repeat in words').fill('every week')
  expect(await buttons(repeat, 'Don’t repeat')).toEqual(['Save', 'Skip this one', 'Don’t repeat'])

  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  const made = page.getByRole('dialog')
  expect(await buttons(made, 'Cancel')).toEqual(['Create token', 'Cancel'])
  const left = async (one: Locator) => (await one.boundingBox())?.x
  const create = page.getByRole('button', { name: 'Create token' })
  // While it opens, the dialog grows a little.
  await expect
    .poll(
      async () => (await left(create)) === (await left(page.getByLabel('Name', { exact: true }))),
    )
    .toBe(true)
  await page.getByLabel('Name', { exact: true }).fill('Backup')
  await create.click()
  await page.getByRole('button', { name: 'Done' }).waitFor()
  expect(await buttons(made, 'Done')).toEqual(['Copy token', 'Done'])
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Revoke “Backup”' }).click()
  expect(await buttons(made, 'Keep it')).toEqual(['Revoke', 'Keep it'])
  expect(window.complaints).toEqual([])
})
