import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchBrowser, openWindow } from './support/browser.ts'
import { startProduct } from './support/product.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, askApi, openTask, readTitles, signIn, signUp } from './support/steps.ts'
import { holdCode, noteOperations } from './support/watching.ts'

const running = shareProduct()
const soon = { timeout: 30_000 }

const complete = (title: string) => ({ name: `Complete “${title}”` })

/** Opens the inbox while the app's code is held back; gives the function that releases it. */
async function openWithoutCode(page: Page): Promise<() => void> {
  const send = await holdCode(page)
  await page.goto('/inbox', { waitUntil: 'commit' })
  return send
}

test('the token that the page asks for is good for as long as the app’s code is on its way', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  let tokens = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/auth/token?')) tokens += 1
  })
  const asked = noteOperations(page)
  const send = await openWithoutCode(page)
  // Longer than an answer may take.
  await page.waitForTimeout(21_000)
  send()
  await expect.poll(() => asked).toContain('Counts')
  expect(tokens).toBe(1)
})

test('the product is restarted under an open app: it says so, loses nothing, and goes on by itself', async () => {
  await using stack = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'tend-restarted-'))
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const browser = stack.adopt(await launchBrowser(), (one) => one.close())
  const first = stack.use(await startProduct({ DATA_DIR: dataDir }))
  const window = stack.use(await openWindow({ browser, product: first }))
  const { page } = window
  await signUp(page)
  await addTask(page, 'Before the restart')
  await addTask(page, 'Done before it')
  await page.getByRole('checkbox', complete('Done before it')).click()
  await page.getByText('Completed “Done before it”').waitFor()

  await first.stop()
  await page.getByLabel('Add a task').fill('While it was away')
  await page.getByLabel('Add a task').press('Enter')
  await openTask(page, 'While it was away').waitFor()
  await page
    .getByText('Trouble reaching Tend, 1 change waiting')
    .filter({ visible: true })
    .waitFor()

  const again = stack.use(
    await startProduct({
      DATA_DIR: dataDir,
      WEB_PORT: new URL(first.webUrl).port,
      API_PORT: new URL(first.apiUrl).port,
    }),
  )
  await page.getByText('Added “While it was away”').waitFor()
  const elsewhere =
    'mutation { createTask(input: { title: "Elsewhere, afterwards" }) { mutationId } }'
  await askApi(page, again.apiUrl, elsewhere)
  const all = ['While it was away', 'Before the restart', 'Elsewhere, afterwards']
  await expect.poll(() => readTitles(page), soon).toEqual(all)
  await page.reload()
  await expect.poll(() => readTitles(page), soon).toEqual(all)
})

test('a page that can’t be made says so, and comes once it can', async () => {
  await using stack = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'tend-half-'))
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const browser = stack.adopt(await launchBrowser(), (one) => one.close())
  const whole = stack.use(await startProduct({ DATA_DIR: dataDir }))
  const { page } = stack.use(await openWindow({ browser, product: whole }))
  await signUp(page)
  await addTask(page, 'Still here')
  await whole.stop()

  const ports = {
    DATA_DIR: dataDir,
    WEB_PORT: new URL(whole.webUrl).port,
    API_PORT: new URL(whole.apiUrl).port,
  }
  // The embedded database lives in the API's process.
  const web = stack.use(await startProduct(ports, ['--only', 'web']))
  expect((await page.goto('/today'))?.status()).toBe(500)
  await page.getByText('Tend can’t be reached right now').waitFor()
  await web.stop()

  stack.use(await startProduct(ports))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Nothing left for today').waitFor()
  await page.goto('/inbox')
  await openTask(page, 'Still here').waitFor()
})

test('over a slow network everything shows at once, and what is on its way is said', async () => {
  await using window = await openWindow(running)
  await using other = await openWindow(running)
  const { page } = window
  const person = await signUp(page)
  await addTask(page, 'Water the plants')
  const network = await page.context().newCDPSession(page)
  const latency = 3_000
  const speed = { downloadThroughput: -1, uploadThroughput: -1, offline: false }
  await network.send('Network.emulateNetworkConditions', { latency, ...speed })

  await page.getByLabel('Add a task').fill('Repot the fern')
  await page.getByLabel('Add a task').press('Enter')
  await openTask(page, 'Repot the fern').waitFor()
  await page.getByRole('checkbox', complete('Water the plants')).click()
  await openTask(page, 'Water the plants').waitFor({ state: 'detached' })
  await page.getByText('Saving', { exact: false }).filter({ visible: true }).first().waitFor()

  await signIn(other.page, person)
  await expect.poll(() => readTitles(other.page), soon).toEqual(['Repot the fern'])
  await page.getByText('Saved', { exact: true }).filter({ visible: true }).first().waitFor()
  expect(window.complaints).toEqual([])
})

test('undoing straight after an action takes that one back, not the one before', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Repot the fern')
  await addTask(page, 'Water the plants')
  const { promise: pressed, resolve: press } = Promise.withResolvers<void>()
  await page.route(`${running.product.apiUrl}/graphql`, async (route) => {
    if (route.request().postData()?.includes('mutation CompleteTask')) await pressed
    await route.continue()
  })
  await page.getByRole('checkbox', complete('Water the plants')).click()
  await openTask(page, 'Water the plants').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  press()
  await page.getByText('Undone.').waitFor()
  await expect.poll(() => readTitles(page), soon).toEqual(['Water the plants', 'Repot the fern'])
  expect(window.complaints).toEqual([])
})

test('what is typed before the app’s code has come stays, and a line that Enter ended is added', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  let sendCode = await openWithoutCode(page)
  await page.getByLabel('Add a task').pressSequentially('Typed at once\n')
  sendCode()
  await openTask(page, 'Typed at once').waitFor()
  expect(await page.getByLabel('Add a task').inputValue()).toBe('')

  sendCode = await openWithoutCode(page)
  await page.getByLabel('Add a task').pressSequentially('Half a sen')
  sendCode()
  await openTask(page, 'Typed at once').waitFor()
  await page.getByLabel('Add a task').pressSequentially('tence\n')
  await openTask(page, 'Half a sentence').waitFor()
  expect(window.complaints).toEqual([])
})
