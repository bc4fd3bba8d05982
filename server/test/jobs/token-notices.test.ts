import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sendTokenNotices } from '../../src/jobs/token-notices/token-notices.job.ts'
import { createMailer, type Mailer } from '../../src/mail/mailer.ts'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let sink: MailSink
beforeAll(async () => {
  app = await startTestApp()
  sink = await startMailSink()
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await sink?.[Symbol.asyncDispose]()
})
afterEach(() => app.owner.deleteFrom('access_token').execute())

const subject = 'An access token is about to expire'
const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs)

/** A process of the API. */
function startNotices(change?: (mailer: Mailer) => Mailer) {
  const { owner, config } = app
  const settings = { kind: 'smtp', url: sink.url, from: 'Tend <tend@example.com>' } as const
  const mailer = createMailer(settings, { database: owner, secrets: config.secrets })
  const context = { owner, mailer: change?.(mailer) ?? mailer, webUrl: config.webUrl }
  return { send: () => sendTokenNotices(context), mailer }
}

async function insertToken(
  userId: string,
  name: string,
  token: { made: Date; ends: Date | null; revoked?: Date },
): Promise<void> {
  const { made, ends, revoked = null } = token
  await app.owner
    .insertInto('access_token')
    .values({
      user_id: userId,
      id: randomUUID(),
      name,
      scopes: ['tasks:read'],
      token_hash: randomBytes(32),
      created_at: made,
      expires_at: ends,
      revoked_at: revoked,
    })
    .execute()
}

const textsTo = (email: string) =>
  sink.mails
    .filter((mail) => mail.to?.[0]?.address === email && mail.subject === subject)
    .map(({ text }) => text ?? '')

test('a person is notified once, by mail, of a token that expires within a week', async () => {
  const ada = await app.createPerson('ada')
  await app.owner
    .updateTable('auth_user')
    .set({ time_zone: 'Asia/Tokyo' })
    .where('id', '=', ada.userId)
    .execute()
  const ends = inDays(6.9)
  await insertToken(ada.userId, 'Backup script', { made: inDays(-83), ends })
  const notices = startNotices()
  for (const _time of ['first', 'second']) {
    await notices.send()
    await notices.mailer.resume()
  }
  const [text, ...more] = textsTo(ada.email)
  expect(more).toEqual([])
  expect(text).toContain('“Backup script”')
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Tokyo' })
  expect(text).toContain(day.format(ends))
  expect(text).toContain('(Asia/Tokyo)')
  expect(text).toContain(`${app.config.webUrl}/settings/tokens`)
})

test('nobody is notified of a token that lives at most a week, expires later or never, has expired or was revoked', async () => {
  const bob = await app.createPerson('bob')
  const made = inDays(-30)
  await insertToken(bob.userId, 'short', { made: inDays(-1), ends: inDays(5) })
  await insertToken(bob.userId, 'later', { made, ends: inDays(7.1) })
  await insertToken(bob.userId, 'never', { made, ends: null })
  await insertToken(bob.userId, 'ended', { made, ends: inDays(-0.1) })
  await insertToken(bob.userId, 'revoked', { made, ends: inDays(5), revoked: inDays(-1) })
  // One token needs a notice, so that the test knows when the job has run.
  await insertToken(bob.userId, 'due', { made, ends: inDays(5) })
  const notices = startNotices()
  await notices.send()
  await notices.mailer.resume()
  expect(textsTo(bob.email)).toEqual([expect.stringContaining('“due”')])
})

test('of several processes only one sends each notice', async () => {
  const people = await Promise.all(
    Array.from({ length: 12 }, (_, nth) => app.createPerson(`person-${nth}`)),
  )
  for (const { userId } of people)
    await insertToken(userId, 'A script', { made: inDays(-30), ends: inDays(3) })
  const processes = [startNotices(), startNotices(), startNotices()]
  await Promise.all(processes.map((one) => one.send()))
  await Promise.all(processes.map((one) => one.mailer.resume()))
  for (const { email } of people) expect(textsTo(email)).toHaveLength(1)
})

test('another process sends the notice that a process claimed before it died', async () => {
  const eve = await app.createPerson('eve')
  await insertToken(eve.userId, 'A script', { made: inDays(-30), ends: inDays(3) })
  const dying = startNotices((mailer) => ({
    ...mailer,
    sendWith: () => Promise.reject(new Error('gone')),
  }))
  await expect(dying.send()).rejects.toThrow('gone')
  const notices = startNotices()
  await notices.send()
  await notices.mailer.resume()
  expect(textsTo(eve.email)).toHaveLength(1)
})
