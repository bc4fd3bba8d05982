import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'

/**
 * The product and a browser for all tests of a file; filled in before the first of them. `prepare`
 * runs before the product starts, and gives the environment it needs.
 */
export function shareProduct(prepare: () => Promise<Record<string, string>> = async () => ({})): {
  product: Product
  browser: Browser
} {
  const running = {} as { product: Product; browser: Browser }
  beforeAll(async () => {
    running.product = await startProduct(await prepare(), [], inject('runFolder'))
    running.browser = await launchBrowser()
  })
  afterAll(async () => {
    await running.browser?.close()
    await running.product?.[Symbol.asyncDispose]()
  })
  return running
}
