import type { Page } from 'playwright-core'

/** Holds the app's code back from the pages to come; gives what lets it go. */
export async function holdCode(page: Page): Promise<() => void> {
  const { promise: sent, resolve: send } = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/*.js', (route) => sent.then(() => route.continue()))
  return send
}

/** The operations that the page asks for from now on: their names, or what has none as it is. */
export function noteOperations(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { operationName, query } = request.postDataJSON() ?? {}
    if (query) asked.push(operationName ?? query)
  })
  return asked
}
