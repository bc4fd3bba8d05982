import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openWindow } from './support/browser.ts'
import { shareProductBehindNetwork } from './support/shared-network.ts'
import { addTask, openTask, readTitles, sendTasks, signUp } from './support/steps.ts'

const running = shareProductBehindNetwork()

let apiUrl: string
beforeAll(() => {
  apiUrl = running.product.apiUrl
})

/** What comes back has to be there within five seconds; a busy machine gets one more. */
const backSoon = { timeout: 6_000 }
const trouble = (page: Page) =>
  page.getByText('Trouble reaching Tend').filter({ visible: true }).first()

/** Makes a page hidden or visible, as a browser does when the person switches tabs. */
async function show(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: visibilityState,
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

/** The subscriptions that a page begins from now on. */
function noteStreams(page: Page): string[] {
  const streams: string[] = []
  page.on('request', (request) => {
    if (request.postDataJSON()?.operationName === 'LiveChanges') streams.push(request.url())
  })
  return streams
}

/** Waits until the page receives what changes elsewhere. */
async function waitUntilLive(page: Page): Promise<void> {
  await sendTasks(page, apiUrl, ['Live now'])
  await openTask(page, 'Live now').waitFor()
}

/** Signs somebody up whose first tab is live, and opens a second one that shows what the first has received. */
async function openTwoTabs(first: Page) {
  await signUp(first)
  await waitUntilLive(first)
  const second = await first.context().newPage()
  const streams = noteStreams(second)
  await second.goto('/inbox')
  await openTask(second, 'Live now').waitFor()
  return { first, second, streams }
}

test('a connection that dies without a word is found dead, and what was missed comes when the network is back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await waitUntilLive(page)
  running.network.swallow(true)
  try {
    await sendTasks(page, apiUrl, ['Written meanwhile'])
    await trouble(page).waitFor({ timeout: 30_000 })
    // As long as a walk through a tunnel.
    await sleep(25_000)
  } finally {
    running.network.swallow(false)
  }
  await openTask(page, 'Written meanwhile').waitFor(backSoon)
  await trouble(page).waitFor({ state: 'detached', timeout: 2_000 })
})

test('a change that a network swallowed leaves no trouble behind when the network is back', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await waitUntilLive(page)
  running.network.swallow(true)
  try {
    await page.getByLabel('Add a task').fill('Swallowed')
    await page.getByLabel('Add a task').press('Enter')
    await trouble(page).waitFor({ timeout: 30_000 })
  } finally {
    running.network.swallow(false)
  }
  await trouble(page).waitFor({ state: 'detached', ...backSoon })
})

test('a page that is shown again catches up at once', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await waitUntilLive(page)
  await show(page, 'hidden')
  running.network.swallow(true)
  await sendTasks(page, apiUrl, ['While nobody looked'])
  await sleep(2_000)
  running.network.swallow(false)
  await show(page, 'visible')
  await openTask(page, 'While nobody looked').waitFor(backSoon)
})

test('eight tabs of a browser share one connection, and save and receive like one', async () => {
  await using window = await openWindow(running)
  const first = window.page
  await signUp(first)
  const streams: string[][] = []
  const tabs: Page[] = [first]
  for (let count = 2; count <= 8; count += 1) {
    const tab = await first.context().newPage()
    tab.setDefaultTimeout(10_000)
    streams.push(noteStreams(tab))
    await tab.goto('/inbox')
    await tab.getByLabel('Add a task').waitFor()
    tabs.push(tab)
  }
  const last = tabs.at(-1) as Page
  await addTask(last, 'From the eighth tab')
  for (const tab of tabs) await openTask(tab, 'From the eighth tab').waitFor()
  await sendTasks(last, apiUrl, ['From elsewhere'])
  for (const tab of tabs) await openTask(tab, 'From elsewhere').waitFor()
  await first.getByRole('checkbox', { name: 'Complete “From the eighth tab”' }).click()
  for (const tab of tabs) await expect.poll(() => readTitles(tab)).toEqual(['From elsewhere'])
  expect(streams.flat()).toEqual([])

  // The tab that held the connection closes, and another one takes over.
  await first.close()
  await sendTasks(last, apiUrl, ['After the first tab'])
  for (const tab of tabs.slice(1)) await openTask(tab, 'After the first tab').waitFor(backSoon)
  expect(streams.flat()).toHaveLength(1)
})

test('a tab that hangs with the connection in its hands is replaced', async () => {
  await using window = await openWindow(running)
  const { first, second, streams } = await openTwoTabs(window.page)
  expect(streams).toEqual([])
  const debug = await first.context().newCDPSession(first)
  await debug.send('Debugger.enable')
  await debug.send('Debugger.pause')
  void first.evaluate(() => {}).catch(() => {})
  await show(second, 'visible')
  await sendTasks(second, apiUrl, ['Past the tab that hangs'])
  await openTask(second, 'Past the tab that hangs').waitFor(backSoon)
  expect(streams).toHaveLength(1)
  await debug.send('Debugger.disable')
  // The tab that hung continues, and follows the other.
  await openTask(first, 'Past the tab that hangs').waitFor(backSoon)
  await sendTasks(second, apiUrl, ['For both'])
  for (const tab of [first, second]) await openTask(tab, 'For both').waitFor(backSoon)
})

test('a hidden tab lets go of the connection, and has it again when it is shown', async () => {
  await using window = await openWindow(running)
  const { first, second, streams } = await openTwoTabs(window.page)
  await show(first, 'hidden')
  await expect.poll(() => streams, { timeout: 30_000 }).toHaveLength(1)
  await sendTasks(second, apiUrl, ['By the tab that is seen'])
  await openTask(first, 'By the tab that is seen').waitFor(backSoon)
  await second.close()
  await sleep(2_000)
  await sendTasks(first, apiUrl, ['While no tab was seen'])
  await sleep(1_000)
  expect(await openTask(first, 'While no tab was seen').count()).toBe(0)
  await show(first, 'visible')
  await openTask(first, 'While no tab was seen').waitFor(backSoon)
})

test('where tabs can’t find each other, each has a connection of its own', async () => {
  await using window = await openWindow(running)
  await window.page
    .context()
    .addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'))
  const first = window.page
  await signUp(first)
  const second = await first.context().newPage()
  const streams = noteStreams(second)
  await second.goto('/inbox')
  await expect.poll(() => streams).toHaveLength(1)
  await sendTasks(second, apiUrl, ['For each'])
  for (const tab of [first, second]) await openTask(tab, 'For each').waitFor()
})

test('subtasks written fast keep the order they were written in, all along', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await signUp(page)
  await addTask(page, 'Soil')
  await openTask(page, 'Soil').click()
  const field = page.getByLabel('Add a subtask')
  await field.waitFor()
  const orders = await page.evaluateHandle(() => {
    const seen = new Set<string>()
    const look = () => {
      const all = document.querySelectorAll('textarea[aria-label^="Title of the subtask"]')
      seen.add(Array.from(all, (title) => (title as HTMLTextAreaElement).value).join())
      requestAnimationFrame(look)
    }
    look()
    return seen
  })
  for (const title of ['Sieve', 'Mix', 'Fill']) {
    await field.fill(title)
    await field.press('Enter')
  }
  await page.getByText('Saved', { exact: true }).filter({ visible: true }).waitFor()
  const right = ['', 'Sieve', 'Sieve,Mix', 'Sieve,Mix,Fill']
  const seen = await orders.evaluate((all) => [...all])
  expect(seen).toContain('Sieve,Mix,Fill')
  expect(seen.filter((order) => !right.includes(order))).toEqual([])
  expect(window.complaints).toEqual([])
})
