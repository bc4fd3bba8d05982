import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, openTask, signUp } from './support/steps.ts'

const running = shareProduct()
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** How many pixels of the page overflow on the right; nobody should have to scroll sideways. */
function readOverflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

// A window of 1280 × 1024 holds so many pixels of the page at these zooms (WCAG 2.2, 1.4.4 and 1.4.10).
for (const [zoom, viewport] of Object.entries({
  '200 %': { width: 640, height: 512 },
  '400 %': { width: 320, height: 256 },
})) {
  test(`at ${zoom} every screen fits its width and can be used`, async () => {
    await using window = await openWindow(running, { viewport })
    const { page } = window
    for (const path of ['/login', '/signup']) {
      await page.goto(path)
      expect(await readOverflow(page), path).toBe(0)
    }
    await signUp(page)
    await addTask(page, longWord)
    await addTask(page, 'Ring the dentist')
    expect(await readOverflow(page), 'inbox').toBe(0)
    await openTask(page, 'Ring the dentist').click()
    await page.getByLabel('Title').fill('Ring the other dentist')
    expect(await readOverflow(page), 'task').toBe(0)
    await page.keyboard.press('Enter')
    // From the title to the panel, and from the panel to the list.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await openTask(page, 'Ring the other dentist').waitFor()
    await page.getByRole('checkbox', { name: 'Complete “Ring the other dentist”' }).click()
    await openTask(page, 'Ring the other dentist').waitFor({ state: 'detached' })
    for (const path of ['/today', '/upcoming', '/search?q=ring', '/settings', '/settings/data']) {
      await page.goto(path)
      await page.getByRole('heading').first().waitFor()
      expect(await readOverflow(page), path).toBe(0)
    }
    expect(window.complaints).toEqual([])
  })
}

test('at 320 pixels the longest words scroll no screen sideways', async () => {
  await using window = await openWindow(running, { viewport: { width: 320, height: 640 } })
  const { page } = window
  const apiUrl = running.product.apiUrl
  const label = 'a'.repeat(60)
  const email = `${label}@${[label, label, label].join('.')}.example`
  await page.goto('/signup')
  await page.getByLabel('Name').fill('b'.repeat(100))
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/inbox')
  const word = 'c'.repeat(500)
  const made = await askApi<Record<'list' | 'tag' | 'view', Record<string, { id: string }>>>(
    page,
    apiUrl,
    `mutation ($task: CreateTaskInput!, $list: CreateListInput!, $tag: CreateTagInput!, $view: CreateSavedViewInput!) {
      list: createList(input: $list) { list { id } }
      tag: createTag(input: $tag) { tag { id } }
      view: createSavedView(input: $view) { savedView { id } }
      task: createTask(input: $task) { task { id } }
    }`,
    {
      list: { name: 'd'.repeat(100) },
      tag: { name: 'e'.repeat(50) },
      view: { name: 'f'.repeat(100), filter: {} },
      task: {
        title: word,
        description: `${word}\n\n\`${word}\`\n\nhttps://example.org/${word}`,
        tagNames: ['e'.repeat(50)],
      },
    },
  )
  const found: string[] = []
  const look = async (where: string) => {
    const overflow = await readOverflow(page)
    if (overflow > 0) found.push(`${where}: ${overflow} px`)
  }
  await page.goto('/inbox')
  await openTask(page, new RegExp(`^${word}`)).waitFor()
  await look('inbox')
  await openTask(page, new RegExp(`^${word}`)).click()
  await page.getByLabel('Title', { exact: true }).waitFor()
  await look('task')
  const places = [
    `/list/${made.list.list?.id}`,
    `/tag/${made.tag.tag?.id}`,
    `/view/${made.view.savedView?.id}`,
    `/search?q=${word.slice(0, 100)}`,
    ...['/all', '/completed', '/trash', '/settings'],
    ...['profile', 'sign-in', 'sessions', 'tokens', 'webhooks', 'data'].map(
      (name) => `/settings/${name}`,
    ),
    '/verify-email',
    '/login',
    '/goodbye',
  ]
  for (const place of places) {
    await page.goto(place)
    await page.getByRole('heading').first().waitFor()
    await look(place)
  }
  expect(found).toEqual([])
  expect(window.complaints).toEqual([])
})

test('with text of twice the size nothing is cut off', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'A task whose title takes more than a line once its letters are that large')
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await readOverflow(page)).toBe(0)
  const cut = await page
    .locator('main')
    .evaluate((main) =>
      [...main.querySelectorAll('h1, h2, a, button, [data-task] span')]
        .filter(
          (element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
        )
        .map((element) => element.textContent),
    )
  expect(cut).toEqual([])
})

test('a title reads from right to left where its words do, in its row, its panel and while it is typed', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  const title = 'לקנות חלב'
  const readDirections = (text: string) =>
    page.evaluate((words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (walker.nextNode()) {
        const holder = walker.currentNode.parentElement
        const isHidden = holder?.closest('[aria-hidden], [role=status]')
        if (holder && !isHidden && walker.currentNode.textContent === words)
          found.push(getComputedStyle(holder).direction)
      }
      return found
    }, text)

  await page.getByLabel('Add a task').fill(title)
  const direction = (label: string) =>
    page.getByLabel(label).evaluate((field) => getComputedStyle(field).direction)
  expect(await direction('Add a task')).toBe('rtl')
  await addTask(page, title)
  await addTask(page, 'Buy milk')
  expect(await readDirections(title)).toEqual(['rtl'])
  expect(await readDirections('Buy milk')).toEqual(['ltr'])
  await openTask(page, title).click()
  await page.getByLabel('Title').waitFor()
  expect(await direction('Title')).toBe('rtl')
  expect(window.complaints).toEqual([])
})
