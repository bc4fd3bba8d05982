import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import {
  addTask,
  openTask,
  readTitles,
  reloadWhenSaved,
  signUp,
  undo,
  writeTasks,
} from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }

/** Signs somebody up who completes their only task, Soil, by its key. */
async function completeOnlyTask(page: Page): Promise<void> {
  await signUp(page)
  await addTask(page, 'Soil')
  await page.keyboard.press('Escape')
  await openTask(page, 'Soil').focus()
  await page.keyboard.press('e')
}

test('an undo that found no network is done once there is one again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await completeOnlyTask(page)
  await expect.poll(() => readTitles(page)).toEqual([])

  const api = `${running.product.apiUrl}/graphql`
  await page.route(api, (route) =>
    route.request().postData()?.includes('mutation Undo') ? route.abort() : route.continue(),
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.getByText('It couldn’t be undone. Tend can’t be reached right now.').waitFor()
  await page.unroute(api)
  await page.keyboard.press('Control+z')
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil'])
})

test('what was done before a reload can be undone after it, the newest first', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Soil')
  await addTask(page, 'Seeds')
  await page.keyboard.press('Escape')
  await openTask(page, 'Soil').focus()
  await page.keyboard.press('e')
  await page.getByText('Completed “Soil”').waitFor()
  await reloadWhenSaved(page)
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds'])

  await page.keyboard.press('Control+z')
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds', 'Soil'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil'])
  await page.keyboard.press('Control+y')
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds', 'Soil'])
  expect(window.complaints).toEqual([])
})

test('in a field with nothing in it Ctrl Z undoes what was done; in another it is the field’s', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await completeOnlyTask(page)
  await page.locator('textarea:focus').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil'])

  const field = page.getByLabel('Add a task')
  await field.pressSequentially('Seeds')
  await page.keyboard.press('Control+z')
  await expect(field.inputValue()).resolves.not.toBe('Seeds')
  await expect(readTitles(page)).resolves.toEqual(['Soil'])
  expect(window.complaints).toEqual([])
})

test('after a deletion in the panel the keys go on there, and Esc closes it', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Soil')
  await openTask(page, 'Soil').click()
  await page.locator('[data-task-panel]').getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByText('This task is in the trash.').waitFor()
  await page.locator('[data-task-panel]:focus').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[data-task-panel]').waitFor({ state: 'detached' })
  expect(window.complaints).toEqual([])
})

test('rows deleted one after the other come back with one Undo', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['Soil', 'Seeds', 'Pots', 'Water'])
  await openTask(page, 'Soil').focus()
  for (const left of [3, 2, 1]) {
    await page.keyboard.press('Delete')
    await expect.poll(() => readTitles(page)).toHaveLength(left)
  }
  await undo(page, 'Deleted 3 tasks')
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil', 'Seeds', 'Pots', 'Water'])
  expect(window.complaints).toEqual([])
})
