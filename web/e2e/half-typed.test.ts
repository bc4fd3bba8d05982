import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, openTask, readTitles, signUp, writeTasks } from './support/steps.ts'

// Half-typed text is saved or comes back, whatever took the field away.

const running = shareProduct()
const soon = { timeout: 20_000 }

/** Begins to rename a task in its row, and leaves the field open. */
async function typeInRow(page: Page, title: string, typed: string): Promise<void> {
  await openTask(page, title).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type(typed)
}

test('a title that is being typed in its row is saved by Back, by the palette and by what closes it', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['Soil', 'Seeds'])
  await page.getByRole('link', { name: /^Completed/ }).click()
  await page.waitForURL('**/completed')
  await page.getByRole('link', { name: /^Inbox/ }).click()
  await page.waitForURL('**/inbox')

  await typeInRow(page, 'Soil', 'Peat-free soil')
  await page.goBack()
  await page.waitForURL('**/completed')
  await page.goForward()
  await expect.poll(() => readTitles(page), soon).toEqual(['Peat-free soil', 'Seeds'])

  await typeInRow(page, 'Seeds', 'Seeds of kale')
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox').fill('completed')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/completed')
  await page.goBack()
  await expect.poll(() => readTitles(page), soon).toEqual(['Peat-free soil', 'Seeds of kale'])

  await openTask(page, 'Seeds of kale').press('Enter')
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Kale')
  await page.goBack()
  await expect.poll(() => readTitles(page), soon).toEqual(['Peat-free soil', 'Kale'])
  expect(window.complaints).toEqual([])
})

test('after a reload a half-typed title and a half-typed subtask are in their fields', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['Soil', 'Seeds'])

  await typeInRow(page, 'Soil', 'Peat-fr')
  await page.reload()
  const field = page.getByLabel('Title of “Soil”')
  await expect.poll(() => field.inputValue(), soon).toBe('Peat-fr')
  await field.press('End')
  await page.keyboard.type('ee soil')
  await field.press('Enter')
  await expect.poll(() => readTitles(page), soon).toEqual(['Peat-free soil', 'Seeds'])

  await openTask(page, 'Seeds').press('Enter')
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  await title.fill('Seeds of ka')
  await page.reload()
  await expect.poll(() => title.inputValue(), soon).toBe('Seeds of ka')
  await title.fill('Seeds of kale')
  await title.press('Enter')
  const subtask = page.getByLabel('Add a subtask')
  await subtask.fill('Buy a b')
  await page.reload()
  await expect.poll(() => subtask.inputValue(), soon).toBe('Buy a b')
  await expect.poll(() => readTitles(page), soon).toEqual(['Peat-free soil', 'Seeds of kale'])

  // What was saved or discarded doesn't come back.
  await subtask.fill('Buy a bag')
  await subtask.press('Enter')
  await page.getByLabel('Title of the subtask “Buy a bag”').waitFor()
  await title.fill('No')
  await title.press('Escape')
  await page.reload()
  await expect.poll(() => title.inputValue(), soon).toBe('Seeds of kale')
  expect(await subtask.inputValue()).toBe('')
  expect(window.complaints).toEqual([])
})

test('a title whose task was deleted elsewhere meanwhile is reported as not saved, and is back once the task is restored', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { apiUrl } = running.product
  await signUp(page)
  await writeTasks(page, apiUrl, ['Soil', 'Seeds'])
  const { tasks } = await askApi<{ tasks: { nodes: { id: string }[] } }>(
    page,
    apiUrl,
    '{ tasks(first: 1, filter: { title: { eq: "Soil" } }) { nodes { id } } }',
  )
  const id = tasks.nodes[0]?.id
  const change = (name: string) =>
    askApi(page, apiUrl, `mutation { ${name}(input: { id: "${id}" }) { mutationId } }`)

  await typeInRow(page, 'Soil', 'Peat-free soil')
  await change('deleteTask')
  await page.getByText('“Peat-free soil” isn’t saved.').waitFor()
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds'])
  await change('restoreTask')
  const field = page.getByLabel('Title of “Soil”')
  await expect.poll(() => field.inputValue(), soon).toBe('Peat-free soil')
  await field.press('Enter')
  await expect.poll(() => readTitles(page), soon).toContain('Peat-free soil')
  expect(window.complaints).toEqual([])
})
