import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, openTask, problem, signUp, undo } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()

/** Signs somebody up who has one task, and opens it. */
async function openNewTask(page: Page, title = 'Water the plants'): Promise<void> {
  await signUp(page)
  await addTask(page, title)
  await openTask(page, title).click()
  await page.getByLabel('Title', { exact: true }).waitFor()
}

const soon = { timeout: 20_000 }

/** The state of the notes, in words; nothing when they are saved. */
function notesState(page: Page) {
  return page.getByRole('region', { name: 'Notes' }).getByRole('status').innerText()
}

/** A line of the panel, as the button that opens its popup. */
function field(page: Page, name: string) {
  return page.locator(`[data-task-field="${name}"]`)
}

test('list, tags, priority and dates are changed in place, and are there after a reload', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)

  await page.keyboard.press('1')
  await field(page, 'priority').getByText('Urgent').waitFor()

  await page.keyboard.press('t')
  await page.getByLabel('Find or create a tag').fill('garden')
  await page.getByLabel('Find or create a tag').press('Enter')
  await page.keyboard.press('Escape')
  await page.getByLabel('Find or create a tag').waitFor({ state: 'detached' })
  await field(page, 'tags').getByText('garden').waitFor()

  await page.keyboard.press('d')
  await page.getByLabel('Due date in words').fill('tomorrow 9am')
  await page.getByText('Tomorrow 09:00').waitFor()
  await page.keyboard.press('Enter')
  await field(page, 'due').getByText('Tomorrow 09:00').waitFor()

  await page.getByRole('button', { name: 'New list' }).click()
  await page.getByLabel('Name of the new list').fill('Home')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  await page.goBack()
  await field(page, 'list').click()
  await page.getByRole('option', { name: 'Home' }).click()
  await field(page, 'list').getByText('Home').waitFor()

  await page.reload()
  await field(page, 'list').getByText('Home').waitFor()
  await field(page, 'tags').getByText('garden').waitFor()
  await field(page, 'due').getByText('Tomorrow 09:00').waitFor()
  await field(page, 'priority').getByText('Urgent').waitFor()
  expect(window.complaints).toEqual([])
})

test('a day is chosen with the keyboard alone, and taken back with Undo', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await field(page, 'due').focus()
  await page.keyboard.press('Enter')
  const today = page.locator('[role="grid"] [aria-current="date"]')
  await today.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await field(page, 'due').getByText('Tomorrow').waitFor()
  await expect
    .poll(() => field(page, 'due').evaluate((e) => e === document.activeElement))
    .toBe(true)
  await undo(page, 'Due Tomorrow')
  await field(page, 'due').getByText('No date').waitFor()
  expect(window.complaints).toEqual([])
})

test('words that are no date change nothing', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await field(page, 'due').click()
  await page.getByLabel('Due date in words').fill('soon')
  await page.getByText('Not a date yet.').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await field(page, 'due').getByText('No date').waitFor()
  expect(window.complaints).toEqual([])
})

test('a due date before the start takes the start along, and says so', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await field(page, 'start').click()
  await page.getByLabel('Start date in words').fill('20 june 2031')
  await page.keyboard.press('Enter')
  await field(page, 'start').getByText('20 Jun 2031').waitFor()
  await field(page, 'due').click()
  await page.getByLabel('Due date in words').fill('1 june 2031')
  await page.keyboard.press('Enter')
  await page.getByText('Start moved to 1 Jun 2031, the due date.').waitFor()
  await field(page, 'start').getByText('1 Jun 2031', { exact: true }).waitFor()
  expect(window.complaints).toEqual([])
})

test('a repeat is written in words and saved with Enter, or chosen with one click', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  const editor = page.getByRole('dialog', { name: 'Repeat', exact: true })
  await page.keyboard.press('r')
  await page.locator('[aria-label="Repeat in words"]:focus').waitFor()
  await page.keyboard.type('every other da')
  await editor.getByText('Not a repeat yet.').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('y 7am')
  await editor.getByText('Repeats every other day, 07:00').waitFor()
  await page.keyboard.press('Enter')
  await editor.waitFor({ state: 'detached' })
  await field(page, 'repeat').getByText('Every other day').waitFor()
  await field(page, 'due').getByText('07:00').waitFor()

  // The field is empty again, the presets are of the task's day, and the chosen one is marked.
  await page.keyboard.press('r')
  await expect(editor.getByLabel('Repeat in words').inputValue()).resolves.toBe('')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await editor.waitFor({ state: 'detached' })
  await field(page, 'repeat').getByText('Every weekday').waitFor()
  await page.keyboard.press('r')
  await editor.getByRole('button', { name: 'Weekdays', pressed: true }).waitFor()
  await editor.getByRole('button', { name: /^Monthly on the / }).click()
  await field(page, 'repeat')
    .getByText(/^On the .* of every month$/)
    .waitFor()
  expect(window.complaints).toEqual([])
})

test('a repeat ends on a day that is written or chosen, or after so many times', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  const editor = page.getByRole('dialog', { name: 'Repeat', exact: true })
  await page.keyboard.press('r')
  await page.locator('[aria-label="Repeat in words"]:focus').waitFor()
  await page.keyboard.type('every 3 days')
  await editor.getByRole('button', { name: 'Custom' }).click()
  await expect(editor.getByLabel('Interval', { exact: true }).inputValue()).resolves.toBe('3')
  await choose(editor, 'Ends', 'Ends on')
  await editor.getByLabel('Last day').fill('30 june 2031')
  await editor.getByText('Repeats every 3 days until 30 Jun 2031').waitFor()
  await editor.getByRole('button', { name: 'Show calendar' }).click()
  await editor.getByRole('button', { name: 'Saturday, 28 Jun 2031' }).click()
  await editor.getByText('Repeats every 3 days until 28 Jun 2031').waitFor()
  expect(await listViolations(page)).toEqual([])
  await choose(editor, 'Ends', 'Ends after')
  await editor.getByLabel('How many times', { exact: true }).fill('4')
  await editor.getByText('Repeats every 3 days, 4 times').waitFor()
  await editor.getByLabel('Repeat after completion').check()
  await editor.getByRole('button', { name: 'Save' }).click()
  await field(page, 'repeat').getByText('Every 3 days after completion, 4 times').waitFor()
  expect(window.complaints).toEqual([])
})

test('a repeat shows its sentence and the next five dates, can be skipped and ended', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await page.keyboard.press('r')
  const editor = page.getByRole('dialog', { name: 'Repeat', exact: true })
  await editor.getByRole('button', { name: 'Custom' }).click()
  await choose(editor, 'Unit', 'Months')
  await choose(editor, 'Day of the month', 'Weekday')
  await choose(editor, 'Which one', '2nd')
  await choose(editor, 'Weekday', 'Tuesday')
  await editor.getByText('Repeats every 2nd Tuesday').waitFor()
  await expect(
    editor.getByRole('list', { name: 'The next dates' }).locator('li').count(),
  ).resolves.toBe(5)
  await editor.getByRole('button', { name: 'Save' }).click()
  await field(page, 'repeat').getByText('Every 2nd Tuesday').waitFor()
  await editor.waitFor({ state: 'detached' })

  const before = await field(page, 'due').innerText()
  await field(page, 'repeat').click()
  await page.getByRole('button', { name: 'Skip this one' }).click()
  await expect.poll(() => field(page, 'due').innerText(), soon).not.toBe(before)
  await editor.waitFor({ state: 'detached' })
  await field(page, 'repeat').click()
  await page.getByRole('button', { name: 'Don’t repeat' }).click()
  await field(page, 'repeat').getByText('Doesn’t repeat').waitFor()
  expect(window.complaints).toEqual([])
})

test('the addresses in a title are links below it, and go with it when it changes', async () => {
  await using window = await openWindow(running)
  const { page } = window
  const title = 'Read https://example.org/guide?page=2, then ask ada@example.org'
  await openNewTask(page, title)
  const links = page.getByRole('list', { name: 'Links in the title' })
  const guide = links.getByRole('link', { name: 'example.org/guide?page=2' })
  await guide.waitFor()
  expect(await guide.getAttribute('href')).toBe('https://example.org/guide?page=2')
  expect(await guide.getAttribute('target')).toBe('_blank')
  expect(await guide.getAttribute('rel')).toBe('noopener noreferrer nofollow')
  const mail = links.getByRole('link', { name: 'ada@example.org' })
  expect(await mail.getAttribute('href')).toBe('mailto:ada@example.org')
  expect(await mail.getAttribute('target')).toBeNull()
  expect(await listViolations(page)).toEqual([])
  await page.getByLabel('Title', { exact: true }).fill('Ask Ada')
  await page.keyboard.press('Enter')
  await links.waitFor({ state: 'detached' })
  expect(window.complaints).toEqual([])
})

test('notes are rendered safely, and a box in them can be ticked', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  const notes = page.getByRole('group', { name: 'Notes' })
  await notes.focus()
  await page.keyboard.press('Enter')
  const text = [
    '**Bold** and <img src=x onerror="alert(1)">',
    '[good](https://example.com) [bad](javascript:alert(1))',
    '- [ ] buy soil',
  ].join('\n\n')
  await page.getByLabel('Notes, in Markdown').fill(text)
  await page.keyboard.press('Escape')
  await notes.locator('strong', { hasText: 'Bold' }).waitFor()
  await expect(notes.locator('img').count()).resolves.toBe(0)
  const good = notes.getByRole('link', { name: 'good' })
  await expect(good.getAttribute('rel')).resolves.toContain('noopener')
  await expect(notes.getByRole('link').count()).resolves.toBe(1)
  await expect(notes.getByText('good bad').count()).resolves.toBe(1)

  await notes.getByRole('checkbox', { name: 'buy soil' }).click()
  await expect.poll(() => notesState(page), soon).toBe('')
  await page.reload()
  await expect.poll(() => notes.getByRole('checkbox').isChecked(), soon).toBe(true)
  expect(window.complaints).toEqual([])
})

test('notes that can’t be saved are kept, also over a reload', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await page.route(`${running.product.apiUrl}/graphql`, (route) =>
    route.request().postData()?.includes('mutation') ? route.abort() : route.continue(),
  )
  await page.getByRole('group', { name: 'Notes' }).click()
  await page.getByLabel('Notes, in Markdown').fill('Not to be lost')
  await page.keyboard.press('Escape')
  await problem(page).waitFor()
  await page.reload()
  await expect
    .poll(() => page.getByLabel('Notes, in Markdown').inputValue(), soon)
    .toBe('Not to be lost')
  await page.unroute(`${running.product.apiUrl}/graphql`)
  await page.getByLabel('Notes, in Markdown').press('Escape')
  await expect.poll(() => notesState(page), soon).toBe('')
  await page.reload()
  await page.getByRole('group', { name: 'Notes' }).getByText('Not to be lost').waitFor()
})

test('subtasks are added one after another, moved, renamed, done and opened', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await page.getByLabel('Add a subtask').click()
  for (const title of ['Soil', 'Seeds', 'Pots']) {
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
  }
  const titles = () =>
    page
      .getByLabel(/^Title of the subtask/)
      .evaluateAll((all) => all.map((e) => (e as HTMLTextAreaElement).value))
  await expect.poll(titles, soon).toEqual(['Soil', 'Seeds', 'Pots'])

  await page.getByLabel('Title of the subtask “Pots”').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(titles, soon).toEqual(['Soil', 'Pots', 'Seeds'])
  await page.getByLabel('Title of the subtask “Soil”').fill('Compost')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Complete “Compost”' }).click()
  await page.getByText('1 of 3 done').waitFor()
  await page.reload()
  await expect.poll(titles, soon).toEqual(['Compost', 'Pots', 'Seeds'])

  await page.getByRole('link', { name: 'Open “Pots”' }).click()
  await expect.poll(() => page.getByLabel('Title', { exact: true }).inputValue(), soon).toBe('Pots')
  await page
    .getByRole('link', { name: 'Water the plants' })
    .filter({ visible: true })
    .last()
    .click()
  await page.getByText('1 of 3 done').waitFor()
  expect(window.complaints).toEqual([])
})

test('the history shows what was done, and undoes it', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await page.keyboard.press('2')
  await field(page, 'priority').getByText('High').waitFor()
  await page.getByRole('button', { name: 'History' }).click()
  await page.getByText('Created').waitFor()
  await page.getByRole('button', { name: 'Undo: High priority' }).click()
  await field(page, 'priority').getByText('None').waitFor()
  await page.getByText('No priority').waitFor()
  expect(window.complaints).toEqual([])
})

test('what another window changes appears, and what is being typed stays', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByLabel('Title', { exact: true }).waitFor()

  await page.getByLabel('Title', { exact: true }).fill('Water all the pl')
  await other.getByLabel('Title', { exact: true }).fill('Something else')
  await other.keyboard.press('Enter')
  await other.getByRole('group', { name: /^Task/ }).focus()
  await other.keyboard.press('1')
  await field(page, 'priority').getByText('Urgent').waitFor()
  await expect(page.getByLabel('Title', { exact: true }).inputValue()).resolves.toBe(
    'Water all the pl',
  )
  expect(window.complaints).toEqual([])
})

test('Enter opens a task, Esc closes it, and the focus is on its row again', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Water the plants')
  await openTask(page, 'Water the plants').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Title', { exact: true }).waitFor()
  await page.keyboard.press('d')
  await page.getByLabel('Due date in words').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Due date in words').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.getByLabel('Title', { exact: true }).waitFor({ state: 'detached' })
  await expect
    .poll(() => openTask(page, 'Water the plants').evaluate((e) => e === document.activeElement))
    .toBe(true)
  expect(window.complaints).toEqual([])
})

test('a deleted task can be restored where it is, and one that never was says so', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await openNewTask(page)
  await page.locator('[data-task-panel]').getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByText('This task is in the trash.').waitFor()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await openTask(page, 'Water the plants').waitFor()
  await page.goto('/task/00000000-0000-7000-8000-000000000000')
  await page.getByText('This task isn’t here any more').waitFor()
  expect(window.complaints).toEqual([])
})

for (const [look, options] of Object.entries({
  light: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
} as const)) {
  test(`axe finds nothing in the panel and what opens from it, ${look}`, async () => {
    await using window = await openWindow(running, options)
    const { page } = window
    await openNewTask(page)
    await page.getByLabel('Add a subtask').fill('Soil')
    await page.keyboard.press('Enter')
    await page.getByLabel('Title of the subtask “Soil”').waitFor()
    await page.getByRole('group', { name: 'Notes' }).click()
    await page
      .getByLabel('Notes, in Markdown')
      .fill('See [there](https://example.com)\n\n- [ ] one\n- [x] two')
    await page.keyboard.press('Escape')
    await page.getByRole('checkbox', { name: 'two' }).waitFor()
    await page.getByRole('button', { name: 'History' }).click()
    await page.getByText('Created').waitFor()
    expect(await listViolations(page), 'panel').toEqual([])
    for (const name of ['due', 'repeat', 'list', 'tags', 'priority']) {
      await field(page, name).click()
      await page.locator('[role="dialog"], [role="menu"]').first().waitFor()
      expect(await listViolations(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('[role="dialog"], [role="menu"]').first().waitFor({ state: 'detached' })
    }
    expect(window.complaints).toEqual([])
  })
}

/** Chooses one of a row of radio buttons. */
function choose(within: Locator, row: string, option: string): Promise<void> {
  return within
    .getByRole('group', { name: row, exact: true })
    .getByRole('radio', { name: option, exact: true })
    .check()
}
