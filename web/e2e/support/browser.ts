import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** A person's browser window, with its complaints. */
export interface Window extends AsyncDisposable {
  page: Page
  /** Console errors, uncaught exceptions and refused resources; a test ends with none. */
  complaints: string[]
}

// Single-process mode is for tiny cloud functions and can't open a second window. An emulated graphics
// card uses more of the processor than rendering without one.
const unwanted = [
  '--single-process',
  '--no-zygote',
  '--in-process-gpu',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // With these a page may read every other origin, so nothing would show what the API lets whom read.
  '--disable-web-security',
  '--allow-running-insecure-content',
]

/**
 * Unpacks Chromium where npm brings it. A second process must not do so at the same time: it would
 * start the file while the first still writes it (ETXTBSY).
 *
 * @returns The path of the program; nothing where an installed Chrome is used.
 */
export async function unpackBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  const executablePath = await sparticuz.executablePath()
  if (!existsSync(executablePath))
    throw new Error(`Chromium was expected at ${executablePath}. Run npm install again.`)
  return executablePath
}

/** Chromium from npm on Linux; elsewhere the Chrome that is installed. */
export async function launchBrowser(moreArgs: readonly string[] = []): Promise<Browser> {
  const executablePath = await unpackBrowser()
  if (executablePath === undefined) {
    return chromium.launch({ channel: 'chrome', args: [...moreArgs] })
  }
  const args = [...sparticuz.args.filter((arg) => !unwanted.includes(arg)), '--disable-gpu']
  return chromium.launch({ executablePath, args: [...args, ...moreArgs], headless: true })
}

export async function openWindow(
  running: { browser: Browser; product: { webUrl: string } },
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await running.browser.newContext({
    baseURL: running.product.webUrl,
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() }
}
