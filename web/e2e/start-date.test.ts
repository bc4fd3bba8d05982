import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { drag } from './support/dragging.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, openTask, signUp } from './support/steps.ts'

const running = shareProduct()

const row = (page: Page, title: string) => page.locator('[data-task]', { hasText: title })
const places = (page: Page) => page.getByRole('navigation', { name: 'Places', exact: true })

function dayFromNow(days: number): string {
  return Temporal.Now.plainDateISO('UTC').add({ days }).toString()
}

test('a task that starts later waits under Later and in Upcoming, and undo brings it back', async () => {
  await using window = await openWindow(running, { timezoneId: 'UTC' })
  const { page } = window
  await signUp(page)
  await addTask(page, 'Plan the trip')
  await addTask(page, 'Buy milk')
  const inbox = places(page).getByRole('link', { name: /^Inbox/ })
  await expect.poll(() => inbox.textContent()).toBe('Inbox2 open')

  await page.keyboard.press('Escape')
  await row(page, 'Plan the trip').locator('[data-task-title]').focus()
  await page.keyboard.press('f')
  await page.getByRole('dialog', { name: 'Start date' }).waitFor()
  await page.keyboard.type('in 3 days')
  await page.keyboard.press('Enter')
  await openTask(page, /^Plan the trip/).waitFor({ state: 'detached' })
  await openTask(page, 'Buy milk').waitFor()
  await page
    .getByText(/^Starts /)
    .first()
    .waitFor()
  await expect.poll(() => inbox.textContent()).toBe('Inbox1 open')

  await page.getByRole('button', { name: 'Later', exact: true }).click()
  const later = page.getByRole('list', { name: 'Tasks that start later' })
  await later.getByRole('link', { name: /^Plan the trip.*Starts/ }).waitFor()

  await page.goto('/today')
  await page.getByText('Nothing left for today').waitFor()
  await page.goto('/all')
  await row(page, 'Buy milk').waitFor()
  expect(await row(page, 'Plan the trip').count()).toBe(0)
  await page.goto('/upcoming')
  await row(page, 'Plan the trip').waitFor()

  await row(page, 'Plan the trip').locator('[data-task-title]').focus()
  await page.keyboard.press('f')
  await page.getByRole('dialog', { name: 'Start date' }).waitFor()
  await page.keyboard.type('today')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing coming up').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await row(page, 'Plan the trip').waitFor()
  expect(window.complaints).toEqual([])
})

test('what has started is in Today with its due date, and what starts later under the day it starts', async () => {
  await using window = await openWindow(running, { timezoneId: 'UTC' })
  const { page } = window
  await signUp(page)
  const create = (title: string, start: number, due: number) =>
    askApi(
      page,
      running.product.apiUrl,
      'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }',
      { input: { title, startOn: dayFromNow(start), dueOn: dayFromNow(due) } },
    )
  await create('Write the report', -1, 20)
  await create('Pack', 12, 20)
  await create('Fly', 16, 16)
  await page.goto('/today')
  await row(page, 'Write the report').locator('[aria-label^="Due "]').waitFor()
  await expect
    .poll(() =>
      places(page)
        .getByRole('link', { name: /^Today/ })
        .textContent(),
    )
    .toBe('Today1 open')
  await page.goto('/upcoming')
  await row(page, 'Pack').waitFor()
  const titles = await page.locator('[data-task-title]').allTextContents()
  expect(titles.map((title) => title.match(/^(Pack|Fly|Write the report)/)?.[0])).toEqual([
    'Pack',
    'Fly',
  ])
  expect(window.complaints).toEqual([])
})

test('dragged to another day it starts then and is due when it was, and its tray can’t be sorted by hand', async () => {
  await using window = await openWindow(running, { timezoneId: 'UTC' })
  const { page } = window
  await signUp(page)
  const create = (title: string, start: number | null, due: number) =>
    askApi(
      page,
      running.product.apiUrl,
      'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }',
      { input: { title, startOn: start && dayFromNow(start), dueOn: dayFromNow(due) } },
    )
  const readDates = async () => {
    const query =
      '{ tasks(first: 9, orderBy: [{ field: MANUAL }]) { nodes { title startOn dueOn } } }'
    type Answer = { tasks: { nodes: { title: string; startOn: string; dueOn: string }[] } }
    return (await askApi<Answer>(page, running.product.apiUrl, query)).tasks.nodes
  }
  await create('Pack', 5, 20)
  await create('Buy a map', 6, 20)
  await create('Fly', null, 9)
  await page.goto('/upcoming')
  await row(page, 'Fly').hover()
  await page.getByRole('button', { name: 'More actions of “Fly”' }).waitFor()
  await drag(row(page, 'Pack').locator('[data-task-title]'), row(page, 'Fly'))
  await page
    .getByText(/^Starts /)
    .first()
    .waitFor()
  const moved = { title: 'Pack', startOn: dayFromNow(9), dueOn: dayFromNow(20) }
  await expect.poll(readDates).toContainEqual(moved)

  const before = await readDates()
  await page.goto('/inbox')
  await page.getByRole('button', { name: /^Later/ }).click()
  await row(page, 'Pack').hover()
  await page.getByRole('button', { name: 'More actions of “Pack”' }).waitFor()
  await row(page, 'Pack').locator('[data-task-title]').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('y')
  await page.getByText('Due today', { exact: false }).first().waitFor()
  expect(await page.getByText(/^Moved/).count()).toBe(0)
  expect((await readDates()).map(({ title }) => title)).toEqual(before.map(({ title }) => title))
  expect(window.complaints).toEqual([])
})

test('a line that says when to start says so when it isn’t shown here', async () => {
  await using window = await openWindow(running, { timezoneId: 'UTC' })
  const { page } = window
  await signUp(page)
  await page.getByLabel('Add a task').fill('Pack starting in 3 days')
  await page.getByLabel('Add a task').press('Enter')
  await page
    .getByText(/^Added “Pack” to your inbox · from /)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  const later = page.getByRole('list', { name: 'Tasks that start later' })
  await later.getByRole('link', { name: /^Pack/ }).waitFor()
  expect(window.complaints).toEqual([])
})
