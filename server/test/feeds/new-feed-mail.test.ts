import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFeed } from '../support/feed.ts'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let sink: MailSink
beforeAll(async () => {
  sink = await startMailSink()
  app = await startTestApp({ env: { SMTP_URL: sink.url, MAIL_FROM: 'Tend <tend@example.com>' } })
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await sink?.[Symbol.asyncDispose]()
})

const textsTo = (email: string) =>
  sink.mails
    .filter((mail) => mail.to?.[0]?.address === email && mail.subject === 'New calendar address')
    .map(({ text }) => text ?? '')

/** Once a later mail to somebody else has arrived, all before it have. */
async function waitForMails(): Promise<void> {
  const last = await app.createPerson(`last-${crypto.randomUUID()}`)
  await createFeed(last)
  await expect.poll(() => textsTo(last.email).length, { timeout: 10_000 }).toBe(1)
}

test('a mail tells the owner of a new calendar address its name and where to revoke it, without its secret', async () => {
  const ada = await app.createPerson('ada')
  const { secret } = await createFeed(ada, { name: 'For the kitchen' })
  await waitForMails()
  const [text, ...more] = textsTo(ada.email)
  expect(more).toEqual([])
  expect(text).toContain('“For the kitchen”')
  expect(text).toContain(`${app.config.webUrl}/settings/data`)
  expect(text).not.toContain(secret)
})

test('who creates and revokes addresses in turns sends the owner ten mails an hour', async () => {
  const bob = await app.createPerson('bob')
  for (let nth = 0; nth < 13; nth += 1) {
    const { feed } = await createFeed(bob)
    await runMutation(bob, 'revokeFeed', { id: feed.id }, 'mutationId')
  }
  await waitForMails()
  expect(textsTo(bob.email)).toHaveLength(10)
})
