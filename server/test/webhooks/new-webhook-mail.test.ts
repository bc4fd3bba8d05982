import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createWebhook } from '../support/webhook.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'

let app: TestApp
let sink: MailSink
let receiver: WebhookReceiver
beforeAll(async () => {
  sink = await startMailSink()
  receiver = await startWebhookReceiver()
  app = await startTestApp({
    env: {
      WEBHOOK_ORIGINS: receiver.origin,
      SMTP_URL: sink.url,
      MAIL_FROM: 'Tend <tend@example.com>',
    },
  })
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await sink?.[Symbol.asyncDispose]()
  await receiver?.[Symbol.asyncDispose]()
})

const textsTo = (email: string) =>
  sink.mails
    .filter((mail) => mail.to?.[0]?.address === email && mail.subject === 'New webhook')
    .map(({ text }) => text ?? '')

/** Once a later mail to somebody else has arrived, all before it have. */
async function waitForMails(): Promise<void> {
  const last = await app.createPerson(`last-${crypto.randomUUID()}`)
  await createWebhook(last, receiver)
  await expect.poll(() => textsTo(last.email).length, { timeout: 10_000 }).toBe(1)
}

test('a mail tells the owner of a new webhook what it is called and to which host it leads, and neither its path nor its secret', async () => {
  const ada = await app.createPerson('ada')
  const { path, secret } = await createWebhook(ada, receiver, { description: 'Kitchen' })
  await waitForMails()
  const [text, ...more] = textsTo(ada.email)
  expect(more).toEqual([])
  expect(text).toContain(`The webhook “Kitchen” to ${new URL(receiver.origin).host}`)
  expect(text).not.toContain(path)
  expect(text).not.toContain(secret)
})

test('who creates and deletes webhooks in turns sends the owner ten mails an hour', async () => {
  const bob = await app.createPerson('bob')
  for (let nth = 0; nth < 13; nth += 1) {
    const { id } = await createWebhook(bob, receiver)
    await runMutation(bob, 'deleteWebhook', { id }, 'mutationId')
  }
  await waitForMails()
  expect(textsTo(bob.email)).toHaveLength(10)
})
