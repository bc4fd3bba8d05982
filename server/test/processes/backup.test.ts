import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { speakWith } from '../support/person.ts'
import { createPostgresCluster } from '../support/postgres-cluster.ts'
import { findPostgresPrograms } from '../support/postgres-programs.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { addTasks } from '../support/task-operations.ts'

// The commands are those of docs/operations.md.

const run = promisify(execFile)
const programs = findPostgresPrograms()

describe.skipIf(!programs)('backup (needs initdb, postgres and pg_dump on this machine)', () => {
  test('what pg_dump has saved can be restored elsewhere, and everybody’s data is there', {
    timeout: 180_000,
  }, async () => {
    const program = (name: string) => join(programs ?? '', name)
    const folder = mkdtempSync(join(tmpdir(), 'tend-backup-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'tend.dump')
    await using first = await createPostgresCluster()
    await using second = await createPostgresCluster()
    const makeDatabase = async (cluster: { url: string }) => {
      const client = new pg.Client({ connectionString: cluster.url })
      await client.connect()
      await client.query('create role tend login createrole')
      await client.query('create database tend owner tend')
      await client.end()
      return cluster.url.replace('postgres@', 'tend@').replace(/postgres$/, 'tend')
    }
    const asSuperuser = (url: string) => url.replace('tend@', 'postgres@')

    const firstUrl = await makeDatabase(first)
    const env = await makeServerEnv({ DATABASE_URL: firstUrl, API_URL: 'http://api.test' })
    await using server = await startServerProcess(env)
    const isReady = (url: string) => async () =>
      (await fetch(`${url}/readyz`)).ok ? true : undefined
    await waitFor('The API', isReady(server.url))
    const ada = await server.createPerson('ada')
    await addTasks(ada, 'Worth keeping', 'This too')
    const { pushPublicKey } = await ada.data('{ pushPublicKey }')

    // Row-level security hides the rows from the owner as well, and pg_dump says so.
    await expect(run(program('pg_dump'), ['-Fc', '-f', file, firstUrl])).rejects.toThrow(
      /row-level security/,
    )
    await run(program('pg_dump'), ['-Fc', '-f', file, asSuperuser(firstUrl)])

    const secondUrl = await makeDatabase(second)
    const client = new pg.Client({ connectionString: second.url })
    await client.connect()
    await client.query('create role tend_api_tend nologin noinherit')
    await client.query('grant tend_api_tend to tend')
    await client.end()
    await run(program('pg_restore'), ['-d', asSuperuser(secondUrl), file])
    const restoredEnv = await makeServerEnv({
      DATABASE_URL: secondUrl,
      API_URL: 'http://api.test',
    })
    await using restored = await startServerProcess(restoredEnv)
    await waitFor('The restored API', isReady(restored.url))
    const restoredAda = { ...ada, ...speakWith({ ...ada, url: restored.url }) }
    const { tasks } = await restoredAda.data('{ tasks { nodes { title } } }')
    expect(tasks.nodes).toEqual([{ title: 'This too' }, { title: 'Worth keeping' }])
    expect(await addTasks(restoredAda, 'And on')).toHaveLength(1)
    // Another key would end every browser's notifications.
    expect(await restoredAda.data('{ pushPublicKey }')).toEqual({ pushPublicKey })
  })
})
