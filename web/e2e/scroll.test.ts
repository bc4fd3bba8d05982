import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, openTask, signUp } from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }

/** Rows of several heights: some have notes, some a day as well. */
const tasks = Array.from({ length: 200 }, (_, index) => ({
  title: `Task ${index}${index % 7 === 0 ? ' and many more words'.repeat(9) : ''}`,
  ...(index % 3 === 0 && { description: 'notes' }),
}))

/** Signs somebody up with 200 tasks, and scrolls down to one in the middle. */
async function scrollDown(page: Page): Promise<void> {
  await signUp(page)
  await askApi(
    page,
    running.product.apiUrl,
    'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { mutationId } }',
    { input: { tasks } },
  )
  await openTask(page, 'Task 5').waitFor()
  await scrollTo(page, 'Task 120')
}

async function scrollTo(page: Page, title: string): Promise<void> {
  // A step of the wheel may still be scrolling at the next check.
  while (!(await isOnScreen(page, title))) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(150)
  }
}

function isOnScreen(page: Page, title: string): Promise<boolean> {
  return page.evaluate((name) => {
    const rows = [...document.querySelectorAll('[data-task]')]
    const { top = -1 } =
      rows.find((row) => row.textContent?.startsWith(name))?.getBoundingClientRect() ?? {}
    return top > 0 && top < innerHeight
  }, title)
}

test('Back leads to where one was in a list, also after a reload', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await scrollDown(page)
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.goBack()
  await expect.poll(() => isOnScreen(page, 'Task 120'), soon).toBe(true)
  // The new position counts the next time.
  await page.mouse.wheel(0, -2_000)
  await expect.poll(() => isOnScreen(page, 'Task 120'), soon).toBe(false)
  await page.waitForTimeout(300)
  const y = await page.evaluate(() => scrollY)
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await page.goBack()
  await expect.poll(() => page.evaluate(() => scrollY), soon).toBe(y)
  await scrollTo(page, 'Task 120')
  await page.reload()
  await expect.poll(() => isOnScreen(page, 'Task 120'), soon).toBe(true)
  expect(window.complaints).toEqual([])
})

test('on a phone, closing a task leads to where one was in its list', async () => {
  await using window = await openWindow(running, { viewport: { width: 390, height: 844 } })
  const { page } = window
  await scrollDown(page)
  await openTask(page, /^Task 120/).click()
  await page.getByLabel('Title', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Close task' }).click()
  await expect.poll(() => isOnScreen(page, 'Task 120'), soon).toBe(true)
  await openTask(page, /^Task 120/).click()
  await page.getByLabel('Title', { exact: true }).waitFor()
  await page.goBack()
  await expect.poll(() => isOnScreen(page, 'Task 120'), soon).toBe(true)
  expect(window.complaints).toEqual([])
})
