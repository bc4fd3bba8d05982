import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { drag, pickUp } from './support/dragging.ts'
import { shareProduct } from './support/shared-product.ts'
import {
  addTask,
  openTask,
  readTitles,
  reloadWhenSaved,
  sendTasks,
  signIn,
  signUp,
  undo,
  writeTasks,
} from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }
const four = ['Soil', 'Seeds', 'Pots', 'Water']

/** Signs somebody up who has four tasks in the inbox, and waits until rows can be dragged. */
async function startWithFour(page: Page): Promise<{ email: string; password: string }> {
  const person = await signUp(page)
  await writeTasks(page, running.product.apiUrl, four)
  return person
}

async function makeList(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New list' }).click()
  await page.getByLabel('Name of the new list').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('dialog', { name: 'New list' }).waitFor({ state: 'detached' })
}

function row(page: Page, title: string): Locator {
  return page.locator('[data-task]', { hasText: title })
}

/** A place of the sidebar. */
function place(page: Page, name: string): Locator {
  return page
    .getByRole('navigation', { name: 'Places' })
    .locator('[data-place]')
    .filter({ hasText: name })
    .first()
}

test('a row is dragged within its list; another window follows, and it holds after a reload', async () => {
  await using window = await openWindow(running)
  await using other = await openWindow(running)
  const { page } = window
  const person = await startWithFour(page)
  await signIn(other.page, person)
  await expect.poll(() => readTitles(other.page), soon).toEqual(four)

  await drag(openTask(page, 'Soil'), row(page, 'Pots'))
  const moved = ['Seeds', 'Pots', 'Soil', 'Water']
  await expect.poll(() => readTitles(page)).toEqual(moved)
  await page.getByText('Moved “Soil”').waitFor()
  await expect.poll(() => readTitles(other.page), soon).toEqual(moved)
  await drag(openTask(page, 'Water'), row(page, 'Seeds'), 'upper')
  await expect.poll(() => readTitles(page)).toEqual(['Water', 'Seeds', 'Pots', 'Soil'])
  await reloadWhenSaved(page)
  await expect.poll(() => readTitles(page), soon).toEqual(['Water', 'Seeds', 'Pots', 'Soil'])
  expect(page.url()).toMatch(/\/inbox$/)
  expect([...window.complaints, ...other.complaints]).toEqual([])
})

test('a row that is dragged leaves a gap that moves, and nothing else reacts on the way', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFour(page)
  const tops = async () => {
    const boxes = await Promise.all(four.map((title) => row(page, title).boundingBox()))
    return boxes.map((box) => Math.round(box?.y ?? 0))
  }
  const [soil = 0, seeds = 0, pots = 0, water = 0] = await tops()
  await pickUp(openTask(page, 'Soil'))
  // Its place stays open, and the row itself is at the pointer.
  expect(await tops()).toEqual([soil, seeds, pots, water])
  const copy = page.locator('body > [inert]', { hasText: 'Soil' })
  expect(Math.round((await copy.boundingBox())?.y ?? 0)).toBe(soil + 12)
  expect(await row(page, 'Soil').evaluate((one) => getComputedStyle(one).opacity)).toBe('0')
  const x = ((await row(page, 'Pots').boundingBox())?.x ?? 0) + 60
  const height = seeds - soil
  await page.mouse.move(x, pots + height * 0.8, { steps: 6 })
  await expect.poll(tops).toEqual([soil, seeds - height, pots - height, water])
  // In the gap, where no row lies, it stays where it is.
  await page.mouse.move(x, pots + height * 0.5, { steps: 2 })
  await page.waitForTimeout(300)
  expect(await tops()).toEqual([soil, seeds - height, pots - height, water])
  await page.mouse.move(x, pots - height * 0.7, { steps: 3 })
  await expect.poll(tops).toEqual([soil, seeds - height, pots, water])
  expect(await page.locator('[data-task]:hover').count()).toBe(0)
  expect(await page.locator('[data-row-actions] button:visible').count()).toBe(0)
  // Over the sidebar, a place is marked instead, and the gap closes.
  const today = await place(page, 'Today').boundingBox()
  await page.mouse.move((today?.x ?? 0) + 40, (today?.y ?? 0) + 12, { steps: 4 })
  await expect.poll(tops).toEqual([soil, seeds, pots, water])
  expect(await copy.isVisible()).toBe(false)
  await page.mouse.move(x, pots + height * 0.8, { steps: 6 })
  await expect.poll(tops).toEqual([soil, seeds - height, pots - height, water])
  await page.mouse.up()
  await expect.poll(() => readTitles(page)).toEqual(['Seeds', 'Pots', 'Soil', 'Water'])
  await expect.poll(tops).toEqual([pots, soil, seeds, water])
  expect(await copy.count()).toBe(0)
  expect(window.complaints).toEqual([])
})

test('Esc puts what is dragged back, and a move that is refused rolls back and says why', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFour(page)
  await pickUp(openTask(page, 'Soil'))
  await page.keyboard.press('Escape')
  await page.locator('html[data-dragging]').waitFor({ state: 'detached' })
  await page.mouse.up()
  await expect(readTitles(page)).resolves.toEqual(four)

  await page.route(`${running.product.apiUrl}/graphql`, (route) =>
    route.request().postData()?.includes('mutation MoveTask') ? route.abort() : route.continue(),
  )
  await drag(openTask(page, 'Soil'), row(page, 'Water'))
  await page.getByText('“Soil” stays where it was. Tend can’t be reached right now.').waitFor()
  await expect.poll(() => readTitles(page)).toEqual(four)
})

test('selected rows are dragged together: within the list, and onto a list of the sidebar', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFour(page)
  await makeList(page, 'Home')
  await place(page, 'Inbox').getByRole('link').click()
  await openTask(page, 'Soil').click({ modifiers: ['Control'] })
  await openTask(page, 'Pots').click({ modifiers: ['Control'] })
  await drag(row(page, 'Pots').locator('[data-task-title]'), row(page, 'Water'))
  await expect.poll(() => readTitles(page)).toEqual(['Seeds', 'Water', 'Soil', 'Pots'])
  await page.getByText('Moved 2 tasks').waitFor()

  await drag(row(page, 'Soil').locator('[data-task-title]'), place(page, 'Home'))
  await expect.poll(() => readTitles(page)).toEqual(['Seeds', 'Water'])
  await page.getByText('2 tasks: moved to “Home”').waitFor()
  await place(page, 'Home').getByRole('link').click()
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil', 'Pots'])
  expect(window.complaints).toEqual([])
})

test('a row is dragged onto Today, a tag and the day of a heading', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFour(page)
  await openTask(page, 'Soil').focus()
  for (const [title, day] of [
    ['Soil', 'tomorrow'],
    ['Seeds', 'in 3 days'],
  ] as const) {
    await openTask(page, title).focus()
    await page.keyboard.press('x')
    await page.keyboard.press('d')
    await page.getByLabel('Due date in words').fill(day)
    await page.keyboard.press('Enter')
    await page.getByLabel('Due date in words').waitFor({ state: 'detached' })
    await page.keyboard.press('t')
    await page.getByLabel('Find or create a tag').fill(`tag-${title}`)
    await page.keyboard.press('Enter')
    await place(page, `tag-${title}`).waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Find or create a tag').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Select none' }).click()
  }
  await drag(openTask(page, 'Pots'), place(page, 'Today'))
  await row(page, 'Pots').getByText('Today').waitFor()
  await drag(openTask(page, 'Water'), place(page, 'tag-Soil'))
  await row(page, 'Water').getByText('@tag-Soil').waitFor()

  await place(page, 'Upcoming').getByRole('link').click()
  await expect.poll(() => readTitles(page), soon).toEqual(['Soil', 'Seeds'])
  const headings = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect.poll(() => headings.count()).toBe(2)
  await drag(row(page, 'Seeds').locator('[data-task-title]'), headings.first())
  await expect.poll(() => headings.count()).toBe(1)
  await undo(page, 'Due Tomorrow')
  await expect.poll(() => headings.count(), soon).toBe(2)
  expect(window.complaints).toEqual([])
})

/** Gives a row the focus, and waits until the app is there to handle its keys: then it has its button. */
async function focusRow(page: Page, title: string): Promise<void> {
  await openTask(page, title).focus()
  await page.getByRole('button', { name: `More actions of “${title}”` }).waitFor()
}

test('the keyboard reorders, indents and outdents rows, and Tab traps nobody', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFour(page)
  await focusRow(page, 'Soil')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByText('Moved “Soil” to position 2 of 4').waitFor()
  await expect.poll(() => readTitles(page)).toEqual(['Seeds', 'Soil', 'Pots', 'Water'])
  await expect
    .poll(() => openTask(page, 'Soil').evaluate((e) => e === document.activeElement))
    .toBe(true)
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => readTitles(page)).toEqual(['Seeds', 'Water', 'Soil', 'Pots'])
  await reloadWhenSaved(page)
  await expect.poll(() => readTitles(page), soon).toEqual(['Seeds', 'Water', 'Soil', 'Pots'])

  // In a row reached by Tab, or after Esc, Tab moves on to the row's button.
  await focusRow(page, 'Seeds')
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('More actions of “Water”')

  await openTask(page, 'Seeds').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Tab')
  await expect.poll(() => readTitles(page)).toEqual(['Seeds', 'Soil', 'Pots'])
  await page.getByText('Moved “Water” under “Seeds”').waitFor()
  await row(page, 'Seeds').getByText('0/1').waitFor()
  await reloadWhenSaved(page)
  await row(page, 'Seeds').getByText('0/1').waitFor()
  await page.getByRole('checkbox', { name: 'Complete “Seeds”' }).click()
  await undo(page, 'Completed “Seeds” with all subtasks')
  await row(page, 'Seeds').getByText('0/1').waitFor()

  await row(page, 'Seeds').locator('[data-task-title]').click()
  await page.getByRole('link', { name: 'Open “Water”' }).click()
  await page.getByRole('group', { name: 'Task “Water”' }).waitFor()
  await page.keyboard.press('d')
  await page.getByLabel('Due date in words').fill('today')
  await page.keyboard.press('Enter')
  await page.getByText('Due today').waitFor()
  await page.goto('/today')
  await row(page, 'Water').getByText('Seeds').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+Tab')
  await page.getByText('Moved “Water” out of “Seeds”').waitFor()
  await expect.poll(() => row(page, 'Water').getByText('Seeds').count()).toBe(0)
  expect(window.complaints).toEqual([])
})

test('subtasks are dragged by their handles, and a row onto the open task becomes one', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWithFour(page)
  await openTask(page, 'Soil').click()
  const field = page.getByLabel('Add a subtask')
  for (const title of ['Sieve', 'Mix', 'Fill']) {
    await field.fill(title)
    await field.press('Enter')
  }
  const titles = () =>
    page
      .getByLabel(/^Title of the subtask/)
      .evaluateAll((all) => all.map((e) => (e as HTMLTextAreaElement).value))
  await expect.poll(titles, soon).toEqual(['Sieve', 'Mix', 'Fill'])
  const subtask = (title: string) =>
    page.locator('[data-subtask]', { has: page.getByLabel(`Title of the subtask “${title}”`) })
  await subtask('Sieve').hover()
  await drag(subtask('Sieve').locator('[data-subtask-handle]'), subtask('Fill'))
  await expect.poll(titles).toEqual(['Mix', 'Fill', 'Sieve'])
  await drag(openTask(page, 'Pots'), subtask('Mix'))
  await expect.poll(titles).toEqual(['Mix', 'Fill', 'Sieve', 'Pots'])
  await reloadWhenSaved(page)
  await expect.poll(titles, soon).toEqual(['Mix', 'Fill', 'Sieve', 'Pots'])
  expect(window.complaints).toEqual([])
})

test('the lists of the sidebar are put in order, by dragging and by keys', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  for (const name of ['Home', 'Work', 'Garden']) await makeList(page, name)
  const names = () =>
    page
      .locator('aside [data-place^="/list/"] [dir="auto"]')
      .evaluateAll((all) => all.map((e) => e.textContent))
  await expect.poll(names).toEqual(['Home', 'Work', 'Garden'])
  await drag(place(page, 'Garden'), place(page, 'Home'), 'upper')
  await expect.poll(names).toEqual(['Garden', 'Home', 'Work'])
  await place(page, 'Garden').getByRole('link').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByText('Moved “Garden” to position 2 of 3').waitFor()
  await reloadWhenSaved(page)
  await expect.poll(names, soon).toEqual(['Home', 'Garden', 'Work'])
  expect(window.complaints).toEqual([])
})

test('on a phone a finger that rests on a row drags it, and one that moves scrolls', async () => {
  await using window = await openWindow(running, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const { page } = window
  await startWithFour(page)
  const from = await openTask(page, 'Soil').boundingBox()
  const to = await row(page, 'Pots').boundingBox()
  const touch = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: 150, y }],
    })
  const start = (from?.y ?? 0) + 16
  const end = (to?.y ?? 0) + (to?.height ?? 0) - 6
  // Without waiting in between: a finger that is late on a busy machine has rested.
  await Promise.all([send('touchStart', start), send('touchMove', start + 40), send('touchEnd')])
  await expect(readTitles(page)).resolves.toEqual(four)
  await expect(page.getByText('1 selected').count()).resolves.toBe(0)
  // While an earlier flick still scrolls, Chromium lets no page prevent the next one from scrolling.
  await page.waitForTimeout(1_000)

  await send('touchStart', start)
  await page.getByText('1 selected').first().waitFor()
  for (const part of [0.3, 0.6, 1]) await send('touchMove', start + (end - start) * part)
  await page.locator('html[data-dragging]').waitFor({ state: 'attached' })
  await send('touchEnd')
  await expect.poll(() => readTitles(page)).toEqual(['Seeds', 'Pots', 'Soil', 'Water'])
  expect(window.complaints).toEqual([])
})

test('what is dragged to the edge of the screen scrolls the list there', async () => {
  await using window = await openWindow(running, { viewport: { width: 1280, height: 500 } })
  const { page } = window
  await signUp(page)
  await addTask(page, 'First')
  const titles = Array.from({ length: 40 }, (_, index) => `Task ${index}`)
  await sendTasks(page, running.product.apiUrl, titles)
  await page.getByText('Task 5', { exact: true }).waitFor()
  await pickUp(openTask(page, 'First'))
  await page.mouse.move(600, 495, { steps: 4 })
  await openTask(page, 'Task 39').waitFor()
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const { scrollTop, clientHeight, scrollHeight } = document.documentElement
          return scrollTop + clientHeight >= scrollHeight - 2
        }),
      soon,
    )
    .toBe(true)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(window.complaints).toEqual([])
})
