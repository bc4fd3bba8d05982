import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, type Window } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, openTask, readTitles, signUp, undo, writeTasks } from './support/steps.ts'

const running = shareProduct()

async function startWithTrip(): Promise<Window> {
  const window = await openWindow(running, { permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = window
  await signUp(page)
  const { apiUrl } = running.product
  await writeTasks(page, apiUrl, ['Trip', 'Rest'])
  const { tasks } = await askApi<{ tasks: { nodes: { id: string; title: string }[] } }>(
    page,
    apiUrl,
    '{ tasks { nodes { id title } } }',
  )
  const trip = tasks.nodes.find(({ title }) => title === 'Trip')
  await askApi(
    page,
    apiUrl,
    `mutation { createTasks(input: { tasks: [
      { title: "Pack", parentId: "${trip?.id}" }, { title: "Go", parentId: "${trip?.id}" }
    ] }) { mutationId } }`,
  )
  await page.reload()
  await openTask(page, /^Trip/).first().waitFor()
  return window
}

async function choose(page: Page, title: string, entry: string): Promise<void> {
  await openTask(page, new RegExp(`^${title}`))
    .first()
    .focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: entry }).press('Enter')
}

test('Duplicate puts a copy with its subtasks after the task, in focus, and undo takes it away', async () => {
  await using window = await startWithTrip()
  const { page } = window
  await choose(page, 'Trip', 'Duplicate')
  await page.getByText('Duplicated “Trip”').waitFor()
  await expect.poll(() => readTitles(page)).toEqual(['Trip', 'Trip', 'Rest'])
  const focusedIndex = () =>
    page
      .locator('[data-task-title]')
      .evaluateAll((titles) => titles.findIndex((title) => title.matches(':focus')))
  await expect.poll(focusedIndex).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Subtasks' }).getByText('Pack').waitFor()
  await undo(page, 'Duplicated')
  await expect.poll(() => readTitles(page)).toEqual(['Trip', 'Rest'])
  expect(window.complaints).toEqual([])
})

test('several that are selected are duplicated at once, each after its own', async () => {
  await using window = await startWithTrip()
  const { page } = window
  await openTask(page, /^Trip/).first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await page.getByText('Duplicated 2 tasks').waitFor()
  await expect.poll(() => readTitles(page)).toEqual(['Trip', 'Trip', 'Rest', 'Rest'])
  await undo(page, 'Duplicated')
  await expect.poll(() => readTitles(page)).toEqual(['Trip', 'Rest'])
  expect(window.complaints).toEqual([])
})

test('a task is copied as text, as Markdown and as a link that opens it, from the menu and the palette', async () => {
  await using window = await startWithTrip()
  const { page } = window
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await choose(page, 'Trip', 'Copy as text')
  await expect.poll(clipboard).toBe('Trip\n  Pack\n  Go')
  await page.getByText('Copied “Trip”').waitFor()
  await openTask(page, /^Trip/).first().focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('copy as mark')
  await page.keyboard.press('Enter')
  await expect.poll(clipboard).toBe('- [ ] Trip\n    - [ ] Pack\n    - [ ] Go')
  await choose(page, 'Rest', 'Copy link')
  await expect.poll(clipboard).toMatch(/\/task\/[0-9a-f-]{36}$/)
  await page.goto(await clipboard())
  await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Rest')
  expect(window.complaints).toEqual([])
})
