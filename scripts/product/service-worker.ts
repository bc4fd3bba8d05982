import { join } from 'node:path'
import { rolldown } from 'rolldown'

const web = join(import.meta.dirname, '../../web')

/**
 * Builds the service worker into one file. Browsers look for it at an address that never changes, and compare
 * it byte by byte, so it is none of Next's files, whose names change with what is in them.
 */
export async function buildServiceWorker(): Promise<void> {
  const bundle = await rolldown({
    input: join(web, 'src/service-worker/service-worker.ts'),
    platform: 'browser',
  })
  await bundle.write({ file: join(web, 'public/service-worker.js'), format: 'iife', minify: true })
  await bundle.close()
}
