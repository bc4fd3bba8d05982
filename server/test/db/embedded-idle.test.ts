import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { createUserDatabases, type UserDatabase } from '../../src/db/user-database.ts'
import { createEmbeddedDatabase } from '../support/test-database.ts'

// The embedded engine never returns from some of PostgreSQL's own time-outs: a transaction that
// idles for longer than a statement may take must not block it, and everybody else.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const { dataDir } = stack.use(await createEmbeddedDatabase())
const embedded = { dataDir, secret: 'a secret for tests of the database alone' }
stack.use(await startEmbeddedDatabase(embedded))
const { pool } = stack.use(
  connectDatabase({
    embedded,
    pool: { maxConnections: 4, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 },
  }),
)
const databases = createUserDatabases(pool, {
  statementTimeoutSeconds: 0.05,
  lockTimeoutSeconds: 10,
  isEmbedded: true,
})
const ask = (db: UserDatabase) => db.selectNoFrom(sql<number>`1`.as('one')).execute()
const idle = async (db: UserDatabase) => {
  await ask(db)
  await sleep(300)
  return ask(db)
}

test.each([
  ['a mutation', () => databases.mutateAsUser('ada', { id: randomUUID(), actor: 'system' }, idle)],
  ['a snapshot', () => databases.snapshotAsUser('ada', idle)],
])('%s that is held open continues, and another is served afterwards', async (_what, hold) => {
  const holding = hold()
  const waiting = databases.asUser('bob', ask)
  expect(await holding).toEqual([{ one: 1 }])
  expect(await waiting).toEqual([{ one: 1 }])
  expect(await databases.asUser('bob', ask)).toEqual([{ one: 1 }])
})
