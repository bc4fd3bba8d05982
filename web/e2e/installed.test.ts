import { createServer, request } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { findFreePort } from '../../server/test/support/free-port.ts'
import { openWindow } from './support/browser.ts'
import { shareProduct } from './support/shared-product.ts'
import { addTask, openTask, signUp } from './support/steps.ts'

// What the app is once somebody has installed it. A server before the web app stands for its next version,
// with another service worker.

let workerVersion = 1
const relay = createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming
  const isWorker = url === '/service-worker.js'
  if (isWorker)
    for (const name of ['if-none-match', 'if-modified-since', 'accept-encoding'])
      delete headers[name]
  const onwards = request({ port: webPort, host: '127.0.0.1', method, path: url, headers })
  onwards.on('response', (answer) => {
    const { 'content-length': _, ...rest } = answer.headers
    outgoing.writeHead(answer.statusCode ?? 500, rest)
    if (isWorker) outgoing.write(`self.version = ${workerVersion};\n`)
    answer.pipe(outgoing)
  })
  onwards.on('error', () => outgoing.destroy())
  incoming.pipe(onwards)
})
const relayPort = await findFreePort()
const webPort = await findFreePort()
const webUrl = `http://localhost:${relayPort}`
const running = shareProduct(async () => {
  relay.listen(relayPort)
  return { WEB_PORT: String(webPort), WEB_ORIGINS: webUrl }
})
afterAll(() => {
  relay.closeAllConnections()
  relay.close()
})

test('a browser finds nothing wrong with the manifest, and every icon has the size it says', async () => {
  await using window = await openWindow(running, { baseURL: webUrl })
  const { page } = window
  for (const path of ['/login', '/inbox']) {
    if (path === '/inbox') await signUp(page)
    else await page.goto(path)
    const devtools = await page.context().newCDPSession(page)
    const { errors, url, data } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(url).toBe(`${webUrl}/manifest.webmanifest`)
    const manifest = JSON.parse(data ?? '') as { icons: { src: string; sizes: string }[] }
    for (const { src, sizes } of manifest.icons)
      expect(sizes === 'any' ? sizes : await readSize(page, src), src).toBe(sizes)
    const apple = page.locator('link[rel="apple-touch-icon"]')
    expect(await readSize(page, (await apple.getAttribute('href')) ?? '')).toBe('180x180')
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
  }
  expect(window.complaints).toEqual([])
})

test('what is shared to the app is in the field for a new task, and is asked for once', async () => {
  await using window = await openWindow(running, { baseURL: webUrl })
  const { page } = window
  await signUp(page)
  await page.goto('/inbox?title=A+walk&url=https%3A%2F%2Fexample.com%2Fa')
  const field = page.getByRole('dialog').getByLabel('Add a task')
  await expect.poll(() => field.inputValue()).toBe('A walk https://example.com/a')
  expect(page.url()).toBe(`${webUrl}/inbox`)
  await field.press('Enter')
  await page.getByRole('status').getByText('Added').waitFor()
  await page.keyboard.press('Escape')
  await openTask(page, /A walk/).waitFor()

  await page.goto('/inbox?add')
  await expect.poll(() => field.inputValue()).toBe('')
  expect(window.complaints).toEqual([])
})

test('the icon’s badge counts what is due today, and follows it', async () => {
  await using window = await openWindow(running, { baseURL: webUrl })
  const { page } = window
  // Neither a headless browser nor an incognito window installs anything.
  await page.addInitScript(() => {
    const asked = globalThis.matchMedia.bind(globalThis)
    globalThis.matchMedia = (query: string) => asked(query.includes('standalone') ? 'all' : query)
    navigator.setAppBadge = async (count) => void document.body.setAttribute('badge', `${count}`)
  })
  await signUp(page)
  const badge = () => page.locator('body').getAttribute('badge')
  await expect.poll(badge).toBe('0')
  await addTask(page, 'Water the plants')
  await page.getByLabel('Add a task').fill('Feed the cat today')
  await page.getByLabel('Add a task').press('Enter')
  await expect.poll(badge).toBe('1')
  await openTask(page, /Feed the cat/).waitFor()
  expect(window.complaints).toEqual([])
})

test('a new service worker takes over under an open tab, which works on; it keeps no page', async () => {
  await using window = await openWindow(running, { baseURL: webUrl })
  const { page } = window
  await signUp(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
    .toBe(true)
  workerVersion += 1
  const replaced = page.evaluate(async () => {
    const changed = new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    )
    await (await navigator.serviceWorker.ready).update()
    await changed
  })
  await addTask(page, 'Water the plants')
  await replaced
  await openTask(page, 'Water the plants').click()
  await page.getByLabel('Title').waitFor()
  await addTask(page, 'Feed the cat')
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  expect(window.complaints).toEqual([])
})

async function readSize(page: Page, src: string): Promise<string> {
  return page.evaluate(async (url) => {
    const image = new Image()
    image.src = url
    await image.decode()
    return `${image.naturalWidth}x${image.naturalHeight}`
  }, src)
}
