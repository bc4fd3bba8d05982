import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { nameServingRole } from '../../src/db/serving-role.ts'
import { makeMigratedDatabase } from './migrated-database.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface ProvidedContext {
    /** What the names of this run's databases on a Postgres server begin with. */
    databasePrefix: string
  }
}

const serverUrl = process.env.TEST_DATABASE_URL
const folder = mkdtempSync(join(tmpdir(), 'tend-tests-'))
const databasePrefix = `tend_test_${process.pid}_`

/**
 * Creates what is expensive once for all test files: the first start of an embedded database takes
 * seconds.
 */
export async function setup(project: TestProject): Promise<void> {
  await makeMigratedDatabase(folder)
  project.provide('runFolder', folder)
  project.provide('databasePrefix', databasePrefix)
}

export async function teardown(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  if (serverUrl) await dropDatabasesOfThisRun(serverUrl)
}

/** Each test drops its own; this is for those that were stopped halfway. */
async function dropDatabasesOfThisRun(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [databasePrefix],
    )
    for (const { name } of rows) {
      await client.query(`drop database "${name}" with (force)`)
      await client.query(`drop role if exists ${nameServingRole(name)}`)
    }
  } finally {
    await client.end()
  }
}
