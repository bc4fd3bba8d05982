import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, signUp } from './support/steps.ts'

const running = shareProduct()

/** Signs somebody up who has a task in a list, with two tags, and shows it in All. */
async function start(page: Page): Promise<void> {
  await signUp(page)
  const ask = (mutation: string) => askApi(page, running.product.apiUrl, mutation)
  await ask(`mutation { createList(input: { name: "Home", color: BLUE }) { mutationId } }`)
  await ask(`mutation { createTag(input: { name: "garden", color: GREEN }) { mutationId } }`)
  await ask('mutation { createTag(input: { name: "quick" }) { mutationId } }')
  await ask(
    'mutation { quickAdd(input: { text: "Water the plants #Home @garden @quick" }) { mutationId } }',
  )
  await page.goto('/all')
  await row(page).waitFor()
  // Rows can be handled once there is something to do with them.
  await row(page).hover()
  await page.getByRole('button', { name: 'More actions of “Water the plants”' }).waitFor()
}

const row = (page: Page) => page.locator('[data-task]', { hasText: 'Water the plants' })
const path = (page: Page) => new URL(page.url()).pathname

test('a click on a tag or on the list in a row opens its place, and not the task', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await start(page)
  await row(page).getByText('@garden').click()
  await page.getByRole('heading', { level: 1, name: 'garden' }).waitFor()
  expect(path(page)).toMatch(/^\/tag\/[^/]+$/)
  // The tag of the place is left out in its own rows; the others lead on.
  await row(page).getByText('@quick').click()
  await page.getByRole('heading', { level: 1, name: 'quick' }).waitFor()
  await row(page).getByText('Home').click()
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  expect(path(page)).toMatch(/^\/list\/[^/]+$/)
  // Each has its colour, those without one too.
  const dots = row(page).locator('[data-chip] [data-color]')
  await expect
    .poll(() => dots.evaluateAll((all) => all.map((dot) => (dot as HTMLElement).dataset.color)))
    .toEqual(['green', 'gray'])
  // With Ctrl it selects, as anywhere in the row.
  await row(page)
    .getByText('@garden')
    .click({ modifiers: ['Control'] })
  await page.getByText('1 selected').first().waitFor()
  expect(window.complaints).toEqual([])
})

test('the arrow keys lead to the chips of a row, and Tab passes them by', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await start(page)
  await row(page).locator('[data-task-title]').focus()
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Home')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('@garden')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toMatch(/^Water the plants/)
  await page.keyboard.press('Tab')
  await page
    .getByRole('button', { name: 'More actions of “Water the plants”' })
    .and(page.locator(':focus'))
    .waitFor()
  await row(page).locator('[data-task-title]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'garden' }).waitFor()
  expect(path(page)).toMatch(/^\/tag\/[^/]+$/)
  expect(window.complaints).toEqual([])
})
