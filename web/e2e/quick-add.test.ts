import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { openTask, problem, readToken, signUp } from './support/steps.ts'
import { listViolations } from './support/violations.ts'

const running = shareProduct()

const field = (page: Page) => page.getByLabel('Add a task')
const marks = (page: Page) => page.locator('[data-mark]').allTextContents()
const chips = (page: Page) =>
  page.getByRole('list', { name: 'What this line means' }).getByRole('button').allTextContents()
const suggestions = (page: Page) => page.getByRole('option').allTextContents()

async function ask<Data>(page: Page, query: string): Promise<Data> {
  const response = await fetch(`${running.product.apiUrl}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await readToken(page)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query }),
  })
  return ((await response.json()) as { data: Data }).data
}

async function createList(page: Page, name: string): Promise<void> {
  await ask(page, `mutation { createList(input: { name: "${name}" }) { list { id } } }`)
  await page.getByRole('link', { name }).first().waitFor()
}

type SavedTask = { title: string; tags: { name: string }[] } & Record<string, unknown>

/** The API's open tasks, the newest first. */
async function readTasks(page: Page): Promise<SavedTask[]> {
  const { tasks } = await ask<{ tasks: { nodes: SavedTask[] } }>(
    page,
    `{ tasks(first: 50, orderBy: [{ field: CREATED_AT, direction: DESC }], filter: { completed: { eq: false } }) {
      nodes { title dueOn dueTime priority list { name } tags { name } recurrence { rule } reminders { minutesBefore time } }
    } }`,
  )
  return tasks.nodes
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+V')
}

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

test('what is recognised is marked and said while it is typed, and saved as it was shown', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await createList(page, 'Home')
  await page.keyboard.press('q')
  await page.keyboard.type('Pay rent every 1st 9am #home !high @admin')
  await expect.poll(() => marks(page)).toEqual(['every 1st', '9am', '#home', '!high', '@admin'])
  const shown = await chips(page)
  expect(shown.slice(1)).toEqual(['on the 1st of every month', 'High', '#Home', '@admin (new)'])
  expect(shown[0]).toMatch(/ 09:00$/)
  await page.getByRole('status').filter({ hasText: 'High priority, in Home' }).waitFor()

  await page.keyboard.press('Enter')
  await page.getByText('Added “Pay rent” to Home').waitFor()
  await expect.poll(() => field(page).inputValue()).toBe('')
  const [task] = await readTasks(page)
  expect(task).toMatchObject({
    title: 'Pay rent',
    dueTime: '09:00',
    priority: 'HIGH',
    list: { name: 'Home' },
    tags: [{ name: 'admin' }],
    recurrence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=1' },
  })
  expect(task?.dueOn).toMatch(/-01$/)

  // The next one stays in this place: it shows at once, with everything set.
  const answers = Promise.withResolvers<void>()
  await page.route(`${running.product.apiUrl}/graphql`, async (route) => {
    await answers.promise
    await route.continue()
  })
  await page.keyboard.type('Call mum tomorrow 6pm !1 @family every week')
  await page.keyboard.press('Enter')
  const row = page.locator('[data-task]').filter({ hasText: 'Call mum' })
  await row.getByText('@family').waitFor()
  await row.getByRole('link', { name: /18:00.*Repeats every week/ }).waitFor()
  answers.resolve()
  await page.unrouteAll({ behavior: 'wait' })
  await page.getByText('Added “Call mum”').waitFor()
  await page.reload()
  await openTask(page, /^Call mum/).waitFor()
  await row.getByText('Tomorrow 18:00').waitFor()
  expect(window.complaints).toEqual([])
})

test('Escape, a press on a mark and one on its meaning turn a part back, and it stays text', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.keyboard.press('q')
  await page.keyboard.type('Read the news tomorrow 9am !high ')
  await expect.poll(() => marks(page)).toEqual(['tomorrow', '9am', '!high'])
  await page.keyboard.press('Escape')
  await expect.poll(() => marks(page)).toEqual(['tomorrow', '9am'])
  await page.keyboard.type('and @more')
  await expect.poll(() => marks(page)).toEqual(['tomorrow', '9am', '@more'])

  // With the caret in a part, Escape turns that one back.
  for (let step = 0; step < 'and @more'.length + ' !high 9'.length; step += 1)
    await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect.poll(() => marks(page)).not.toContain('9am')
  const mark = await page.locator('[data-mark="tag"]').boundingBox()
  if (!mark) throw new Error('Expected the tag’s mark on the screen, found none')
  await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2)
  await expect.poll(() => marks(page)).not.toContain('@more')
  await page.getByRole('button', { name: 'Tomorrow: turn back into text' }).click()
  await expect.poll(() => marks(page)).not.toContain('tomorrow')
  await expect(field(page).evaluate((it) => it === document.activeElement)).resolves.toBe(true)

  // The word has its meaning again once it is typed again.
  await field(page).fill('Read tomorrow')
  await expect.poll(() => marks(page)).toEqual(['tomorrow'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(field(page).evaluate((it) => it === document.activeElement)).resolves.toBe(false)
  await field(page).press('Enter')
  await openTask(page, 'Read tomorrow').waitFor()
  await page.getByText('Added “Read tomorrow”').waitFor()
  expect((await readTasks(page))[0]).toMatchObject({ title: 'Read tomorrow', dueOn: null })
  expect(window.complaints).toEqual([])
})

test('what only looks like a date is left alone, and an unknown list says that it stays text', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await field(page).fill('Buy milk tomorrow')
  await expect.poll(() => marks(page)).toEqual(['tomorrow'])
  for (const text of ['May I ask', 'See the marching band', 'Upgrade to version 3.11']) {
    await field(page).fill(text)
    await expect.poll(() => marks(page), { message: text }).toEqual([])
    expect(await chips(page)).toEqual([])
  }
  await field(page).fill('Paint #garage soon')
  await page.getByText('No list is called “garage”: it stays text').waitFor()
  await field(page).press('Enter')
  await openTask(page, 'Paint #garage soon').waitFor()
  expect(window.complaints).toEqual([])
})

test('when a task rings is said while it is typed, and it rings then; without it the words stay', async () => {
  await using window = await openWindow(running, clipboard)
  const { page } = window
  await signUp(page)
  await page.keyboard.press('q')
  await page.keyboard.type('Dentist tomorrow 2pm remind me 30 minutes before !! 1d before')
  await expect
    .poll(() => marks(page))
    .toEqual(['tomorrow', '2pm', 'remind me 30 minutes before', '!! 1d before'])
  await expect
    .poll(async () => (await chips(page)).slice(1))
    .toEqual(['Remind 30 minutes before', 'Remind 1 day before'])
  await page.getByRole('button', { name: 'Remind 1 day before: turn back into text' }).click()
  await expect.poll(async () => (await chips(page)).slice(1)).toEqual(['Remind 30 minutes before'])
  await page.keyboard.press('Enter')
  await page.locator('[data-task-title]', { hasText: 'Dentist !! 1d before' }).click()
  const line = page.locator('[data-task-field=reminders]')
  await expect.poll(() => line.textContent()).toMatch(/^Remind me30 minutes before(?!,)/)

  await page.goto('/inbox')
  await field(page).click()
  const text = [
    // Not tomorrow’s: after 19:00 there is no evening left before it.
    'Flight in 3 days 6am remind me the evening before',
    'remind me to call Bob',
    'Gift remind me 2 days before',
  ].join('\n')
  await paste(page, text)
  await page.getByRole('button', { name: 'Add 3 tasks' }).click()
  await page.locator('[data-task-title]', { hasText: 'Gift' }).waitFor()
  const listReminders = async () =>
    Object.fromEntries((await readTasks(page)).map(({ title, reminders }) => [title, reminders]))
  await expect.poll(listReminders).toMatchObject({
    Flight: [{ minutesBefore: null, time: '19:00' }],
    'remind me to call Bob': [],
    Gift: [{ minutesBefore: 2880, time: null }],
  })
  expect(window.complaints).toEqual([])
})

test('names are completed with the keyboard or the mouse', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await createList(page, 'Home')
  await createList(page, 'Home office')
  await page.keyboard.press('q')
  await page.keyboard.type('Paint #ho')
  await expect.poll(() => suggestions(page)).toEqual(['Home', 'Home office'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => field(page).inputValue()).toBe('Paint #"Home office" ')
  await page.keyboard.type('!')
  await expect.poll(() => suggestions(page)).toEqual(['Urgent', 'High', 'Medium', 'Low'])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await expect.poll(() => marks(page)).toEqual(['#"Home office"', '!low'])
  await page.keyboard.type('@new')
  await expect.poll(() => chips(page)).toContain('@new (new)')
  await page.keyboard.press('Enter')
  await page.getByText('Added “Paint” to Home office').waitFor()

  await page.keyboard.type('Sweep @n')
  await page.getByRole('option', { name: 'new' }).click()
  await page.keyboard.type('#')
  await expect.poll(() => suggestions(page)).toContain('Home')
  await page.keyboard.press('Escape')
  await expect.poll(() => suggestions(page)).toEqual([])
  expect(await field(page).inputValue()).toBe('Sweep @new #')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await openTask(page, /^Sweep/).waitFor()
  await page.getByText('Added “Sweep”').waitFor()
  const [sweep, paint] = await readTasks(page)
  expect(sweep?.tags).toEqual([{ name: 'new' }])
  expect(paint).toMatchObject({ priority: 'LOW', list: { name: 'Home office' } })
  expect(window.complaints).toEqual([])
})

test('many lines become a task each, which one undo takes away, or stay one', async () => {
  await using window = await openWindow(running, clipboard)
  const { page } = window
  await signUp(page)
  await page.keyboard.press('q')
  await paste(page, '- Buy milk tomorrow\n- Call mum !high @family\n\n- Pay rent every 1st\n')
  await page.getByRole('group', { name: 'You pasted 3 lines.' }).waitFor()
  await page.keyboard.press('Enter')
  for (const title of [/^Buy milk/, /^Call mum/, /^Pay rent/]) await openTask(page, title).waitFor()
  const places = page.getByRole('navigation', { name: 'Places', exact: true })
  const family = places.getByRole('link', { name: 'family' })
  await family.waitFor()
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.waitFor()
  const saved = await readTasks(page)
  expect(saved.map(({ title }) => title).sort()).toEqual(['Buy milk', 'Call mum', 'Pay rent'])
  expect(saved.find(({ title }) => title === 'Call mum')).toMatchObject({
    priority: 'HIGH',
    tags: [{ name: 'family' }],
  })
  await undo.click()
  await page.getByText('Your inbox is empty').waitFor()
  await family.waitFor({ state: 'detached' })

  await field(page).fill('Shopping: ')
  await field(page).press('End')
  await paste(page, 'milk\nbread')
  await page.getByRole('button', { name: 'Keep as one' }).click()
  await expect.poll(() => field(page).inputValue()).toBe('Shopping: milk bread')
  await paste(page, 'a\nb')
  await page.getByRole('button', { name: 'Add 2 tasks' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('button', { name: 'Add 2 tasks' }).count()).toBe(0)
  expect(await field(page).inputValue()).toBe('Shopping: milk bread')
  await paste(page, 'x\n'.repeat(501))
  await page.getByText('500 tasks can be added at once').waitFor()
  expect(window.complaints).toEqual([])
})

test('a task that is refused comes back with everything that was typed', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.keyboard.press('q')
  await page.keyboard.type('Call mum tomorrow 11pm !high')
  await expect.poll(() => marks(page)).toEqual(['tomorrow', '11pm', '!high'])
  await page.keyboard.press('Escape')
  const extensions = { code: 'BAD_USER_INPUT' }
  const answer = { data: null, errors: [{ message: 'That won’t do.', extensions }] }
  await page.route(`${running.product.apiUrl}/**`, (route) =>
    route.request().postData()?.includes('CreateTask')
      ? route.fulfill({ json: answer, headers: { 'access-control-allow-origin': '*' } })
      : route.fallback(),
  )
  await page.keyboard.press('Enter')
  await problem(page).waitFor()
  await expect.poll(() => field(page).inputValue()).toBe('Call mum tomorrow 11pm !high')
  await expect.poll(() => marks(page)).toEqual(['tomorrow', '11pm'])
  await page.unroute(`${running.product.apiUrl}/**`)
  await page.keyboard.press('Enter')
  await page.getByText('Added “Call mum !high”').waitFor()
  expect(await readTasks(page)).toHaveLength(1)

  await page.keyboard.type('tomorrow 9am')
  await page.keyboard.press('Enter')
  await page.getByText('no title is left').waitFor()
  expect(await field(page).inputValue()).toBe('tomorrow 9am')
})

test('from a place that makes no tasks it opens over it, and keeps what was typed when it closes', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByText('Nothing completed yet').waitFor()
  const overlay = page.getByRole('dialog', { name: 'Add a task' })
  await page.keyboard.press('q')
  await overlay.getByLabel('Add a task').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Buy stamps !high')
  await expect.poll(() => marks(page)).toEqual(['!high'])
  await page.keyboard.press('Escape')
  await expect.poll(() => marks(page)).toEqual([])
  await page.keyboard.press('Escape')
  await overlay.waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await expect.poll(() => overlay.getByLabel('Add a task').inputValue()).toBe('Buy stamps !high')
  await page.keyboard.press('Enter')
  await overlay.getByText('Added “Buy stamps” to your inbox').waitFor()
  await page.keyboard.type('Buy glue')
  await page.keyboard.press('Enter')
  await overlay.getByText('Added “Buy glue” to your inbox').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  for (const title of ['Buy stamps', 'Buy glue']) await openTask(page, title).waitFor()
  expect(window.complaints).toEqual([])
})

test('what is typed right after the key that opens a field lands in it, however busy the machine', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.goto('/completed')
  await page.getByText('Nothing completed yet').waitFor()
  for (const [key, input] of [
    ['q', page.getByRole('textbox', { name: 'Add a task' })],
    ['ControlOrMeta+k', page.getByLabel('Find a place or an action')],
  ] as const) {
    await page.keyboard.press(key)
    await input.waitFor()
    await page.keyboard.press('Escape')
    await input.waitFor({ state: 'detached' })
    // Nothing is painted for a while.
    await page.evaluate('window.requestAnimationFrame = () => 0')
    await page.keyboard.press(key)
    await page.keyboard.type('Buy milk')
    expect(await input.inputValue()).toBe('Buy milk')
    await page.reload()
    await page.getByText('Nothing completed yet').waitFor()
  }
  expect(window.complaints).toEqual([])
})

test('a place gives its tasks what keeps them in it, and the line has the last word', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByText('Nothing left for today').waitFor()
  await page.keyboard.press('q')
  await page.keyboard.type('Stretch')
  await page.getByRole('listitem').filter({ hasText: 'Today' }).last().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Stretch', exact: true }).waitFor()
  await page.keyboard.type('Run tomorrow')
  await page.keyboard.press('Enter')
  await page.getByText('Added “Run” to your inbox · Tomorrow').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(async () => (await readTasks(page)).map(({ title }) => title))
    .toEqual(['Stretch'])
  expect(window.complaints).toEqual([])
})

test('input methods keep their Enter, and marks lie under their words in any script and length', async () => {
  await using window = await openWindow(running, { viewport: { width: 390, height: 844 } })
  const { page } = window
  await signUp(page)
  await field(page).fill('買う')
  await field(page).evaluate((it) =>
    it.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    ),
  )
  expect(await field(page).inputValue()).toBe('買う')
  for (const text of [
    'اتصل بأمي tomorrow في المساء @عائلة',
    'One long line that goes on and on until it has to break, tomorrow at 9am, and once more !high',
    `${'W'.repeat(120)} tomorrow`,
  ]) {
    await field(page).fill(text)
    await expect.poll(() => marks(page)).not.toEqual([])
    const sizes = await field(page).evaluate((it) => ({
      text: it.scrollHeight,
      mirror: it.previousElementSibling?.clientHeight,
      directions: [it, it.previousElementSibling ?? it].map(
        (one) => getComputedStyle(one).direction,
      ),
    }))
    expect(sizes.text, text).toBe(sizes.mirror)
    expect(new Set(sizes.directions).size, text).toBe(1)
  }
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(field(page).evaluate((it) => it === document.activeElement)).resolves.toBe(true)
  expect(window.complaints).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in marks, names, lines and overlay, ${colorScheme}`, async () => {
    await using window = await openWindow(running, { colorScheme, ...clipboard })
    const { page } = window
    await signUp(page)
    await page.keyboard.press('q')
    await page.keyboard.type('Pay rent every 1st 9am from 1 dec !high @admin #none ')
    await expect.poll(() => marks(page)).toContain('@admin')
    expect(await listViolations(page), 'marks').toEqual([])
    await page.keyboard.type('!')
    await page.getByRole('listbox').waitFor()
    expect(await listViolations(page), 'names').toEqual([])
    await paste(page, 'a\nb')
    await page.getByRole('button', { name: 'Add 2 tasks' }).waitFor()
    expect(await listViolations(page), 'lines').toEqual([])
    await page.goto('/completed')
    await page.getByText('Nothing completed yet').waitFor()
    await page.keyboard.press('q')
    await page.getByRole('dialog').waitFor()
    expect(await listViolations(page), 'overlay').toEqual([])
    expect(window.complaints).toEqual([])
  })
}

test('a stranger finds the cursor in the field, and tasks that teach by being done if they want any', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await page.reload()
  await field(page).and(page.locator(':focus')).waitFor()
  await page.getByRole('button', { name: 'Show me around' }).click()
  await expect.poll(() => page.locator('[data-task]').count()).toBe(7)
  // What the tasks say to type can be typed, because the list that they name exists.
  await page.keyboard.type('Call mum tomorrow 6pm #Home')
  await expect.poll(() => chips(page)).toContain('#Home')
  await field(page).fill('')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Your inbox is empty').waitFor()
  expect(window.complaints).toEqual([])
})
