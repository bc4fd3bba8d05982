import type { Page, Response } from 'playwright-core'

/** Holds the app's code back from later pages; gives the function that releases it. */
export async function holdCode(page: Page): Promise<() => void> {
  const { promise: sent, resolve: send } = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/*.js', (route) => sent.then(() => route.continue()))
  return send
}

/**
 * Opens a place so that its tasks come with the page. A server that waits for them longer than a second, as on a busy
 * machine, sends the page without them; then it is opened again.
 */
export async function openPainted(page: Page, path: string): Promise<Response> {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const response = await page.goto(path, { waitUntil: 'commit' })
    const task = page.locator('[data-task]').first().waitFor({ timeout: 3_000 })
    const isPainted = await task.then(
      () => true,
      () => false,
    )
    if (isPainted && response) return response
  }
  throw new Error(`${path} was opened six times and never came with its tasks.`)
}

/** The operations that the page sends from now on: their names, or their text without one. */
export function noteOperations(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { operationName, query } = request.postDataJSON() ?? {}
    if (query) asked.push(operationName ?? query)
  })
  return asked
}
