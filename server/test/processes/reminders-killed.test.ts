import { type Kysely, sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { readServerEnv } from '../../src/env.ts'
import { mailsAtOnce } from '../../src/mail/mail-outbox.ts'
import type { Json } from '../support/ask.ts'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import { insertReminders } from '../support/many-reminders.ts'
import { type Person, speakWith } from '../support/person.ts'
import { type PushService, startPushService } from '../support/push-service.ts'
import { runMutation } from '../support/run-mutation.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { connectAsOwner, testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

// Real API processes on one database, a real mail server and a real push service.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const databaseUrl = database.databaseUrl ?? embeddedAddress(embedded).url

let sink: MailSink
let service: PushService
beforeEach(async () => {
  sink = stack.use(await startMailSink())
  service = stack.use(await startPushService())
})

const hourMs = 3_600_000
/** Longer than a lease, and than a slow machine takes. */
const withinMs = 120_000

const startApi = async () =>
  startServerProcess(
    await makeServerEnv({
      DATABASE_URL: databaseUrl,
      API_URL: 'http://api.test',
      SMTP_URL: sink.url,
      MAIL_FROM: 'Tend <tend@example.com>',
      PUSH_ORIGINS: service.origin,
    }),
  )

function openDatabase() {
  return connectAsOwner(
    readServerEnv({ DATABASE_URL: databaseUrl, BETTER_AUTH_SECRET: testSecret }),
  )
}

async function subscribe(person: Person): Promise<void> {
  await runMutation(person, 'createPushSubscription', service.subscribe(), 'mutationId')
}

const titlesOf = (title: string, count: number) =>
  Array.from({ length: count }, (_, nth) => `${title} ${nth + 1}`)

const mailed = () => sink.mails.map(({ subject }) => (subject ?? '').replace('Reminder: ', ''))
const pushed = () => service.received.map(({ text }) => JSON.parse(text).notification.title)

/** Nothing waits any more, so what hasn't been sent by now never will be. */
async function settled(owner: Kysely<Json>): Promise<void> {
  await waitFor(
    'That nothing waits',
    async () => {
      const { rows } = await sql`
        select 1 from delivery where state = 'waiting' and fire_at < now() + interval '1 day'
        union all select 1 from mail_outbox limit 1`.execute(owner)
      return rows.length === 0 ? true : undefined
    },
    withinMs,
  )
}

test('of two processes one is killed with -9 among a thousand reminders: each comes at most once by mail, and at least once by push', {
  timeout: 2 * withinMs,
}, async () => {
  await using first = await startApi()
  await using second = await startApi()
  await using connection = openDatabase()
  const titles: string[] = []
  const from = new Date(Date.now() + 8_000)
  for (const title of ['ada', 'bob', 'eve', 'leo']) {
    const person = await first.createPerson(title)
    await subscribe(person)
    const { userId } = person
    await insertReminders(connection.owner, { userId, count: 250, title, from, stepMs: 0 })
    titles.push(...titlesOf(title, 250))
  }
  await waitFor('Some', async () => (mailed().length >= 100 ? true : undefined), withinMs)
  first.child.kill('SIGKILL')
  expect(await first.exited).toBe('SIGKILL')
  expect(mailed().length).toBeLessThan(titles.length)
  await settled(connection.owner)
  const mails = mailed()
  expect(new Set(mails).size).toBe(mails.length)
  // Whether the mail server has one that the dead process was just passing, nobody knows.
  expect(mails.length).toBeGreaterThanOrEqual(titles.length - mailsAtOnce)
  expect(new Set(pushed())).toEqual(new Set(titles))
  expect(second.child.exitCode).toBeNull()
})

test('what was due while no process ran is sent late and says so, and what is half a day late is only in the list', {
  timeout: 2 * withinMs,
}, async () => {
  await using connection = openDatabase()
  const { owner } = connection
  let ada: Person
  {
    await using before = await startApi()
    ada = await before.createPerson('ada')
    await subscribe(ada)
  }
  const { userId } = ada
  const ago = (hours: number) => new Date(Date.now() - hours * hourMs)
  // Over two hours, from five hours ago on.
  const late = { title: 'late', count: 500, from: ago(5), stepMs: (2 * hourMs) / 500 }
  const missed = { title: 'missed', count: 20, from: ago(13), stepMs: 0 }
  for (const some of [late, missed]) await insertReminders(owner, { userId, ...some })
  await using after = await startApi()
  await settled(owner)
  expect(mailed().toSorted()).toEqual(titlesOf('late', 500).toSorted())
  for (const { text } of sink.mails)
    expect(text).toMatch(/This reminder was due at .* It comes late/s)
  expect(pushed().toSorted()).toEqual(titlesOf('late', 500).toSorted())
  const again = speakWith({ ...ada, url: after.url })
  const { rangReminders } = await again.data('{ rangReminders { totalCount } }')
  expect(rangReminders.totalCount).toBe(520)
})
