import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { askApi, openTask, readTitles, signUp, undo, writeTasks } from './support/steps.ts'

const running = shareProduct()
const soon = { timeout: 20_000 }

async function startWith(page: Page, titles: string[]): Promise<void> {
  await signUp(page)
  await writeTasks(page, running.product.apiUrl, titles)
}

test.for([
  ['d', 'Due date', 'Due date in words', 'fri'],
  ['l', 'List', 'Find a list', 'inb'],
  ['t', 'Tags', 'Find or create a tag', 'garden'],
] as const)(
  '%s opens beside the row, moves nothing, and gives the focus back to the row',
  async ([key, name, label, words]) => {
    await using window = await openWindow(running)
    const { page } = window
    await startWith(page, ['One', 'Two', 'Three'])
    await openTask(page, 'Two').focus()
    const before = await openTask(page, 'Two').boundingBox()
    await page.keyboard.press(key)
    const field = page.getByLabel(label)
    await field.waitFor()
    const popup = await page.getByRole('dialog', { name, exact: true }).boundingBox()
    expect(await openTask(page, 'Two').boundingBox()).toEqual(before)
    expect(Math.abs((popup?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(2)
    expect((popup?.y ?? 0) - (before?.y ?? 0)).toBeLessThan((before?.height ?? 0) + 20)
    expect(new URL(page.url()).pathname).toBe('/inbox')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    if (key === 't') await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('[data-task-title]:focus').innerText(), soon).toBe('Three')
    expect(window.complaints).toEqual([])
  },
)

test('what a hand does forty times a day takes few keys', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWith(page, ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'])
  const { apiUrl } = running.product
  await askApi(page, apiUrl, 'mutation { createList(input: { name: "Home" }) { mutationId } }')
  await askApi(page, apiUrl, 'mutation { createTag(input: { name: "garden" }) { mutationId } }')
  await page.reload()
  await openTask(page, 'One').focus()
  const read = async (title: string) => {
    const { tasks } = await askApi<{
      tasks: {
        nodes: {
          title: string
          dueOn: string | null
          description: string
          list: { name: string }
          tags: { name: string }[]
          subtasks: { title: string }[]
        }[]
      }
    }>(
      page,
      apiUrl,
      '{ tasks { nodes { title dueOn description list { name } tags { name } subtasks { title } } } }',
    )
    return tasks.nodes.find((task) => task.title === title)
  }
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      // As fast as anybody types.
      await page.waitForTimeout(40)
    }
  }
  const poll = { timeout: 20_000, interval: 500 }

  // To Friday and on to the next task: 6.
  await press('d', 'f', 'r', 'i', 'Enter', 'j')
  await expect.poll(async () => new Date((await read('One'))?.dueOn ?? 0).getUTCDay(), poll).toBe(5)
  expect(await page.locator('[data-task-title]:focus').innerText()).toMatch(/^Two/)
  // To today: 1.
  await press('y')
  await page.locator('[data-task]', { hasText: 'Two' }).getByText('Today').waitFor()
  // Another list: 5.
  await press('j', 'l', 'h', 'o', 'Enter')
  await expect.poll(async () => (await read('Three'))?.list.name, poll).toBe('Home')
  expect(await page.locator('[data-task-title]:focus').innerText()).toMatch(/^Four/)
  // A tag: 5.
  await press('t', 'g', 'a', 'Enter', 'Escape')
  await expect.poll(async () => (await read('Four'))?.tags.length, poll).toBe(1)
  // A note: 2 beside its words.
  await press('j', 'n')
  await page.getByLabel('Notes, in Markdown').waitFor()
  await page.keyboard.type('with care')
  await press('Escape')
  await expect.poll(async () => (await read('Five'))?.description, poll).toBe('with care')
  await press('Escape')
  // A subtask: 2 beside its words.
  await press('j', 's')
  await page.keyboard.type('wash it')
  await press('Enter')
  await expect.poll(async () => (await read('Six'))?.subtasks.length, poll).toBe(1)
  await press('Escape', 'Escape')
  // One day later and earlier: 1 each.
  await press('j', '+')
  await page.locator('[data-task]', { hasText: 'Seven' }).getByText('Tomorrow').waitFor()
  await press('-')
  await page.locator('[data-task]', { hasText: 'Seven' }).getByText('Today').waitFor()
  expect(window.complaints).toEqual([])
})

test('all that is overdue is due today after two keys', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const { apiUrl } = running.product
  for (const title of ['Late', 'Later', 'Latest']) {
    await askApi(
      page,
      apiUrl,
      'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }',
      { input: { title, dueOn: '2026-01-02' } },
    )
  }
  await page.goto('/today')
  await page.getByRole('heading', { name: 'Overdue' }).waitFor()
  await page.getByRole('button', { name: 'Reschedule' }).click()
  await page.getByRole('dialog', { name: 'Due date' }).waitFor()
  await page.getByText('3 selected').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await page.keyboard.press('y')
  await page.getByRole('heading', { name: 'Overdue' }).waitFor({ state: 'detached' })
  await expect.poll(async () => (await readTitles(page)).length, soon).toBe(3)
  expect(window.complaints).toEqual([])
})

test('with a task open, j and k move it and its row together, and no row moves when it opens', async () => {
  await using window = await openWindow(running, { viewport: { width: 1440, height: 900 } })
  const { page } = window
  await startWith(page, ['One', 'Two', 'Three'])
  const boxes = () =>
    page.locator('[data-task]').evaluateAll((rows) =>
      rows.map((row) => {
        const { x, y, width } = row.getBoundingClientRect()
        return [x, y, width]
      }),
    )
  const before = await boxes()
  await openTask(page, 'One').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'Task “One”' }).waitFor()
  expect(await boxes()).toEqual(before)
  expect(await openTask(page, 'One').getAttribute('aria-current')).toBe('true')
  await page.keyboard.press('j')
  await page.getByRole('group', { name: 'Task “Two”' }).waitFor()
  expect(await openTask(page, 'Two').getAttribute('aria-current')).toBe('true')
  expect(await openTask(page, 'One').getAttribute('aria-current')).toBeNull()
  await page.keyboard.press('j')
  await page.getByRole('group', { name: 'Task “Three”' }).waitFor()
  await page.keyboard.press('Enter')
  expect(await page.locator('[data-task-panel]:focus').count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.locator('[data-task-panel]').waitFor({ state: 'detached' })
  await page.goBack()
  await expect.poll(() => page.locator('[data-task-panel]').count(), soon).toBe(1)
  expect(window.complaints).toEqual([])
})

test('a double click on a ring completes one task; a later click there takes it back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWith(page, ['One', 'Two', 'Three'])
  await page.getByRole('checkbox', { name: 'Complete “One”' }).dblclick()
  await expect.poll(() => readTitles(page), soon).toEqual(['Two', 'Three'])
  await page.waitForTimeout(600)
  expect(await readTitles(page)).toEqual(['Two', 'Three'])
  await page.getByRole('checkbox', { name: 'Complete “One”' }).waitFor({ state: 'detached' })

  const ring = await page.getByRole('checkbox', { name: 'Complete “Two”' }).boundingBox()
  const at = { x: (ring?.x ?? 0) + 8, y: (ring?.y ?? 0) + 8 }
  await page.mouse.click(at.x, at.y)
  await expect.poll(() => readTitles(page), soon).toEqual(['Three'])
  await page.mouse.click(at.x, at.y)
  await expect.poll(() => readTitles(page), soon).toEqual(['Two', 'Three'])
  expect(window.complaints).toEqual([])
})

test('days for several tasks leave each its time', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const { apiUrl } = running.product
  for (const [title, dueTime] of [
    ['Dinner', '19:00'],
    ['Bus', '18:00'],
  ]) {
    await askApi(
      page,
      apiUrl,
      'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }',
      { input: { title, dueOn: '2026-12-24', dueTime, dueTimeZone: 'UTC' } },
    )
  }
  await expect.poll(() => readTitles(page), soon).toEqual(['Dinner', 'Bus'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('d')
  await page.getByLabel('Due date in words').fill('25 dec')
  await page.keyboard.press('Enter')
  await page.getByText('2 tasks: due').waitFor()
  const list = async () => {
    const { tasks } = await askApi<{ tasks: { nodes: object[] } }>(
      page,
      apiUrl,
      '{ tasks { nodes { title dueOn dueTime } } }',
    )
    return tasks.nodes
  }
  await expect.poll(list, { timeout: 20_000, interval: 500 }).toEqual([
    { title: 'Bus', dueOn: '2026-12-25', dueTime: '18:00' },
    { title: 'Dinner', dueOn: '2026-12-25', dueTime: '19:00' },
  ])
  await openTask(page, /^Bus/).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  expect(await page.getByLabel('Due date in words').inputValue()).toBe('')
  expect(window.complaints).toEqual([])
})

test('a day later for several days at once is one message with one undo', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const { apiUrl } = running.product
  for (const [title, dueOn] of [
    ['Seeds', '2099-05-01'],
    ['Pots', '2099-05-03'],
  ]) {
    await askApi(
      page,
      apiUrl,
      'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }',
      { input: { title, dueOn } },
    )
  }
  await expect.poll(async () => (await readTitles(page)).length, soon).toBe(2)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('+')
  await page.getByText('Moved 2 tasks').waitFor()
  const days = async () => {
    const { tasks } = await askApi<{ tasks: { nodes: { dueOn: string }[] } }>(
      page,
      apiUrl,
      '{ tasks(orderBy: [{ field: TITLE }]) { nodes { dueOn } } }',
    )
    return tasks.nodes.map(({ dueOn }) => dueOn)
  }
  const poll = { timeout: 20_000, interval: 500 }
  await expect.poll(days, poll).toEqual(['2099-05-04', '2099-05-02'])
  await undo(page, 'Moved 2 tasks')
  await expect.poll(days, poll).toEqual(['2099-05-03', '2099-05-01'])
  expect(window.complaints).toEqual([])
})

test('several tasks repeat by the bar and by the menu, as one does', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWith(page, ['One', 'Two', 'Three'])
  const repeats = async () => {
    const { tasks } = await askApi<{ tasks: { nodes: { recurrence: { rule: string } | null }[] } }>(
      page,
      running.product.apiUrl,
      '{ tasks { nodes { recurrence { rule } } } }',
    )
    return tasks.nodes.map(({ recurrence }) => recurrence?.rule ?? '').toSorted()
  }
  const poll = { timeout: 20_000, interval: 500 }
  await openTask(page, 'One').click({ modifiers: ['Control'] })
  await openTask(page, 'Two').click({ modifiers: ['Control'] })
  const bar = page.getByRole('region', { name: 'Selected tasks' })
  await bar.getByRole('button', { name: 'Repeat' }).click()
  await page.getByLabel('Repeat in words').fill('every day')
  await page.keyboard.press('Enter')
  await page.getByText('2 tasks: repeats every day').waitFor()
  await expect.poll(repeats, poll).toEqual(['', 'FREQ=DAILY', 'FREQ=DAILY'])
  await openTask(page, /^Two/).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Repeat…' }).click()
  await page.getByRole('button', { name: 'Don’t repeat' }).click()
  await page.getByText('2 tasks: no longer repeats').waitFor()
  await expect.poll(repeats, poll).toEqual(['', '', ''])
  expect(window.complaints).toEqual([])
})

test('a plain click ends a selection, and so does another place', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWith(page, ['One', 'Two', 'Three'])
  await openTask(page, 'One').click({ modifiers: ['Control'] })
  await openTask(page, 'Two').click({ modifiers: ['Control'] })
  await page.getByText('2 selected').first().waitFor()
  await openTask(page, 'Three').click()
  await page.getByRole('region', { name: 'Selected tasks' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await openTask(page, 'One').click({ modifiers: ['Control'] })
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { name: 'All', level: 1 }).waitFor()
  await page.locator('[data-task]').nth(2).waitFor()
  await page.keyboard.press('e')
  expect((await readTitles(page)).toSorted()).toEqual(['One', 'Three', 'Two'])
  expect(await page.getByRole('region', { name: 'Selected tasks' }).count()).toBe(0)
  expect(window.complaints).toEqual([])
})

test('the pointer finds the actions at the row, and a right click or the menu key all of them', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await startWith(page, ['One', 'Two', 'Three'])
  await openTask(page, 'Two').hover()
  await page.getByRole('button', { name: 'Due date of “Two”' }).click()
  await page.getByRole('button', { name: 'Tomorrow', exact: true }).click()
  await page.locator('[data-task]', { hasText: 'Two' }).getByText('Tomorrow').waitFor()
  await openTask(page, 'Three').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(() => readTitles(page), soon).toEqual(['One', 'Two'])
  await openTask(page, 'One').focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Complete' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-task]', { hasText: 'One' }).getByText('Today').waitFor()
  await expect
    .poll(() => openTask(page, /^One/).evaluate((row) => row === document.activeElement), soon)
    .toBe(true)
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Priority…' }).press('Enter')
  await page.getByRole('button', { name: 'High' }).click()
  await page.getByRole('checkbox', { name: 'Complete “One”, high priority' }).waitFor()
  await expect
    .poll(() => openTask(page, /^One/).evaluate((row) => row === document.activeElement), soon)
    .toBe(true)
  expect(window.complaints).toEqual([])
})

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** A finger that moves sideways over the title of a task. */
async function swipe(page: Page, title: string, pixels: number): Promise<void> {
  const box = await openTask(page, title).boundingBox()
  const [x, y] = [(box?.x ?? 0) + 150, (box?.y ?? 0) + 12]
  const touch = await page.context().newCDPSession(page)
  const beganAt = Date.now() / 1_000 - 1
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', afterMs: number, dx?: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      timestamp: beganAt + afterMs / 1_000,
      touchPoints: dx === undefined ? [] : [{ x: x + dx, y }],
    })
  // All at once: between two that wait for an answer, a busy machine lets the finger rest, which drags. By their
  // times it slows down at the end: from a fling, Chromium takes the next tap for its stop, and makes no click of it.
  await Promise.all([
    send('touchStart', 0, 0),
    ...[0.2, 0.4, 0.6, 0.8, 1].map((part, nth) => send('touchMove', 20 * (nth + 1), pixels * part)),
    ...[300, 500, 700].map((afterMs) => send('touchMove', afterMs, pixels)),
    send('touchEnd', 750),
  ])
}

test('on a phone a swipe to the right completes, one to the left asks for another day, a short one nothing', async () => {
  await using window = await openWindow(running, phone)
  const { page } = window
  await startWith(page, ['One', 'Two', 'Three'])
  expect(await page.locator('[data-row-actions] button').count()).toBe(0)
  await swipe(page, 'Two', 40)
  await swipe(page, 'One', 150)
  await page.getByText('Completed “One”').waitFor()
  await expect.poll(() => readTitles(page), soon).toEqual(['Two', 'Three'])
  // The row stays for a second, and those below move up when it goes.
  await page.getByRole('checkbox', { name: 'Complete “One”' }).waitFor({ state: 'detached' })
  await swipe(page, 'Three', -150)
  const popup = page.getByRole('dialog', { name: 'Due date' })
  await popup.waitFor()
  // A field in focus would raise the keyboard over the days.
  expect(await page.locator('input:focus, textarea:focus').count()).toBe(0)
  await popup.getByRole('button', { name: 'Tomorrow', exact: true }).tap()
  await page.locator('[data-task]', { hasText: 'Three' }).getByText('Tomorrow').waitFor()
  expect(new URL(page.url()).pathname).toBe('/inbox')
  expect(window.complaints).toEqual([])
})
