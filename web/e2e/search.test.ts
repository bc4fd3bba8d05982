import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, readTitles, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }

test('palette and search show open tasks first, what matched, and where and when they are', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const { apiUrl } = running.product
  await signUp(page)
  const { createList } = await askApi<{ createList: { list: { id: string } } }>(
    page,
    apiUrl,
    'mutation { createList(input: { name: "Groceries" }) { list { id } } }',
  )
  await createTask(page, { title: 'Buy oat milk', listId: createList.list.id, dueOn: '2031-03-14' })
  await createTask(page, { title: 'Crème brûlée with milk' })
  const done = await createTask(page, { title: 'Milk the cow' })
  await askApi(
    page,
    apiUrl,
    'mutation Done($id: ID!) { completeTask(input: { id: $id }) { mutationId } }',
    {
      id: done,
    },
  )

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Find a place or an action').fill('milk')
  const hits = page.getByRole('group', { name: 'Tasks' }).getByRole('option')
  await expect.poll(() => hits.count(), soon).toBe(3)
  expect(await readHits(hits)).toEqual([
    ['Crème brûlée with [milk]', 'Inbox'],
    ['Buy oat [milk]', '14 Mar 2031', 'Groceries'],
    ['[Milk] the cow', 'Inbox'],
  ])
  expect(await listViolations(page), 'palette').toEqual([])
  await page.getByLabel('Find a place or an action').fill('creme br')
  await expect.poll(() => readHits(hits), soon).toEqual([['[Crème] [br]ûlée with milk', 'Inbox']])

  await page.goto('/search?q=mil')
  await expect
    .poll(() => readTitles(page), soon)
    .toEqual(['Crème brûlée with milk', 'Buy oat milk', 'Milk the cow'])
  await expect
    .poll(() => page.locator('main mark').allInnerTexts(), soon)
    .toEqual(['mil', 'mil', 'Mil'])
  const row = page.getByRole('link', { name: /^Buy oat milk/ })
  expect(await row.innerText()).toContain('Groceries')
  expect(await row.innerText()).toContain('14 Mar 2031')
  expect(await listViolations(page), 'search').toEqual([])

  // Words that only completed tasks have are found, too.
  await page.getByLabel('Search your tasks').fill('cow')
  await expect.poll(() => readTitles(page), soon).toEqual(['Milk the cow'])
  expect(window.complaints).toEqual([])
})

test('a view that is grouped by days keeps its own order among what is overdue', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await createTask(page, { title: 'Later, urgent', dueOn: '2020-03-02', priority: 'URGENT' })
  await createTask(page, { title: 'Earlier, low', dueOn: '2020-03-01', priority: 'LOW' })
  const { createSavedView } = await askApi<{ createSavedView: { savedView: { id: string } } }>(
    page,
    running.product.apiUrl,
    `mutation { createSavedView(input: {
      name: "By day", filter: {}, groupBy: DUE_DAY, orderBy: [{ field: PRIORITY, direction: DESC }]
    }) { savedView { id } } }`,
  )
  await page.goto(`/view/${createSavedView.savedView.id}`)
  await page.getByRole('heading', { name: 'Overdue' }).waitFor()
  await expect.poll(() => readTitles(page), soon).toEqual(['Later, urgent', 'Earlier, low'])
  expect(window.complaints).toEqual([])
})

/** For each hit its title, with what is marked [in brackets], and then its details. */
function readHits(hits: Locator): Promise<string[][]> {
  return hits.evaluateAll((options) =>
    options.map((option) => {
      const [, title, details] = option.children
      const shown = [...(title?.childNodes ?? [])].map((node) =>
        node.nodeName === 'MARK' ? `[${node.textContent}]` : node.textContent,
      )
      return [shown.join(''), ...[...(details?.children ?? [])].map((one) => one.textContent ?? '')]
    }),
  )
}

/** Gives its id. */
async function createTask(page: Page, input: Record<string, unknown>): Promise<string> {
  const { createTask } = await askApi<{ createTask: { task: { id: string } } }>(
    page,
    running.product.apiUrl,
    'mutation Create($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }',
    { input },
  )
  return createTask.task.id
}
