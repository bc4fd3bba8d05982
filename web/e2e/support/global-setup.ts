import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWeb, isWebBuildCurrent } from '../../../scripts/product/web-build.ts'
import { makeMigratedDatabase } from '../../../server/test/support/migrated-database.ts'
import { unpackBrowser } from './browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'tend-browser-tests-'))

/**
 * Does once what two files would do at the same time: builds the web app, unpacks the browser, and makes
 * the database that they copy.
 */
export async function setup(project: TestProject): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: '',
    DATA_DIR: folder,
  }
  const { signal } = new AbortController()
  await Promise.all([
    isWebBuildCurrent() ? undefined : buildWeb(env, signal),
    makeMigratedDatabase(folder),
    unpackBrowser(),
  ])
  project.provide('runFolder', folder)
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true })
}
