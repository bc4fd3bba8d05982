import { dayAt } from '@tend/server/domain/dates/day'
import type { Browser, Page } from 'playwright-core'
import { openAccount } from '../../scripts/demo/account.ts'
import { createContext } from '../../scripts/demo/context.ts'
import { fillAccount } from '../../scripts/demo/fill.ts'
import { listDemoTasks } from '../../scripts/demo/tasks.ts'
import { launchBrowser, openWindow } from '../e2e/support/browser.ts'
import { startProduct } from '../e2e/support/product.ts'
import { signIn } from '../e2e/support/steps.ts'

const account = { email: 'bench@example.com', password: 'correct horse battery' }

/** The product with an account of open tasks, and a browser that others can ask for pages too. */
export interface FilledProduct extends AsyncDisposable {
  webUrl: string
  browser: Browser
  /** Where the browser takes orders by the DevTools protocol. */
  debuggingPort: number
  /** Opens a window in which the account is signed in. */
  openSignedIn(): Promise<{ page: Page } & AsyncDisposable>
}

/** Starts it on an embedded database of its own. The same tasks each time, all of them open. */
export async function startFilledProduct(tasks: number): Promise<FilledProduct> {
  await using stack = new AsyncDisposableStack()
  // Scrolling through everything in seconds is more than one person may ask for.
  const product = stack.use(await startProduct({ BUDGET_POINTS_PER_SECOND: '1000000' }))
  const { token } = await openAccount(product.webUrl, account)
  const client = { url: `${product.apiUrl}/graphql`, token }
  const context = await createContext(client, account.email)
  const today = dayAt(Temporal.Now.instant(), 'UTC')
  const demoTasks = listDemoTasks(tasks, { ...context, owner: account.email, today })
  await fillAccount(
    client,
    demoTasks.map((task) => ({ ...task, isDone: false })),
    (done) => process.stderr.write(`${done} tasks written\n`),
  )
  const debuggingPort = 9000 + Math.floor(Math.random() * 1000)
  const browser = stack.adopt(
    await launchBrowser([`--remote-debugging-port=${debuggingPort}`]),
    (running) => running.close(),
  )
  const kept = stack.move()
  return {
    webUrl: product.webUrl,
    browser,
    debuggingPort,
    async openSignedIn() {
      const window = await openWindow({ browser, product })
      await signIn(window.page, account)
      return window
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
