import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintApiToken } from '../../src/auth/api-token.ts'
import { type Person, speakWith } from '../support/person.ts'
import { startTestApp, type TestApp, testSecret } from '../support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { createTask, createWebhook, readWebhook } from '../support/webhook.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'

const stack = new AsyncDisposableStack()
let database: TestDatabase
let receiver: WebhookReceiver

beforeAll(async () => {
  database = stack.use(await createTestDatabase())
  receiver = stack.use(await startWebhookReceiver())
})
afterAll(() => stack.disposeAsync())

const timeout = 15_000
const [second, third] = [`2${testSecret}`, `3${testSecret}`]

const start = (current: string, previous?: string) =>
  startTestApp({
    database,
    app: { reminders: true },
    env: {
      WEBHOOK_ORIGINS: receiver.origin,
      BETTER_AUTH_SECRET: current,
      ...(previous && { BETTER_AUTH_SECRET_PREVIOUS: previous }),
    },
  })

const signIn = async (app: TestApp, person: Person): Promise<Person> => ({
  ...person,
  ...speakWith({ ...person, url: app.url, token: await mintApiToken(person, app.token) }),
})

async function readSealed(app: TestApp, id: string): Promise<string> {
  const { rows } = await sql<{ sealed: string }>`
    select encode(secret, 'hex') as sealed from webhook where id = ${id}`.execute(app.owner)
  return rows[0]?.sealed ?? ''
}

test('when the secret of the installation is changed, webhooks keep theirs, also those that are idle; without the former one they say so', {
  timeout: 60_000,
}, async () => {
  let ada: Person
  let sealed: string
  let made: Awaited<ReturnType<typeof createWebhook>>
  {
    await using app = await start(testSecret)
    ada = await app.createPerson('ada')
    made = await createWebhook(ada, receiver)
    sealed = await readSealed(app, made.id)
    await expect.poll(() => stateOf(app, made.id), { timeout }).toBe('resting')
  }
  {
    await using app = await start(second, testSecret)
    await expect.poll(() => readSealed(app, made.id), { timeout }).not.toBe(sealed)
  }
  {
    await using app = await start(second)
    await createTask(await signIn(app, ada), 'Signed as before')
    await expect.poll(() => receiver.accepted(made.path).length, { timeout }).toBe(1)
    const [event] = receiver.accepted(made.path)
    new Webhook(made.secret).verify(event?.text ?? '', event?.headers as never)
  }
  await using app = await start(third)
  const again = await signIn(app, ada)
  await createTask(again, 'Unsigned')
  await expect
    .poll(async () => (await readWebhook(again, made.id)).stopReason, { timeout })
    .toBe('SECRET_LOST')
  expect(receiver.received).toHaveLength(1)
})

async function stateOf(app: TestApp, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`
    select state from delivery where kind = 'webhook' and subject_id = ${id}`.execute(app.owner)
  return rows[0]?.state
}
