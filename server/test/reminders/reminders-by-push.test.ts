import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Person } from '../support/person.ts'
import { type PushService, startPushService } from '../support/push-service.ts'
import { runMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let service: PushService
let app: TestApp
let ada: Person

beforeAll(async () => {
  service = await startPushService()
  app = await startTestApp({
    env: { PUSH_ORIGINS: service.origin },
    app: { reminders: true },
  })
})
beforeEach(async () => {
  service.answerWith(201)
  ada = await app.createPerson('ada')
  await runMutation(ada, 'updateReminderSettings', { channels: ['PUSH'] }, 'mutationId')
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await service?.[Symbol.asyncDispose]()
})

async function subscribe() {
  const browser = service.subscribe()
  await runMutation(ada, 'createPushSubscription', browser, 'mutationId')
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
