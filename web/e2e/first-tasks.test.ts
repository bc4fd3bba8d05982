import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { startProduct } from './support/product.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, openTask, readTitles, sendTasks, signUp } from './support/steps.ts'
import { holdCode, noteOperations, openPainted } from './support/watching.ts'

const running = shareProduct()
const soon = { timeout: 30_000 }

const createTask =
  'mutation Write($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }'

/** A window of somebody new whose inbox holds these tasks. */
async function openWithTasks(titles: string[], options = {}) {
  const window = await openWindow(running, options)
  await signUp(window.page)
  await sendTasks(window.page, running.product.apiUrl, titles)
  await expect.poll(() => readTitles(window.page), soon).toEqual(titles)
  return window
}

test('the first tasks come with the page, before the app’s code, and nobody asks for them again', async () => {
  await using window = await openWithTasks(['Early bird', 'Worm'])
  const { page } = window
  const send = await holdCode(page)
  const sent = await openPainted(page, '/inbox')
  // The previous page may have been loading counts.
  const asked = noteOperations(page)
  expect(sent.headers()['cache-control']).toContain('no-store')
  await openTask(page, 'Early bird').waitFor()
  expect(await readTitles(page)).toEqual(['Early bird', 'Worm'])
  expect(asked).toEqual([])
  send()
  await expect.poll(() => asked, soon).toContain('LiveChanges')
  await page.getByRole('checkbox', { name: 'Complete “Worm”' }).click()
  await page.getByText('Completed “Worm”').waitFor()
  for (const name of ['Shell', 'TaskPage', 'SyncCursor']) expect(asked).not.toContain(name)
  expect(window.complaints).toEqual([])
})

test('a button that is pressed before the app’s code has come does what it says once the code is here', async () => {
  await using window = await openWithTasks(['Early bird', 'Worm', 'Leaf'])
  const { page } = window
  const send = await holdCode(page)
  await openPainted(page, '/inbox')
  const complete = page.getByRole('checkbox', { name: 'Complete “Worm”' })
  await complete.click()
  // Impatience isn't a change of mind.
  await complete.click()
  await page.getByRole('checkbox', { name: 'Complete “Leaf”' }).press('Space')
  send()
  await expect.poll(() => readTitles(page), soon).toEqual(['Early bird'])
  // Leaving the page would take along what hasn't been sent.
  const countCompleted = async () => {
    const query = '{ tasks(filter: { completed: { eq: true } }) { totalCount } }'
    const { apiUrl } = running.product
    return (await askApi<{ tasks: { totalCount: number } }>(page, apiUrl, query)).tasks.totalCount
  }
  await expect.poll(countCompleted, soon).toBe(2)
  await page.goto('/completed')
  await page.getByRole('link', { name: 'Worm' }).waitFor()
  await page.getByRole('link', { name: 'Leaf' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('keys that are pressed before the app’s code has come do what they say, in their order', async () => {
  await using window = await openWithTasks(['Early bird', 'Worm', 'Leaf'])
  const { page } = window
  const send = await holdCode(page)
  await openPainted(page, '/inbox')
  await openTask(page, 'Leaf').waitFor()
  // The code for selecting loads after the code that moves the focus.
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
  send()
  await page.getByRole('region', { name: 'Selected tasks' }).getByText('2 selected').waitFor(soon)
  await page.keyboard.press('Backspace')
  await expect.poll(() => readTitles(page), soon).toEqual(['Leaf'])
  expect(window.complaints).toEqual([])
})

test('what changes between the page and the app’s code is shown once the code has come', async () => {
  await using window = await openWithTasks(['Early bird'])
  const { page } = window
  const send = await holdCode(page)
  await openPainted(page, '/inbox')
  await openTask(page, 'Early bird').waitFor()
  await sendTasks(page, running.product.apiUrl, ['From elsewhere'])
  send()
  await openTask(page, 'From elsewhere').waitFor(soon)
  expect(window.complaints).toEqual([])
})

test('each place comes with its tasks as the app shows them, also in another locale and time zone', async () => {
  const elsewhere = { locale: 'en-US', timezoneId: 'Pacific/Auckland' }
  await using window = await openWindow(running, elsewhere)
  const { page } = window
  await signUp(page)
  const { apiUrl } = running.product
  await askApi(
    page,
    apiUrl,
    'mutation { updateMe(input: { timeZone: "America/Los_Angeles" }) { mutationId } }',
  )
  const { createList } = await askApi<{ createList: { list: { id: string } } }>(
    page,
    apiUrl,
    'mutation { createList(input: { name: "Über uns", color: TEAL }) { list { id } } }',
  )
  const { createTag } = await askApi<{ createTag: { tag: { id: string } } }>(
    page,
    apiUrl,
    'mutation { createTag(input: { name: "errand" }) { tag { id } } }',
  )
  const listId = createList.list.id
  const tagIds = [createTag.tag.id]
  const today = Temporal.Now.plainDateISO('America/Los_Angeles')
  const tasks = [
    { title: 'In a list', listId, tagIds },
    { title: 'Late', dueOn: `${today.subtract({ days: 400 })}` },
    { title: 'At nine', dueOn: `${today}`, dueTime: '21:00', tagIds },
    { title: 'Soon', dueOn: `${today.add({ days: 3 })}`, priority: 'HIGH', description: 'Words' },
  ]
  for (const task of tasks) await askApi(page, apiUrl, createTask, { input: task })
  const places = ['inbox', 'today', 'upcoming', 'all', `list/${listId}`, `tag/${tagIds[0]}`]
  for (const place of places) {
    const send = await holdCode(page)
    await openPainted(page, `/${place}`)
    const list = page.getByRole('main').getByRole('list')
    const sent = await list.ariaSnapshot()
    const asked = noteOperations(page)
    send()
    await expect.poll(() => asked, soon).toContain('LiveChanges')
    expect(await list.ariaSnapshot(), place).toBe(sent)
    await page.unrouteAll()
  }
  await page.goto('/today')
  await page.getByRole('link', { name: /^At nine.*9:00\sPM/ }).waitFor()
  expect(window.complaints).toEqual([])
})

test('tags are sorted by the rules of the user’s language, in the page as in the app', async () => {
  await using window = await openWindow(running, { locale: 'sv-SE' })
  const { page } = window
  await signUp(page)
  for (const name of ['zoo', 'ängar'])
    await askApi(
      page,
      running.product.apiUrl,
      `mutation { createTag(input: { name: "${name}" }) { mutationId } }`,
    )
  await page.getByRole('link', { name: 'ängar' }).waitFor()
  const asked = noteOperations(page)
  await page.reload()
  await expect.poll(() => asked, soon).toContain('LiveChanges')
  const places = page.getByRole('navigation', { name: 'Places' })
  const tags = places.getByRole('link', { name: /zoo|ängar/ })
  expect(await tags.allTextContents()).toEqual(['zoo', 'ängar'])
  expect(window.complaints).toEqual([])
})

test('a web server that gets no answer in time sends the page without its tasks, and the app asks', async () => {
  // Accepts connections, and never answers.
  await using stack = new AsyncDisposableStack()
  const silent = stack.adopt(createServer(), (server) => void server.close())
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
  const { port } = silent.address() as { port: number }
  const product = stack.use(await startProduct({ API_INTERNAL_URL: `http://127.0.0.1:${port}` }))
  const window = stack.use(await openWindow({ browser: running.browser, product }))
  const { page } = window
  await signUp(page)
  await addTask(page, 'Behind the wall')
  const asked = noteOperations(page)
  await page.reload()
  await openTask(page, 'Behind the wall').waitFor()
  expect(asked.filter((name) => name === 'TaskPage')).toHaveLength(1)
  expect(product.output()).toContain('A page goes without its first tasks')
  expect(window.complaints).toEqual([])
})
