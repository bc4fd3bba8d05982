import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { nameServingRole } from '../../src/db/serving-role.ts'
import { isPortFree } from './free-port.ts'
import { copyMigratedDatabase } from './migrated-database.ts'

/** Undefined: the tests run on the embedded database. */
export const testServerUrl: string | undefined = process.env.TEST_DATABASE_URL || undefined

export interface TestDatabase extends AsyncDisposable {
  /** A folder of its own; it holds the database when that is the embedded one. */
  dataDir: string
  /** Undefined: embedded. */
  databaseUrl: string | undefined
}

/**
 * A database nobody else uses: an embedded one, or one on the Postgres server that TEST_DATABASE_URL
 * names. Disposing it takes it away.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (!testServerUrl) return createEmbeddedDatabase()
  await using stack = new AsyncDisposableStack()
  const { dataDir } = stack.use(createFolder())
  const { url } = stack.use(await createServerDatabase(testServerUrl))
  const resources = stack.move()
  return { dataDir, databaseUrl: url, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** A copy of the migrated folder; nothing runs on it yet. */
export async function createEmbeddedDatabase(): Promise<TestDatabase> {
  const folder = await createFolderWithFreePort()
  const { dataDir } = folder
  copyMigratedDatabase(inject('runFolder'), dataDir)
  return {
    dataDir,
    databaseUrl: undefined,
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  }
}

/** The port follows from the folder's name, and one in some thousands belongs to somebody already. */
async function createFolderWithFreePort() {
  for (;;) {
    const folder = createFolder()
    const { port } = embeddedAddress({ dataDir: folder.dataDir, secret: '' })
    if (await isPortFree(port)) return folder
    folder[Symbol.dispose]()
  }
}

function createFolder() {
  const dataDir = mkdtempSync(join(inject('runFolder'), 'data-'))
  return {
    dataDir,
    [Symbol.dispose]: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** An empty database on a Postgres server. Its serving role, which belongs to the server, goes with it. */
export async function createServerDatabase(serverUrl: string) {
  const name = `${inject('databasePrefix')}${randomBytes(6).toString('hex')}`
  await runOnServer(serverUrl, `create database "${name}"`)
  const url = new URL(serverUrl)
  url.pathname = name
  return {
    url: url.href,
    [Symbol.asyncDispose]: async () => {
      await runOnServer(serverUrl, `drop database if exists "${name}" with (force)`)
      await runOnServer(serverUrl, `drop role if exists ${nameServingRole(name)}`)
    },
  }
}

async function runOnServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
