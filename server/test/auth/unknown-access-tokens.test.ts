import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createCredentialLookup } from '../../src/auth/credential.loader.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { Json } from '../support/ask.ts'
import { waitFor } from '../support/server-process.ts'
import { createTestDatabase, testServerUrl } from '../support/test-database.ts'

test.skipIf(!testServerUrl)(
  'unknown access tokens take one connection, and too many are refused with a message (needs TEST_DATABASE_URL)',
  async () => {
    await using stack = new AsyncDisposableStack()
    const { databaseUrl, dataDir } = stack.use(await createTestDatabase())
    const open = () =>
      stack.use(
        connectDatabase<Json>({
          databaseUrl,
          embedded: { dataDir, secret: '' },
          pool: { maxConnections: 10, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 },
        }),
      )
    const { owner } = open()
    await migrate(owner)
    const holding = open()
    const lookup = createCredentialLookup(owner)
    const lock = await holding.owner.startTransaction().execute()
    await sql`lock table access_token in access exclusive mode`.execute(lock)
    const settled: Promise<unknown>[] = []
    const find = () => {
      const found = lookup.findAccessToken(randomBytes(32))
      settled.push(found.catch(() => {}))
      return found
    }
    const countBusy = async () => {
      const { rows } = await sql<Json>`
        select count(*)::int as busy from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(holding.owner)
      return rows[0].busy
    }
    try {
      find()
      await waitFor('The first to be looked up', async () => (await countBusy()) || undefined)
      for (let nth = 0; nth < 8; nth += 1) {
        find()
        await countBusy()
      }
      expect(await countBusy()).toBe(1)
      while (settled.length < 2_000) find()
      await expect(find()).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        message: expect.stringContaining('More access tokens wait to be looked up'),
      })
    } finally {
      await lock.rollback().execute()
    }
    await Promise.all(settled)
    await expect(lookup.findAccessToken(randomBytes(32))).resolves.toBeUndefined()
  },
)
