import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import {
  askApi,
  openTask,
  readTitles,
  reloadWhenSaved,
  sendTasks,
  signUp,
  undo,
  writeTasks,
} from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }
const five = ['Soil', 'Seeds', 'Pots', 'Water', 'Patience']

/** Signs somebody up who has five tasks in the inbox. */
async function startWithFive(page: Page): Promise<void> {
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, five)
}

function bar(page: Page) {
  return page.getByRole('region', { name: 'Selected tasks' })
}

function readSelected(page: Page): Promise<string[]> {
  return page
    .locator('[data-selected] [data-task-title] > span:first-child')
    .evaluateAll((titles) => titles.map((title) => title.textContent ?? ''))
}

test('the keyboard selects rows and ranges, completes them at once, and takes it back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFive(page)
  await openTask(page, 'Soil').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await expect.poll(() => readSelected(page)).toEqual(['Soil', 'Pots', 'Water'])
  await page.getByRole('status').filter({ hasText: '3 selected' }).waitFor()
  await page.keyboard.press('Shift+ArrowUp')
  await expect.poll(() => readSelected(page)).toEqual(['Soil', 'Pots'])

  await page.keyboard.press('e')
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds', 'Water', 'Patience'])
  await bar(page).waitFor({ state: 'detached' })
  await undo(page, 'Completed 2 tasks')
  await expect.poll(() => readTitles(page), soon).toEqual(five)
  await reloadWhenSaved(page)
  await expect.poll(() => readTitles(page), soon).toEqual(five)
  expect(window.complaints).toEqual([])
})

test('Ctrl-click selects one more and Shift-click all up to it; Esc selects none', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFive(page)
  await openTask(page, 'Seeds').click({ modifiers: ['Control'] })
  await openTask(page, 'Water').click({ modifiers: ['Shift'] })
  await expect.poll(() => readSelected(page)).toEqual(['Seeds', 'Pots', 'Water'])
  await page.getByRole('link', { name: 'Pots selected' }).click({ modifiers: ['Control'] })
  await expect.poll(() => readSelected(page)).toEqual(['Seeds', 'Water'])
  expect(page.url()).toMatch(/\/inbox$/)
  await page.keyboard.press('Escape')
  await expect.poll(() => readSelected(page)).toEqual([])
  await page.getByRole('status').filter({ hasText: 'Nothing selected' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('the bar changes day, list, tags and priority of all, each with one undo', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFive(page)
  await openTask(page, 'Soil').focus()
  await page.keyboard.press('Control+a')
  await bar(page).getByText('5 selected').waitFor()

  await page.keyboard.press('2')
  await page.getByText('Changed the priority of 5 tasks').waitFor()
  await page.keyboard.press('t')
  await page.getByLabel('Find or create a tag').fill('garden')
  await page.keyboard.press('Enter')
  await page.getByText('5 tasks: tagged “garden”').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Find or create a tag').waitFor({ state: 'detached' })
  await page.keyboard.press('d')
  await page.getByLabel('Due date in words').fill('tomorrow')
  await page.keyboard.press('Enter')
  await page.getByText('5 tasks: due tomorrow').waitFor()
  const row = page.locator('[data-task]', { hasText: 'Pots' })
  await row.getByText('Tomorrow').waitFor()
  await reloadWhenSaved(page)
  await row.getByText('Tomorrow').waitFor()
  await row.getByText('@garden').waitFor()
  await row.getByRole('checkbox', { name: 'Complete “Pots”, high priority' }).waitFor()

  await page.getByRole('button', { name: 'New list' }).click()
  await page.getByLabel('Name of the new list').fill('Home')
  await page.keyboard.press('Enter')
  await page.getByText('This list is empty').waitFor()
  await page
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click()
  await openTask(page, 'Soil')
    .or(page.getByRole('link', { name: /^Soil/ }))
    .first()
    .focus()
  await page.keyboard.press('Control+a')
  await bar(page).getByRole('button', { name: 'List' }).click()
  await page.getByRole('option', { name: 'Home' }).click()
  await page.getByText('Your inbox is empty').waitFor()
  await undo(page, '5 tasks: moved to “Home”')
  await expect.poll(() => readTitles(page), soon).toEqual(five)
  expect(window.complaints).toEqual([])
})

test('of many, those that are refused are reported with the reason, and a refusal of all rolls back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFive(page)
  const { apiUrl } = running.product
  const { tasks } = await askApi<{ tasks: { nodes: { id: string; title: string }[] } }>(
    page,
    apiUrl,
    '{ tasks { nodes { id title } } }',
  )
  const soil = tasks.nodes.find(({ title }) => title === 'Soil')
  await page.keyboard.press('Control+a')
  await bar(page).getByText('5 selected').waitFor()
  // Another of the person's programs deletes one of them before the answer comes.
  await page.route(`${apiUrl}/graphql`, async (route) => {
    if (route.request().postData()?.includes('mutation CompleteTasks')) {
      await askApi(
        page,
        apiUrl,
        'mutation Delete($input: DeleteTaskInput!) { deleteTask(input: $input) { mutationId } }',
        { input: { id: soil?.id } },
      )
    }
    await route.continue()
  })
  await page.keyboard.press('e')
  const partly = '1 of 5 couldn’t be completed. The task is in the trash.'
  await page.getByText(partly).waitFor()
  await page.unroute(`${apiUrl}/graphql`)

  await undo(page, partly)
  await expect.poll(() => readTitles(page), soon).toEqual(five.slice(1))
  await page.route(`${apiUrl}/graphql`, (route) =>
    route.request().postData()?.includes('mutation DeleteTasks') ? route.abort() : route.continue(),
  )
  await openTask(page, 'Seeds').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await page.getByText('4 tasks are still here. Tend can’t be reached right now.').waitFor()
  await expect.poll(() => readTitles(page), soon).toEqual(five.slice(1))
})

test('all of a long list is selected, also what isn’t loaded yet', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const titles = Array.from({ length: 130 }, (_, index) => `Task ${index}`)
  await sendTasks(page, running.product.apiUrl, titles)
  await page.getByText('Task 0', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('Task 0', { exact: true }).waitFor()
  await page.keyboard.press('Control+a')
  await bar(page).getByText('130 selected').waitFor()
  await bar(page).getByRole('button', { name: 'Move to the trash' }).click()
  await page.getByText('Your inbox is empty').waitFor()
  await page.getByRole('link', { name: 'Trash' }).click()
  await page.getByRole('heading', { name: 'Trash', level: 1 }).waitFor()
  await page.locator('[data-task]').first().waitFor()
  await page.keyboard.press('Control+a')
  await bar(page).getByText('130 selected').waitFor()
  await bar(page).getByRole('button', { name: 'Restore' }).click()
  await page.getByText('No deleted tasks').waitFor()
  expect(window.complaints).toEqual([])
})

test('the row in focus stays above the bar while something is selected', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const titles = Array.from({ length: 29 }, (_, index) => `Task ${index}`)
  await sendTasks(page, running.product.apiUrl, titles)
  await openTask(page, 'Task 0').focus()
  await page.keyboard.press('x')
  const barTop = (await bar(page).boundingBox())?.y
  for (const title of titles.slice(1, 25)) {
    await page.keyboard.press('j')
    const row = page.locator('[data-task-title]:focus').filter({ hasText: title })
    const bottom = await row.evaluate((focused) => focused.getBoundingClientRect().bottom)
    expect(bottom, title).toBeLessThanOrEqual(barTop ?? 0)
  }
})

test('a title is edited in its row; one that is refused stays with the reason', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFive(page)
  await openTask(page, 'Pots').focus()
  await page.keyboard.press('F2')
  await page.getByLabel('Title of “Pots”').fill('Clay pots')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => openTask(page, 'Clay pots').evaluate((e) => e === document.activeElement), soon)
    .toBe(true)

  await page.keyboard.press('F2')
  await page.getByLabel('Title of “Clay pots”').fill('x'.repeat(501))
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '500' }).waitFor()
  await expect(page.getByLabel('Title of “Clay pots”').inputValue()).resolves.toHaveLength(501)
  await page.keyboard.press('Escape')
  await expect
    .poll(() => openTask(page, 'Clay pots').evaluate((e) => e === document.activeElement), soon)
    .toBe(true)

  await page.route(`${running.product.apiUrl}/graphql`, (route) =>
    route.request().postData()?.includes('mutation') ? route.abort() : route.continue(),
  )
  await page.keyboard.press('F2')
  await page.getByLabel('Title of “Clay pots”').fill('Stone pots')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'can’t be reached' }).waitFor()
  await expect(page.getByLabel('Title of “Clay pots”').inputValue()).resolves.toBe('Stone pots')
})

test('a long press selects, and then every tap does', async () => {
  await using window = await openWindow(running, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const { page } = window
  await startWithFive(page)
  const box = await openTask(page, 'Seeds').boundingBox()
  const touch = await page.context().newCDPSession(page)
  const point = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 10 }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
  await bar(page).getByText('1 selected').waitFor()
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await openTask(page, 'Water').tap()
  await expect.poll(() => readSelected(page)).toEqual(['Seeds', 'Water'])
  expect(page.url()).toMatch(/\/inbox$/)
  expect(window.complaints).toEqual([])
})

for (const [look, options] of Object.entries({
  light: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  dark: { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
} as const)) {
  test(`axe finds nothing with rows selected and the bar open, ${look}`, async () => {
    await using window = await openWindow(running, options)
    const { page } = window
    await startWithFive(page)
    await openTask(page, 'Seeds').click({ modifiers: ['Control'] })
    await openTask(page, 'Water').click({ modifiers: ['Shift'] })
    await bar(page).waitFor()
    expect(await listViolations(page), 'bar').toEqual([])
    for (const name of ['Due date', 'List', 'Tags', 'Priority']) {
      await bar(page).getByRole('button', { name }).click()
      await page.locator('[role="dialog"], [role="listbox"]').first().waitFor()
      expect(await listViolations(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('[role="dialog"], [role="listbox"]').first().waitFor({ state: 'detached' })
    }
    expect(window.complaints).toEqual([])
  })
}

/** The number of the task whose row is the topmost in sight; 0 while none is. */
function readTopRow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-task]')]
    const top = rows.find((row) => row.getBoundingClientRect().top >= 0)
    return Number(/\d+/.exec(top?.textContent ?? '')?.[0] ?? 0)
  })
}

test('of a long list only the rows in sight are in the page, and the row in focus wherever one scrolls', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const titles = Array.from({ length: 300 }, (_, index) => `Task ${index}`)
  await sendTasks(page, running.product.apiUrl, titles)
  await openTask(page, 'Task 2').focus()
  for (const nth of [60, 200, 299]) {
    await expect
      .poll(async () => {
        const inSight = await readTopRow(page)
        // On a busy machine the wheel scrolls past it before the page has painted it.
        await page.mouse.wheel(0, inSight > nth ? -400 : 900)
        return openTask(page, titles[nth] ?? '').isVisible()
      }, soon)
      .toBe(true)
  }
  expect(await page.locator('[data-task]').count()).toBeLessThan(80)
  expect(await openTask(page, 'Task 150').count()).toBe(0)
  expect(await openTask(page, 'Task 2').evaluate((row) => row === document.activeElement)).toBe(
    true,
  )
  await page.keyboard.press('ArrowDown')
  const next = openTask(page, 'Task 3')
  expect(await next.evaluate((row) => row === document.activeElement)).toBe(true)
  await expect
    .poll(
      () =>
        openTask(page, 'Task 0')
          .isVisible()
          .then(async (seen) => {
            await page.mouse.wheel(0, -900)
            return seen
          }),
      soon,
    )
    .toBe(true)
  expect((await readTitles(page)).slice(0, 10)).toEqual(titles.slice(0, 10))
  expect(window.complaints).toEqual([])
})
