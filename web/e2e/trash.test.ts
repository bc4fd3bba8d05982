import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, problem, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const ask = <Data>(page: Page, query: string, variables: object = {}) =>
  askApi<Data>(page, running.product.apiUrl, query, variables)

/** Makes tasks and puts them into the trash, the first one last, so that it is on top. */
async function trash(page: Page, ...titles: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const title of titles.toReversed()) {
    const { createTask } = await ask<{ createTask: { task: { id: string } } }>(
      page,
      'mutation ($title: String!) { createTask(input: { title: $title }) { task { id } } }',
      { title },
    )
    const { id } = createTask.task
    await ask(page, 'mutation ($id: ID!) { deleteTask(input: { id: $id }) { mutationId } }', { id })
    ids.unshift(id)
  }
  return ids
}

async function trashMany(page: Page, count: number): Promise<void> {
  const tasks = Array.from({ length: count }, (_, nth) => ({
    id: crypto.randomUUID(),
    title: `Old ${nth + 1}`,
  }))
  await ask(
    page,
    'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { changedCount } }',
    {
      input: { tasks },
    },
  )
  await ask(
    page,
    'mutation ($input: DeleteTasksInput!) { deleteTasks(input: $input) { changedCount } }',
    {
      input: { ids: tasks.map(({ id }) => id) },
    },
  )
}

async function trashList(page: Page, name: string): Promise<void> {
  const { createList } = await ask<{ createList: { list: { id: string } } }>(
    page,
    'mutation ($name: String!) { createList(input: { name: $name }) { list { id } } }',
    { name },
  )
  const { id } = createList.list
  await ask(
    page,
    'mutation ($id: ID!) { createTask(input: { title: "In it", listId: $id }) { mutationId } deleteList(input: { id: $id }) { mutationId } }',
    { id },
  )
}

const row = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Trash' }).getByRole('link', { name: title })
const question = (page: Page) => page.getByRole('dialog').filter({ hasText: 'can’t be undone' })
const focusedTitle = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('[dir="auto"]')?.textContent)

async function countTrash(page: Page): Promise<number> {
  const { tasks } = await ask<{ tasks: { totalCount: number } }>(
    page,
    '{ tasks(filter: { deleted: { eq: true } }) { totalCount } }',
  )
  return tasks.totalCount
}

test('a row says how long it stays, and is deleted for good once that is confirmed', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await trash(page, 'Old plan', 'Older plan', 'Oldest plan')
  await page.goto('/trash')
  await row(page, 'Old plan').first().waitFor()
  await page.getByText('30 days left').first().waitFor()
  await row(page, 'Older plan').hover()
  await page.getByRole('button', { name: 'Delete “Older plan” for good' }).click()
  await page.getByRole('dialog', { name: 'Delete “Older plan” for good?' }).waitFor()
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Cancel' }).click()
  await question(page).waitFor({ state: 'detached' })
  expect(await countTrash(page)).toBe(3)

  await row(page, 'Older plan').hover()
  await page.getByRole('button', { name: 'Delete “Older plan” for good' }).click()
  await question(page).getByRole('button', { name: 'Delete for good' }).click()
  await page.getByText('Deleted “Older plan” for good').waitFor()
  await row(page, 'Older plan').waitFor({ state: 'detached' })
  await expect.poll(() => focusedTitle(page)).toBe('Oldest plan')
  expect(await countTrash(page)).toBe(2)
  // Undo is about what came before: it says that nothing can bring this back, or finds nothing.
  await page.reload()
  await row(page, 'Oldest plan').waitFor()
  expect(await row(page, 'Older plan').count()).toBe(0)
  expect(await listViolations(page)).toEqual([])
  expect(window.complaints).toEqual([])
})

test('by keyboard alone a row, a row by its menu, and all that is selected are deleted for good', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await trash(page, 'One', 'Two', 'Three', 'Four')
  await page.goto('/trash')
  await row(page, 'One').waitFor()
  await page.getByRole('button', { name: 'Restore “One”' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Backspace')
  await page.getByRole('dialog', { name: 'Delete “One” for good?' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Escape')
  await question(page).waitFor({ state: 'detached' })
  await expect.poll(() => focusedTitle(page)).toBe('One')
  await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await row(page, 'One').waitFor({ state: 'detached' })
  await expect.poll(() => focusedTitle(page)).toBe('Two')

  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Restore' }).waitFor()
  expect(await page.getByRole('menuitem').allTextContents()).toHaveLength(2)
  await page.keyboard.press('End')
  await page
    .getByRole('menuitem', { name: 'Delete for good' })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Delete “Two” for good?' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await row(page, 'Two').waitFor({ state: 'detached' })
  await expect.poll(() => focusedTitle(page)).toBe('Three')

  await page.keyboard.press('ControlOrMeta+a')
  await page.getByText('2 selected', { exact: true }).first().waitFor()
  await page.keyboard.press('Delete')
  await page.getByRole('dialog', { name: 'Delete 2 tasks for good?' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Deleted 2 tasks for good').waitFor()
  await page.getByText('No deleted tasks').waitFor()
  // Nothing is left to focus but the title of the place.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await countTrash(page)).toBe(0)
  expect(window.complaints).toEqual([])
})

test('the trash is emptied with its lists, from its place and from the palette', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await trash(page, 'One', 'Two')
  await trashList(page, 'Trip')
  await trashList(page, 'Garden')
  await page.goto('/trash')
  await page.getByRole('button', { name: 'Delete “Garden” for good, with its tasks' }).click()
  await question(page).getByText('The list and its 1 task will be deleted for good.').waitFor()
  await question(page).getByRole('button', { name: 'Delete for good' }).click()
  await page.getByText('Deleted “Garden” for good').waitFor()
  await page.getByText('Garden', { exact: true }).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Empty trash' }).click()
  await question(page).getByText('3 tasks and 1 list will be deleted for good.').waitFor()
  expect(await listViolations(page)).toEqual([])
  await question(page).getByRole('button', { name: 'Empty trash' }).click()
  await page.getByText('The trash is empty').waitFor()
  await page.getByText('No deleted tasks').waitFor()
  await page.getByText('Trip', { exact: true }).waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: 'Empty trash' }).count()).toBe(0)
  expect(await countTrash(page)).toBe(0)

  await trash(page, 'Three')
  await page.goto('/inbox')
  await page.getByText('Your inbox is empty').waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Find a place or an action').fill('Empty')
  await page.getByRole('option', { name: 'Empty the trash' }).waitFor()
  await page.keyboard.press('Enter')
  await question(page).getByText('1 task will be deleted for good.').waitFor()
  await question(page).getByRole('button', { name: 'Empty trash' }).click()
  await question(page).waitFor({ state: 'detached' })
  expect(await countTrash(page)).toBe(0)
  expect(window.complaints).toEqual([])
})

test('a large trash is emptied in pieces with its progress, and a failure keeps the question', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await trashMany(page, 1_000)
  await trashMany(page, 500)
  await page.goto('/trash')
  await page.getByRole('button', { name: 'Empty trash' }).click()
  await question(page).getByText('1,500 tasks will be deleted for good.').waitFor()

  const isEmptying = (body: string | null) => body?.includes('emptyTrash') ?? false
  await page.route(`${running.product.apiUrl}/graphql`, (route) =>
    isEmptying(route.request().postData()) ? route.abort() : route.fallback(),
  )
  await question(page).getByRole('button', { name: 'Empty trash' }).click()
  await problem(page).waitFor()
  await question(page).getByRole('button', { name: 'Try again' }).waitFor()
  expect(await countTrash(page)).toBe(1_500)
  await page.unroute(`${running.product.apiUrl}/graphql`)

  // The second piece waits until the progress of the first has been seen.
  let pieces = 0
  const seen = Promise.withResolvers<void>()
  await page.route(`${running.product.apiUrl}/graphql`, async (route) => {
    if (isEmptying(route.request().postData())) {
      pieces += 1
      if (pieces === 2) await seen.promise
    }
    await route.fallback()
  })
  await question(page).getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Deleted 1,000 of 1,500').waitFor()
  expect(await page.getByRole('progressbar').getAttribute('value')).toBe('1000')
  seen.resolve()
  await page.getByText('The trash is empty').waitFor()
  await page.getByText('No deleted tasks').waitFor()
  expect(pieces).toBe(2)
  expect(await countTrash(page)).toBe(0)
})

test('an open task in the trash is deleted for good, and its panel closes', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const [id] = await trash(page, 'Open one', 'Other')
  await page.goto(`/trash/task/${id}`)
  await page.getByText('This task is in the trash.').waitFor()
  expect(await listViolations(page)).toEqual([])
  await page
    .getByRole('group', { name: 'Task “Open one”' })
    .getByRole('button', { name: 'Delete for good' })
    .click()
  await question(page).getByRole('button', { name: 'Delete for good' }).click()
  await page.waitForURL('**/trash')
  await row(page, 'Open one').waitFor({ state: 'detached' })
  await row(page, 'Other').waitFor()
  expect(window.complaints).toEqual([])
})

test('what another device deletes for good leaves the trash here', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const [id] = await trash(page, 'Elsewhere', 'Here')
  await page.goto('/trash')
  await row(page, 'Elsewhere').waitFor()
  await ask(page, 'mutation ($id: ID!) { deleteTaskForGood(input: { id: $id }) { mutationId } }', {
    id,
  })
  await row(page, 'Elsewhere').waitFor({ state: 'detached' })
  expect(await row(page, 'Here').count()).toBe(1)
})

test('the trash and what is completed are searched by words, and Escape shows all again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await trash(page, 'Paint the fence', 'Mow the lawn')
  await trashList(page, 'Fences')
  await page.goto('/trash')
  await row(page, 'Mow the lawn').waitFor()
  const field = page.getByRole('searchbox', { name: 'Search Trash' })
  await field.fill('fen')
  await row(page, 'Mow the lawn').waitFor({ state: 'detached' })
  await row(page, 'Paint the fence').waitFor()
  await page.getByText('Fences', { exact: true }).waitFor()
  await field.fill('nowhere')
  await page.getByText('Nothing here matches “nowhere”').waitFor()
  await page.getByText('Fences', { exact: true }).waitFor({ state: 'detached' })
  expect(await listViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Clear search' }).click()
  await row(page, 'Mow the lawn').waitFor()
  await page.locator('input[type="search"]:focus').waitFor()
  // Signs alone are nothing to search for.
  await field.fill('-')
  await row(page, 'Mow the lawn').waitFor()

  for (const title of ['Water the plants', 'Call the bank'])
    await ask(
      page,
      'mutation ($id: ID!, $title: String!) { createTask(input: { id: $id, title: $title }) { mutationId } completeTask(input: { id: $id }) { mutationId } }',
      { id: crypto.randomUUID(), title },
    )
  await page.goto('/completed')
  const done = (title: string) =>
    page.getByRole('list', { name: 'Completed' }).getByRole('link', { name: title })
  await done('Call the bank').waitFor()
  const completed = page.getByRole('searchbox', { name: 'Search Completed' })
  await completed.fill('PLANT')
  await done('Call the bank').waitFor({ state: 'detached' })
  await done('Water the plants').waitFor()
  await completed.fill('zzz')
  await page.getByText('Nothing here matches “zzz”').waitFor()
  await completed.press('Escape')
  await done('Call the bank').waitFor()
  expect(await completed.inputValue()).toBe('')
  expect(window.complaints).toEqual([])
})

test('on a phone the trash is read, searched, and emptied by touch', async () => {
  await using window = await openWindow(running, phone)
  const { page } = window
  await signUp(page)
  await trash(page, 'A rather long title of a task that goes on for more than one line', 'Short')
  await page.goto('/trash')
  await page.getByRole('button', { name: 'Delete “Short” for good' }).waitFor()
  await page.getByText('30 days left').first().waitFor()
  expect(await listViolations(page)).toEqual([])
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('searchbox', { name: 'Search Trash' }).fill('short')
  await row(page, 'A rather long').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Clear search' }).tap()
  await row(page, 'A rather long').waitFor()
  await page.getByRole('button', { name: 'Delete “Short” for good' }).tap()
  await question(page).getByRole('button', { name: 'Delete for good' }).tap()
  await row(page, 'Short').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Empty trash' }).tap()
  await question(page).getByText('1 task will be deleted for good.').waitFor()
  expect(await listViolations(page)).toEqual([])
  await question(page).getByRole('button', { name: 'Empty trash' }).tap()
  await page.getByText('No deleted tasks').waitFor()
  expect(window.complaints).toEqual([])
})
