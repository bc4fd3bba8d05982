import { Webhook } from 'standardwebhooks'
import { afterAll, expect, test } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { speakWith } from '../support/person.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'
import { createTask, createWebhook } from '../support/webhook.ts'
import { startWebhookReceiver } from '../support/webhook-receiver.ts'

// Real API processes on one database, and a real receiver.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const databaseUrl = database.databaseUrl ?? embeddedAddress(embedded).url

/** Longer than a lease, and than a slow machine takes. */
const withinMs = 90_000

test('a process that is killed with -9 between the receiver’s answer and its own note of it leaves an event that comes again, under the same id and before the next', {
  timeout: 2 * withinMs,
}, async () => {
  const receiver = stack.use(await startWebhookReceiver())
  const env = {
    DATABASE_URL: databaseUrl,
    API_URL: 'http://api.test',
    WEBHOOK_ORIGINS: receiver.origin,
  }
  await using first = await startServerProcess(await makeServerEnv(env))
  const ada = await first.createPerson('ada')
  const { path, secret } = await createWebhook(ada, receiver)
  receiver.answer(path, (_event, response) => {
    // It has the event and answers that it does; the sender is dead when the answer comes.
    first.child.kill('SIGKILL')
    void first.exited.then(() => response.writeHead(200).end())
  })
  const { mutationId } = await createTask(ada, 'Survives')
  expect(await first.exited).toBe('SIGKILL')
  const [taken] = receiver.received
  expect(taken?.body.data.mutationId).toBe(mutationId)
  receiver.answer(path, (_event, response) => void response.writeHead(200).end())
  await using second = await startServerProcess(await makeServerEnv(env))
  await createTask({ ...ada, ...speakWith({ ...ada, url: second.url }) }, 'Next')
  await waitFor(
    'Both events',
    async () => (receiver.accepted(path).length >= 2 ? true : undefined),
    withinMs,
  )
  const [again, next] = receiver.accepted(path)
  expect(again).toMatchObject({ id: taken?.id, text: taken?.text })
  expect(next?.body.data.changes[0].after.title).toBe('Next')
  new Webhook(secret).verify(again?.text ?? '', again?.headers as never)
})
