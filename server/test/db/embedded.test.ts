import { expect, test } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { lockFolder } from '../../src/db/embedded/folder-lock.ts'
import { findFreePort } from '../support/free-port.ts'
import { addTasks } from '../support/task-operations.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'
import { createEmbeddedDatabase } from '../support/test-database.ts'

test('a second API on the same folder refuses with one sentence, and the first continues', async () => {
  await using database = await createEmbeddedDatabase()
  await using first = await startTestApp({ database })
  const second = startTestApp({ database, env: { EMBEDDED_PORT: String(await findFreePort()) } })
  await expect(second).rejects.toThrow(
    `The data folder ${database.dataDir} is in use by another Tend server. Stop that one, or set DATA_DIR to a folder of its own.`,
  )
  const ada = await first.createPerson('ada')
  expect(await addTasks(ada, 'still here')).toHaveLength(1)
})

test('the folder is free once its server has stopped, and contains what was written', async () => {
  await using database = await createEmbeddedDatabase()
  let token: string
  {
    await using first = await startTestApp({ database })
    const ada = await first.createPerson('ada')
    await addTasks(ada, 'kept')
    token = ada.token
  }
  await using second = await startTestApp({ database })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ query: '{ tasks { nodes { title } } }' })
  const response = await fetch(`${second.url}/graphql`, { method: 'POST', headers, body })
  expect(await response.json()).toEqual({ data: { tasks: { nodes: [{ title: 'kept' }] } } })
})

test('a failed start releases the folder', async () => {
  await using database = await createEmbeddedDatabase()
  await using other = await createEmbeddedDatabase()
  const { port } = embeddedAddress({ dataDir: other.dataDir, secret: testSecret })
  await using _taken = await startEmbeddedDatabase({ dataDir: other.dataDir, secret: testSecret })
  const blocked = startTestApp({ database, env: { EMBEDDED_PORT: String(port) } })
  await expect(blocked).rejects.toThrow(
    `Port ${port} on 127.0.0.1, where the embedded database listens, is taken. Free it, or set EMBEDDED_PORT to another one.`,
  )
  lockFolder(database.dataDir)()
})

test('the address depends only on folder and secret, and on both', () => {
  const one = { dataDir: '/srv/tend', secret: testSecret }
  expect(embeddedAddress(one)).toEqual(embeddedAddress({ ...one }))
  expect(embeddedAddress({ ...one, dataDir: '/srv/tend/' })).toEqual(embeddedAddress(one))
  expect(embeddedAddress({ ...one, dataDir: '/srv/other' }).port).not.toBe(
    embeddedAddress(one).port,
  )
  const other = embeddedAddress({ ...one, secret: `${testSecret}-other` })
  expect(other.password).not.toBe(embeddedAddress(one).password)
  expect(other.password).not.toContain(testSecret)
  expect(embeddedAddress({ ...one, port: 5000 }).url).toContain('@127.0.0.1:5000/')
})
