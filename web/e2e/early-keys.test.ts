import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { listFirstScripts } from './support/first-scripts.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, openTask, reloadWhenSaved, signUp, writeTasks } from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 30_000, interval: 500 }

/** Signs somebody up with three tasks, and reloads over a slow line until they are painted. */
async function startSlowly(page: Page): Promise<() => Promise<void>> {
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['One', 'Two', 'Three'])
  const hurry = await slowDown(page)
  await page.reload({ waitUntil: 'commit' })
  await openTask(page, 'One').waitFor()
  return hurry
}

/** Slows the network to 400 ms and 50 kB/s; gives the function that makes it fast again. */
async function slowDown(page: Page): Promise<() => Promise<void>> {
  const browser = await page.context().newCDPSession(page)
  const setLine = (latency: number, bytesPerSecond: number) =>
    browser.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
  await browser.send('Network.enable')
  await browser.send('Network.setCacheDisabled', { cacheDisabled: true })
  await setLine(400, 50_000)
  return async () => void (await setLine(0, -1))
}

/** The tasks that are completed or have a due date, which nobody asked for. */
async function listTouched(page: Page): Promise<unknown[]> {
  const { tasks } = await askApi<{
    tasks: { nodes: { title: string; completed: boolean; dueOn: string | null }[] }
  }>(page, running.product.apiUrl, '{ tasks { nodes { title completed dueOn } } }')
  return tasks.nodes.filter(({ completed, dueOn }) => completed || dueOn)
}

test('Tab right after a step to a row is the row’s, though neither had its code yet', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const create = async (input: object) => {
    const { createTask } = await askApi<{ createTask: { task: { id: string } } }>(
      page,
      running.product.apiUrl,
      'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }',
      { input },
    )
    return createTask.task.id
  }
  const parentId = await create({ title: 'Seeds' })
  await create({ title: 'Water', parentId, dueOn: new Date().toISOString().slice(0, 10) })
  const hurry = await slowDown(page)
  await page.goto('/today', { waitUntil: 'commit' })
  await page.locator('[data-task]', { hasText: 'Water' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+Tab')
  await hurry()
  await page.getByText('Moved “Water” out of “Seeds”').waitFor()
  expect(window.complaints).toEqual([])
})

test('a task that is typed as soon as the page is painted is written whole', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const hurry = await startSlowly(page)
  await page.keyboard.press('q')
  await page.keyboard.type('Early typed task', { delay: 70 })
  const field = page.getByLabel('Add a task')
  await expect.poll(() => field.inputValue(), soon).toBe('Early typed task')
  await page.keyboard.type(' late')
  await hurry()
  expect(await field.inputValue()).toBe('Early typed task late')
  expect(await listTouched(page)).toEqual([])
  expect(window.complaints).toEqual([])
})

test.for([
  ['t', 'errand', 'Find or create a tag'],
  ['l', 'reserve', 'Find a list'],
  ['d', 'tue', 'Due date in words'],
] as const)(
  'after %s, %s is for what that opens, however long it loads',
  async ([key, text, label]) => {
    await using window = await openWindow(running)
    const { page } = window
    const hurry = await startSlowly(page)
    await page.keyboard.press('j')
    await page.keyboard.press(key)
    await page.keyboard.type(text, { delay: 70 })
    const field = page.getByLabel(label)
    await field.waitFor(soon)
    await expect.poll(() => field.inputValue(), soon).toBe(text)
    await hurry()
    expect(await listTouched(page)).toEqual([])
    expect(window.complaints).toEqual([])
  },
)

test('after Ctrl K in a field, what is typed is for the palette, however long it loads', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const hurry = await slowDown(page)
  const field = page.getByLabel('Add a task')
  await field.click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('today', { delay: 70 })
  const palette = page.getByRole('dialog').getByRole('combobox')
  await palette.waitFor(soon)
  await expect.poll(() => palette.inputValue(), soon).toBe('today')
  await hurry()
  expect(await field.inputValue()).toBe('')
  expect(window.complaints).toEqual([])
})

test('keys that open something do nothing with a deleted task, and those after them go on', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['One', 'Two'])
  for (const title of ['One', 'Two']) {
    await openTask(page, title).focus()
    await page.keyboard.press('Delete')
  }
  // Leaving the page would take along what hasn't been sent.
  await reloadWhenSaved(page)
  await page.goto('/trash')
  await page.locator('[data-task]').nth(1).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await page.keyboard.press('j')
  const second = page.locator('[data-task]').nth(1).locator('[data-task-title]')
  expect(await second.evaluate((title) => title === document.activeElement)).toBe(true)
  await page.keyboard.press('s')
  await page.getByText('This task is in the trash.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('[data-task-panel]').waitFor({ state: 'detached' })
  expect(window.complaints).toEqual([])
})

test.for([
  ['d', 'tue', 'Due date in words'],
  ['l', 'reserve', 'Find a list'],
  ['t', 'errand', 'Find or create a tag'],
  ['n', 'dwed e', 'Notes, in Markdown'],
  ['s', 'dwed e', 'Add a subtask'],
] as const)(
  '%s, whose code takes two seconds, has %s when it comes',
  async ([key, text, label]) => {
    await using window = await openWindow(running)
    const { page } = window
    await signUp(page)
    await writeTasks(page, running.product.apiUrl, ['One', 'Two', 'Three'])
    await page.reload()
    await page.locator('[data-row-actions]').first().waitFor({ state: 'attached' })
    await page.route(/_next\/static\/chunks/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      await route.continue()
    })
    await openTask(page, 'One').focus()
    await page.keyboard.press(key)
    await page.keyboard.type(text, { delay: 70 })
    const field = page.getByLabel(label)
    await field.waitFor(soon)
    await expect.poll(() => field.inputValue(), soon).toBe(text)
    expect(await listTouched(page)).toEqual([])
    expect(window.complaints).toEqual([])
  },
)

test('all rows are selected once the code for that has loaded, though that takes long after the page is there', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, ['One', 'Two', 'Three'])
  const first = (await listFirstScripts(page)).map(({ name }) => name)
  await page.route(/_next\/static\/chunks/, async (route) => {
    const isFirst = first.some((name) => route.request().url().endsWith(name))
    if (!isFirst) await new Promise((resolve) => setTimeout(resolve, 4_000))
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await openTask(page, 'One').waitFor()
  await page.keyboard.press('Control+a')
  await page.getByRole('region', { name: 'Selected tasks' }).getByText('3 selected').waitFor()
  expect(window.complaints).toEqual([])
})
