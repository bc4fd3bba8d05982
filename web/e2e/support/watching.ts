import type { Page } from 'playwright-core'

/** Holds the app's code back from later pages; gives the function that releases it. */
export async function holdCode(page: Page): Promise<() => void> {
  const { promise: sent, resolve: send } = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/*.js', (route) => sent.then(() => route.continue()))
  return send
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
