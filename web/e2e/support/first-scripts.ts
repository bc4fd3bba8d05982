import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/**
 * The scripts that the page at this address loads by itself, the largest first; `bytes` are gzipped.
 * What the app loads later, on demand or when idle, isn't among them.
 */
export async function listFirstScripts(page: Page): Promise<{ name: string; bytes: number }[]> {
  const html = await (await page.request.get(page.url())).text()
  // Only browsers without modules take the polyfills.
  const modern = html.replaceAll(/<script[^>]*nomodule[^>]*>/gi, '')
  const paths = new Set(modern.match(/static\/chunks\/[^"\\]+\.js/g))
  const scripts = await Promise.all(
    [...paths].map(async (path) => ({
      name: path.replace(/^.*\//, ''),
      bytes: gzipSync(await (await fetch(new URL(`/_next/${path}`, page.url()))).bytes())
        .byteLength,
    })),
  )
  return scripts.toSorted((a, b) => b.bytes - a.bytes)
}
