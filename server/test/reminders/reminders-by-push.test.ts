import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintApiToken } from '../../src/auth/api-token.ts'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import { type Bearer, insertSession, type Person, speakWith } from '../support/person.ts'
import { type PushService, startPushService } from '../support/push-service.ts'
import { runMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let service: PushService
let sink: MailSink
let app: TestApp
let ada: Person

beforeAll(async () => {
  service = await startPushService()
  sink = await startMailSink()
  app = await startTestApp({
    env: {
      PUSH_ORIGINS: service.origin,
      SMTP_URL: sink.url,
      MAIL_FROM: 'Tend <tend@example.com>',
    },
    app: { reminders: true },
  })
})
beforeEach(async () => {
  service.answerWith(201)
  ada = await app.createPerson('ada')
  await runMutation(ada, 'updateReminderSettings', { channels: ['PUSH'] }, 'mutationId')
})
afterAll(async () => {
  // First, because the app waits for mails that it is about to send.
  await sink?.[Symbol.asyncDispose]()
  await app?.[Symbol.asyncDispose]()
  await service?.[Symbol.asyncDispose]()
})

/** Ada on another device. */
async function signInAgain(): Promise<Bearer> {
  const sessionId = await insertSession(app.owner, ada.userId)
  const token = await mintApiToken({ userId: ada.userId, sessionId }, app.token)
  return speakWith({ name: 'ada', url: app.url, token })
}

async function subscribe(person: Bearer = ada) {
  const browser = service.subscribe()
  await runMutation(person, 'createPushSubscription', browser, 'mutationId')
  return browser
}

/** A task that rings at once. */
async function remind(title: string) {
  const given = { title, dueOn: '2037-06-30', reminders: [{ minutesBefore: 0 }] }
  const { task } = await runMutation(ada, 'createTask', given, 'task { id reminders { id } }')
  const [{ id: reminderId }] = task.reminders
  const until = new Date().toISOString()
  await runMutation(ada, 'snoozeReminder', { taskId: task.id, reminderId, until }, 'mutationId')
  return { taskId: task.id, reminderId }
}

/** Nothing waits any more, so what hasn't been sent by now never will be. */
async function settled(): Promise<void> {
  await waitFor('That nothing waits', async () => {
    const { rows } = await sql`
      select 1 from delivery where user_id = ${ada.userId} and kind = 'push'`.execute(app.owner)
    return rows.length === 0 ? true : undefined
  })
}

type Reminded = Awaited<ReturnType<typeof remind>>

const receivedBy = ({ endpoint }: { endpoint: string }) =>
  service.received.filter((push) => push.endpoint === endpoint)

test('a reminder comes to every device, with what its buttons need', async () => {
  const [phone, laptop] = [await subscribe(), await subscribe()]
  const { taskId, reminderId } = await remind('Feed the cat')
  for (const device of [phone, laptop]) {
    const { text } = await waitFor('A notification', async () => receivedBy(device)[0])
    expect(JSON.parse(text).notification).toEqual({
      title: 'Feed the cat',
      body: expect.stringMatching(/^Due on Tuesday, /),
      navigate: `${app.config.webUrl}/task/${taskId}`,
      tag: reminderId,
      data: { taskId, reminderId },
    })
  }
})

test('what a person wants hidden isn’t sent', async () => {
  const device = await subscribe()
  await runMutation(ada, 'updateReminderSettings', { hidesTitles: true }, 'mutationId')
  await remind('A secret')
  const { text } = await waitFor('A notification', async () => receivedBy(device)[0])
  expect(JSON.parse(text).notification.title).toBe('Reminder')
  expect(text).not.toContain('secret')
})

test('a push service that is too busy gets it again when it said', async () => {
  const busy = await subscribe()
  service.answerWith(429, { 'retry-after': '1' })
  await remind('Feed the cat')
  await waitFor('A try', async () => receivedBy(busy)[0])
  service.answerWith(201)
  await waitFor('Another try', async () => receivedBy(busy)[1])
})

test('a push that was delayed isn’t sent any more for what has changed meanwhile', async () => {
  const device = await subscribe()
  service.answerWith(429, { 'retry-after': '3600' })
  const titles = ['Completed', 'Trashed', 'Moved', 'Dismissed', 'Snoozed', 'Stays']
  const reminders = []
  for (const title of titles) reminders.push(await remind(title))
  const [completed, trashed, moved, dismissed, snoozed] = reminders
  await waitFor('A try of each', async () => receivedBy(device)[titles.length - 1])
  service.answerWith(201)
  const later = new Date(Date.now() + 3_600_000).toISOString()
  for (const [name, input] of [
    ['completeTask', { id: completed?.taskId }],
    ['deleteTask', { id: trashed?.taskId }],
    ['updateTask', { id: moved?.taskId, dueOn: '2037-07-01' }],
    ['dismissReminder', dismissed],
    ['snoozeReminder', { ...snoozed, until: later }],
  ] as const)
    await runMutation(ada, name, input ?? {}, 'mutationId')
  await waitFor('The answers', async () => {
    const { rows } = await sql`
      update delivery set next_at = now() where user_id = ${ada.userId} and kind = 'push'
        and (select min(next_at) from delivery where user_id = ${ada.userId} and kind = 'push') > now() + interval '1 minute'
      returning 1`.execute(app.owner)
    return rows.length === titles.length ? true : undefined
  })
  // Whatever rings wakes the process.
  await remind('Another')
  await settled()
  const again = receivedBy(device).slice(titles.length)
  const shown = again.map(({ text }) => JSON.parse(text).notification.title)
  expect(shown.toSorted()).toEqual(['Another', 'Stays'])
})

test('a browser that is gone is forgotten', async () => {
  const device = await subscribe()
  service.answerWith(410)
  await remind('Feed the cat')
  await waitFor('A try', async () => receivedBy(device)[0])
  await waitFor('Its end', async () => {
    const { pushSubscriptions } = await ada.data('{ pushSubscriptions { id } }')
    return pushSubscriptions.length === 0 ? true : undefined
  })
})

test('a push service that fails and says nothing about when gets it again after a pause', async () => {
  const device = await subscribe()
  service.answerWith(500)
  await remind('Feed the cat')
  await waitFor('A try', async () => receivedBy(device)[0])
  service.answerWith(201)
  await waitFor('Another try', async () => receivedBy(device)[1])
  await settled()
  expect(receivedBy(device)).toHaveLength(2)
})

test('a mail server that says nothing delays no notification', async () => {
  const device = await subscribe()
  await runMutation(ada, 'updateReminderSettings', { channels: ['MAIL', 'PUSH'] }, 'mutationId')
  sink.hang()
  const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
  for (const title of titles) await remind(title)
  const shown = () => receivedBy(device).map(({ text }) => JSON.parse(text).notification.title)
  await waitFor('All', async () => (shown().length === titles.length ? true : undefined))
  expect(shown().toSorted()).toEqual(titles.toSorted())
  expect(sink.mails.filter(({ to }) => to?.[0]?.address === ada.email)).toEqual([])
})

test.each([
  ['completed', 'completeTask', ({ taskId }: Reminded) => ({ id: taskId })],
  ['deleted', 'deleteTask', ({ taskId }: Reminded) => ({ id: taskId })],
  ['dismissed', 'dismissReminder', (one: Reminded) => one],
  ['snoozed', 'snoozeReminder', (one: Reminded) => ({ ...one, until: '2037-01-01T00:00:00.000Z' })],
  ['moved', 'updateTask', ({ taskId }: Reminded) => ({ id: taskId, dueOn: '2037-07-01' })],
])('what is %s on one device is closed on the others', async (_word, mutation, inputOf) => {
  const laptop = await subscribe()
  const phone = await subscribe(await signInAgain())
  const reminded = await remind('Feed the cat')
  for (const device of [laptop, phone])
    await waitFor('A notification', async () => receivedBy(device)[0])
  await runMutation(ada, mutation, inputOf(reminded), 'mutationId')
  const { text } = await waitFor('A closing push', async () => receivedBy(phone)[1])
  expect(JSON.parse(text)).toEqual({ close: reminded.reminderId })
  expect(receivedBy(laptop).length).toBe(1)
})

test('nothing is closed that didn’t ring, or that changed in another way', async () => {
  const phone = await subscribe(await signInAgain())
  const given = { title: 'Later', dueOn: '2037-06-30', reminders: [{ minutesBefore: 0 }] }
  const { task } = await runMutation(ada, 'createTask', given, 'task { id }')
  await runMutation(ada, 'completeTask', { id: task.id }, 'mutationId')
  const { taskId } = await remind('Feed the cat')
  await waitFor('A notification', async () => receivedBy(phone)[0])
  await runMutation(ada, 'updateTask', { id: taskId, title: 'Feed both cats' }, 'mutationId')
  const { rows } = await sql`
    select from delivery where dedupe like 'push:close:%' and subject_id in (${task.id}, ${taskId})`.execute(
    app.owner,
  )
  expect(rows).toEqual([])
  await settled()
  expect(receivedBy(phone).length).toBe(1)
})
