import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
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
    .filter((mail) => mail.to?.[0]?.address === email && mail.subject === 'New access token')
    .map(({ text }) => text ?? '')

/** Once a later mail to somebody else has arrived, all before it have. */
async function waitForMails(): Promise<void> {
  const last = await app.createPerson(`last-${crypto.randomUUID()}`)
  await createAccessToken(last)
  await expect.poll(() => textsTo(last.email).length, { timeout: 10_000 }).toBe(1)
}

test('a mail tells the owner of a new token its name, its scopes and where to revoke it, once', async () => {
  const ada = await app.createPerson('ada')
  const input = {
    name: 'Backup script',
    scopes: ['TASKS_READ', 'ACCOUNT_READ'],
    idempotencyKey: 'the same',
  }
  const made = []
  for (const _time of ['first', 'second'])
    made.push(await runMutation(ada, 'createAccessToken', input, 'token'))
  expect(made[1].token).toBeNull()
  await waitForMails()
  const [text, ...more] = textsTo(ada.email)
  expect(more).toEqual([])
  expect(text).toContain('“Backup script”')
  expect(text).toContain('read your tasks and see your name and e-mail')
  expect(text).toContain(`${app.config.webUrl}/settings/tokens`)
  expect(text).not.toContain(made[0].token)
})

test('who creates and revokes tokens in turns sends the owner ten mails an hour', async () => {
  const bob = await app.createPerson('bob')
  for (let nth = 0; nth < 13; nth += 1) {
    const { accessToken } = await createAccessToken(bob)
    await runMutation(bob, 'revokeAccessToken', { id: accessToken.id }, 'mutationId')
  }
  await waitForMails()
  expect(textsTo(bob.email)).toHaveLength(10)
})
