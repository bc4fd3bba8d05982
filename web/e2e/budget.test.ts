import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { openTask, sendTasks, sendToApi, signUp } from './support/steps.ts'

// A page of a hundred tasks is some 1,300 points.
const running = shareProduct(async () => ({
  QUERY_MAX_COST: '5000',
  BUDGET_POINTS: '8000',
  BUDGET_POINTS_PER_SECOND: '500',
}))

/** Sends large requests in the person's name until the budget is used up. */
async function useUpBudget(page: Page): Promise<void> {
  const query = '{ tasks(first: 100) { nodes { tags { name } } } }'
  let status: number
  do {
    status = (await sendToApi(page, running.product.apiUrl, query)).status
  } while (status === 200)
  expect(status).toBe(429)
}

/** How many tasks the list has loaded. */
async function countLoaded(page: Page): Promise<number> {
  const rows = page.getByRole('list', { name: 'Open tasks' }).getByRole('listitem')
  return Number(await rows.first().getAttribute('aria-setsize'))
}

test('a list goes on by itself when there is room in the budget again, and asks no more than it has to', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const titles = Array.from({ length: 200 }, (_, index) => `Task ${index + 1}`)
  await sendTasks(page, running.product.apiUrl, titles)
  await page.goto('/inbox')
  await openTask(page, 'Task 1').waitFor()
  // The first tasks and those after them; the rest loads when it is scrolled to.
  await expect.poll(() => countLoaded(page)).toBe(130)
  const statuses: number[] = []
  page.on('response', (response) => {
    if (response.request().postDataJSON()?.operationName === 'TaskPage')
      statuses.push(response.status())
  })
  await useUpBudget(page)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.getByRole('main').getByText('Loading').waitFor()
  await expect.poll(() => countLoaded(page), { timeout: 20_000 }).toBe(200)
  expect(statuses).toContain(429)
  expect(statuses.length).toBeLessThan(6)
})
