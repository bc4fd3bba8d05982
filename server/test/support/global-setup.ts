import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectDatabase } from '../../src/db/connect.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { migrate } from '../../src/db/migrate.ts'
import { nameServingRole } from '../../src/db/serving-role.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface ProvidedContext {
    /**
     * The folder of this run, gone when it ends. In it: an embedded `database`, migrated and at rest,
     * and room for the folders of the tests.
     */
    runFolder: string
    /** What the names of this run's databases on a Postgres server begin with. */
    databasePrefix: string
  }
}

const serverUrl = process.env.TEST_DATABASE_URL
const folder = mkdtempSync(join(tmpdir(), 'tend-tests-'))
const databasePrefix = `tend_test_${process.pid}_`

/** Makes what is dear once for all test files: the first start of an embedded database takes seconds. */
export async function setup(project: TestProject): Promise<void> {
  await makeTemplate()
  project.provide('runFolder', folder)
  project.provide('databasePrefix', databasePrefix)
}

export async function teardown(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  if (serverUrl) await dropDatabasesOfThisRun(serverUrl)
}

async function makeTemplate(): Promise<void> {
  const settings = { dataDir: join(folder, 'making'), secret: 'a secret for the template alone' }
  const pool = { maxConnections: 1, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 }
  {
    await using _engine = await startEmbeddedDatabase(settings)
    await using database = connectDatabase({ embedded: settings, pool })
    await migrate(database.owner)
  }
  cpSync(join(settings.dataDir, 'database'), join(folder, 'database'), { recursive: true })
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
