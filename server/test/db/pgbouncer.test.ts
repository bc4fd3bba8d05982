import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { findFreePort } from '../support/free-port.ts'
import { tryMutation } from '../support/run-mutation.ts'
import { addTasks, taskPayload } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'
import { createTestDatabase, testServerUrl } from '../support/test-database.ts'

const program = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'pgbouncer'))
  .find((path) => existsSync(path))

/** PgBouncer in transaction mode with two connections, in front of a server. It accepts everybody. */
async function startPgBouncer(path: string, server: URL) {
  await using stack = new AsyncDisposableStack()
  const port = await findFreePort()
  const folder = stack.adopt(mkdtempSync(join(tmpdir(), 'tend-pgbouncer-')), (made) =>
    rmSync(made, { recursive: true, force: true }),
  )
  const login = server.password
    ? `user=${server.username} password=${server.password}`
    : `user=${server.username}`
  const settings = join(folder, 'pgbouncer.ini')
  writeFileSync(
    settings,
    `[databases]
* = host=${server.hostname} port=${server.port || 5432} ${login}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
max_client_conn = 100
`,
  )
  chmodSync(folder, 0o755)
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn(path, ['-q', ...user, settings], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  stack.defer(async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  })
  const url = new URL(server)
  url.host = `127.0.0.1:${port}`
  await waitForAnswer(url.href)
  const resources = stack.move()
  return { url: url.href, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

async function waitForAnswer(connectionString: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt >= 50) throw error
      await sleep(100)
    }
  }
}

describe.skipIf(!testServerUrl || !program)(
  'through PgBouncer in transaction mode (needs TEST_DATABASE_URL and pgbouncer)',
  () => {
    test('two people in parallel each see their own rows, over two connections', async () => {
      await using database = await createTestDatabase()
      await using bouncer = await startPgBouncer(program ?? '', new URL(database.databaseUrl ?? ''))
      await using app = await startTestApp({ database: { ...database, databaseUrl: bouncer.url } })
      const { ada, bob } = await app.createPeople('ada', 'bob')

      const work = async (index: number) => {
        const person = index % 2 ? ada : bob
        await addTasks(person, person.name)
        const listId = '00000000-0000-4000-8000-000000000000'
        const refused = await tryMutation(person, 'createTask', { title: 'x', listId }, taskPayload)
        expect(codesOf(refused)).toEqual(['NOT_FOUND'])
        const { me, tasks } = await person.data(
          '{ me { id } tasks(first: 100) { nodes { title } } }',
        )
        expect(me.id).toBe(person.userId)
        for (const { title } of tasks.nodes) expect(title).toBe(person.name)
      }
      await Promise.all(Array.from({ length: 60 }, (_, index) => work(index)))
      for (const person of [ada, bob])
        expect(await person.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 30 } })

      const { rows } = await sql`
        select current_user = session_user as same, coalesce(current_setting('app.user_id', true), '') as user,
          current_setting('statement_timeout') as timeout`.execute(app.owner)
      expect(rows).toEqual([{ same: true, user: '', timeout: '0' }])
    })
  },
)
