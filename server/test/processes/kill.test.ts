import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Person } from '../support/person.ts'
import {
  makeServerEnv,
  type ServerProcess,
  spawnServerProcess,
  startServerProcess,
  waitFor,
} from '../support/server-process.ts'
import { addTasks } from '../support/task-operations.ts'
import {
  createEmbeddedDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../support/test-database.ts'
import { walkPages } from '../support/walk-pages.ts'

const envOf = ({ dataDir, databaseUrl }: TestDatabase) =>
  makeServerEnv({ DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) })

const create = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }'

/** Adds tasks one after the other until the server is gone, and returns the ids it has confirmed. */
async function addUntilGone(server: ServerProcess, person: Person, killAfter: number) {
  const acknowledged: string[] = []
  async function addOneByOne(): Promise<void> {
    for (;;) {
      const id = randomUUID()
      const answer = await person
        .gql(create, { input: { id, title: 'Written down' } })
        .catch(() => {})
      if (answer?.data?.createTask?.task.id !== id) return
      acknowledged.push(id)
      if (acknowledged.length === killAfter) server.child.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 4 }, addOneByOne))
  return acknowledged
}

test('after kill -9 during writes, every confirmed task exists', {
  timeout: 120_000,
}, async () => {
  await using database = await createTestDatabase()
  const env = await envOf(database)
  let ada: Person | undefined
  const acknowledged: string[] = []
  for (const killAfter of [40, 75]) {
    await using server = await startServerProcess(env)
    ada ??= await server.createPerson('ada')
    acknowledged.push(...(await addUntilGone(server, ada, killAfter)))
    expect(await server.exited).toBe('SIGKILL')
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(115)
  await using _again = await startServerProcess(env)
  const stored = (
    await walkPages(ada as Person, 'tasks', { size: 100, direction: 'forward' })
  ).flat()
  expect(stored).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(stored).size).toBe(stored.length)
})

test('SIGTERM: running requests are answered, new ones aren’t accepted, and the exit code is 0', async () => {
  await using database = await createTestDatabase()
  await using server = await startServerProcess(await envOf(database))
  const ada = await server.createPerson('ada')
  await addTasks(ada, 'one')

  // A body that has only half arrived keeps its request running for as long as the test needs.
  const body = JSON.stringify({ query: '{ tasks { totalCount } }' })
  const inFlight = request(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
  })
  inFlight.write(body.slice(0, 10))
  await ada.gql('{ me { id } }')

  server.child.kill('SIGTERM')
  const letsNobodyIn = () =>
    fetch(`${server.url}/livez`).then(
      () => undefined,
      () => true,
    )
  await waitFor('A closed door', letsNobodyIn)
  // A second signal doesn't end it sooner.
  server.child.kill('SIGTERM')
  await sleep(200)
  expect(server.child.exitCode).toBeNull()
  inFlight.end(body.slice(10))
  const [response] = (await once(inFlight, 'response')) as [IncomingMessage]
  expect(await json(response)).toEqual({ data: { tasks: { totalCount: 1 } } })
  expect(await server.exited).toBe(0)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends an idle server with 0', async (signal) => {
  await using database = await createTestDatabase()
  const env = await envOf(database)
  await using server = await startServerProcess(env)
  // An idle kept-alive connection must not delay it.
  await fetch(`${server.url}/livez`)
  server.child.kill(signal)
  server.child.kill(signal)
  expect(await server.exited).toBe(0)
  expect(server.output.stderr).toBe('')
})

test('a signal in the midst of the start ends it with 0', async () => {
  await using database = await createEmbeddedDatabase()
  await using server = spawnServerProcess(await makeServerEnv({ DATA_DIR: database.dataDir }))
  // The first thing that it does, long before it listens.
  const hasBegun = async () => existsSync(join(database.dataDir, 'lock')) || undefined
  await waitFor('A locked folder', hasBegun)
  server.child.kill('SIGINT')
  expect(await server.exited).toBe(0)
  expect(server.output.stderr).toBe('')
})
