import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { canMakeCluster, createPostgresCluster } from '../support/postgres-cluster.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'

const script = join(import.meta.dirname, '../../../scripts/migrate.ts')

describe.skipIf(!canMakeCluster)('a migration (needs initdb and postgres on this machine)', () => {
  test('that is killed halfway leaves nothing behind, and the next start does all of it', {
    timeout: 120_000,
  }, async () => {
    await using cluster = await createPostgresCluster()
    await using client = await connect(cluster.url)
    const count = async (sql: string) => Number((await client.query(sql)).rows[0].count)
    const tables = () => count(`select count(*) from pg_tables where schemaname = 'public'`)

    // Another transaction creates a table of the same name and doesn't commit, so the migration
    // waits for it.
    await using other = await connect(cluster.url)
    await other.query('begin')
    await other.query('create table saved_view ()')
    const env = await makeServerEnv({ DATABASE_URL: cluster.url })
    const migrating = spawn(process.execPath, [script], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    })
    const exited = once(migrating, 'exit')
    await waitFor('A migration that waits', async () =>
      (await count(`select count(*) from pg_locks where not granted`)) > 0 ? true : undefined,
    )
    migrating.kill('SIGKILL')
    await exited
    await other.query('rollback')
    await waitFor('The end of its session', async () =>
      (await count(`select count(*) from pg_stat_activity where application_name = 'tend'`)) === 0
        ? true
        : undefined,
    )
    expect(await tables()).toBeLessThanOrEqual(2)
    expect(await count(`select count(*) from pg_class where relname in ('task', 'list')`)).toBe(0)

    await using server = await startServerProcess(env)
    await waitFor('The API', async () =>
      (await fetch(`${server.url}/readyz`)).ok ? true : undefined,
    )
    const ada = await server.createPerson('ada')
    expect(await ada.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } })
  })
})

type Connection = pg.Client & AsyncDisposable

async function connect(connectionString: string): Promise<Connection> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() })
}
