import { openWindow } from '../e2e/support/browser.ts'
import { listFirstScripts } from '../e2e/support/first-scripts.ts'
import { atMost, type Figure, write } from './figure.ts'
import type { FilledProduct } from './filled-product.ts'

const budgetKilobytes = 170

/** How much JavaScript a page loads before it can be used, as it travels: compressed. */
export async function measureFirstLoad(product: FilledProduct): Promise<Figure[]> {
  await using signedIn = await product.openSignedIn()
  await signedIn.page.goto('/inbox')
  const app = await listFirstScripts(signedIn.page)
  await using stranger = await openWindow({ browser: product.browser, product })
  await stranger.page.goto('/login')
  const login = await listFirstScripts(stranger.page)
  const onBoth = new Set(login.map(({ name }) => name))
  return [
    atMost('First load of the app, compressed', sumKilobytes(app), budgetKilobytes, 'kB'),
    ...app.map(({ name, bytes }) => ({
      what: `· ${name}${onBoth.has(name) ? ', also on sign in' : ''}`,
      measured: write(bytes / 1000, 'kB'),
    })),
    atMost('First load of sign in', sumKilobytes(login), budgetKilobytes, 'kB'),
  ]
}

function sumKilobytes(scripts: readonly { bytes: number }[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
}
