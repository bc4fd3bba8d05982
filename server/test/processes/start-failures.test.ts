import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { findFreePort } from '../support/free-port.ts'
import { makeServerEnv, startServerProcess } from '../support/server-process.ts'
import { createEmbeddedDatabase } from '../support/test-database.ts'

// Each message is one sentence that says what to do, without a stack; the exit code is 1.

async function expectRefusal(env: Record<string, string>, sentence: string) {
  await using server = await startServerProcess(env)
  expect(await server.exited).toBe(1)
  expect(server.output.stderr).toBe(`${sentence}\n`)
}

test('a taken port', async () => {
  await using database = await createEmbeddedDatabase()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expectRefusal(
    await makeServerEnv({ DATA_DIR: database.dataDir, API_PORT: String(port) }),
    `Port ${port}, where the API listens, is taken. Free it, or set API_PORT to another one.`,
  )
  other.close()
})

test('a folder that another process uses', async () => {
  await using database = await createEmbeddedDatabase()
  const env = await makeServerEnv({ DATA_DIR: database.dataDir })
  await using first = await startServerProcess(env)
  await expectRefusal(
    await makeServerEnv({ DATA_DIR: database.dataDir }),
    `The data folder ${database.dataDir} is in use by another Tend server. Stop that one, or set DATA_DIR to a folder of its own.`,
  )
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
})

test('a database that refuses us from now on', async () => {
  await using database = await createEmbeddedDatabase()
  const port = await findFreePort()
  await using first = await startServerProcess(
    await makeServerEnv({ DATA_DIR: database.dataDir, EMBEDDED_PORT: String(port) }),
  )
  expect(first.child.exitCode).toBeNull()
  const env = await makeServerEnv({ DATABASE_URL: `postgres://tend:wrong@127.0.0.1:${port}/tend` })
  await using second = await startServerProcess(env)
  expect(await second.exited).toBe(1)
  expect(second.output.stderr).toMatch(/^[^\n]*password[^\n]*\n$/)
})
