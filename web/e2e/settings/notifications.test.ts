import type { Page, Worker } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { startPushService } from '../../../server/test/support/push-service.ts'
import { openWindow, type Window } from '../support/browser.ts'
import { shareProduct } from '../support/shared-product.ts'
import { addTask, askApi, signUp } from '../support/steps.ts'

// A browser in a test reaches no vendor's push service, so it subscribes with one on loopback; what that
// receives is decrypted there and handed to the browser, as its vendor would. Nor has a headless browser
// anywhere to show notifications, so what the service worker shows is kept in a list.

type WorkerScope = { registration: ServiceWorkerRegistration; dispatchEvent(event: Event): boolean }
declare const ExtendableEvent: typeof Event

const service = await startPushService()
const running = shareProduct(async () => ({ PUSH_ORIGINS: service.origin }))
afterAll(() => service[Symbol.asyncDispose]())

/** A window whose person has allowed notifications. */
async function openAllowed(): Promise<Window> {
  const window = await openWindow(running)
  const { endpoint, p256dh, auth } = service.subscribe()
  await window.page.addInitScript(
    (browser) => {
      Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
      Notification.requestPermission = async () => 'granted'
      const subscription = (key: string) => {
        const bytes = Uint8Array.from(
          atob(key.replaceAll('-', '+').replaceAll('_', '/')),
          (character) => character.charCodeAt(0),
        )
        return {
          endpoint: browser.endpoint,
          options: { applicationServerKey: bytes.buffer },
          toJSON: () => browser,
          unsubscribe: async () => localStorage.removeItem('subscribed') ?? true,
        }
      }
      PushManager.prototype.getSubscription = async () => {
        const key = localStorage.getItem('subscribed')
        return (key && subscription(key)) as never
      }
      PushManager.prototype.subscribe = async (options) => {
        localStorage.setItem('subscribed', String(options?.applicationServerKey))
        return subscription(String(options?.applicationServerKey)) as never
      }
    },
    { endpoint, keys: { p256dh, auth } },
  )
  return window
}

async function turnOn(page: Page): Promise<void> {
  await page.goto('/settings/notifications')
  await page.getByRole('button', { name: 'Turn on notifications' }).click()
  await page.getByText('Notifications are on.', { exact: true }).waitFor()
}

/** The service worker, with a list in place of the system's notifications. */
async function findWorker(page: Page): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  const [known] = page.context().serviceWorkers()
  const worker = known ?? (await page.context().waitForEvent('serviceworker'))
  await worker.evaluate(() => {
    let shown: { title: string; tag: string; close(): void }[] = []
    const remove = (tag: string) => {
      shown = shown.filter((one) => one.tag !== tag)
    }
    Object.assign((self as unknown as WorkerScope).registration, {
      async showNotification(title: string, options: { tag: string }) {
        remove(options.tag)
        shown.push({ title, ...options, close: () => remove(options.tag) })
      },
      getNotifications: async (only?: { tag: string }) =>
        shown.filter(({ tag }) => !only || tag === only.tag),
    })
  })
  return worker
}

/** Hands the browser what its push service has received. */
async function deliver(page: Page, text: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const found = Promise.withResolvers<string>()
  devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    const [registration] = registrations
    if (registration) found.resolve(registration.registrationId)
  })
  await devtools.send('ServiceWorker.enable')
  const registrationId = await found.promise
  const origin = new URL(page.url()).origin
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: text })
}

function listNotifications(worker: Worker): Promise<{ title: string; body: string }[]> {
  return worker.evaluate(async () => {
    const { registration } = self as unknown as WorkerScope
    const shown = await registration.getNotifications()
    return shown.map(({ title, body }) => ({ title, body }))
  })
}

/** As the system does it when somebody clicks: it has no window for tests. */
function click(worker: Worker, action = ''): Promise<void> {
  return worker.evaluate(async (pressed) => {
    const scope = self as unknown as WorkerScope
    const [notification] = await scope.registration.getNotifications()
    const event = new ExtendableEvent('notificationclick')
    scope.dispatchEvent(Object.assign(event, { notification, action: pressed }))
  }, action)
}

test('turned on, a test arrives as a notification; turned off, the device is gone', async () => {
  await using window = await openAllowed()
  const { page } = window
  await signUp(page)
  await turnOn(page)
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect.poll(() => service.received.length).toBeGreaterThan(0)
  const worker = await findWorker(page)
  await deliver(page, service.received.at(-1)?.text ?? '')
  await expect
    .poll(() => listNotifications(worker))
    .toEqual([{ title: 'Notifications work', body: 'Reminders will show up here.' }])
  await page.reload()
  await page.getByText('Notifications are on.', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await page.getByRole('button', { name: 'Turn on notifications' }).waitFor()
  expect(window.complaints).toEqual([])
})

test('a click leads the open app to the task without loading it again; a closing message takes the notification away', async () => {
  await using window = await openAllowed()
  const { page } = window
  await signUp(page)
  await addTask(page, 'Feed the cat')
  const { apiUrl } = running.product
  const { tasks } = await askApi<{ tasks: { nodes: { id: string }[] } }>(
    page,
    apiUrl,
    '{ tasks { nodes { id } } }',
  )
  const id = tasks.nodes[0]?.id ?? ''
  const worker = await findWorker(page)
  const navigate = `${running.product.webUrl}/task/${id}`
  const push = (tag: string) =>
    JSON.stringify({ web_push: 8030, notification: { title: 'Feed the cat', navigate, tag } })
  await deliver(page, push('first'))
  await expect.poll(() => listNotifications(worker)).toHaveLength(1)
  await page.evaluate(() => document.body.setAttribute('data-same', ''))
  await click(worker)
  await page.waitForURL(`**/task/${id}`)
  await page.getByLabel('Title').waitFor()
  expect(await page.locator('body[data-same]').count()).toBe(1)
  await expect.poll(() => listNotifications(worker)).toEqual([])

  await deliver(page, push('second'))
  await expect.poll(() => listNotifications(worker)).toHaveLength(1)
  await deliver(page, JSON.stringify({ close: 'second' }))
  await expect.poll(() => listNotifications(worker)).toEqual([])
  expect(window.complaints).toEqual([])
})

test('Done on a notification completes the task when no page of the app is open', async () => {
  await using window = await openAllowed()
  const { page } = window
  await signUp(page)
  await addTask(page, 'Feed the cat')
  const { apiUrl, webUrl } = running.product
  const query = '{ tasks { nodes { id completed } } }'
  const read = async () =>
    (await askApi<{ tasks: { nodes: { id: string; completed: boolean }[] } }>(page, apiUrl, query))
      .tasks.nodes[0]
  const task = await read()
  const worker = await findWorker(page)
  const notification = {
    title: 'Feed the cat',
    navigate: `${webUrl}/task/${task?.id}`,
    tag: 'r',
    data: { taskId: task?.id, reminderId: crypto.randomUUID() },
  }
  await deliver(page, JSON.stringify({ web_push: 8030, notification }))
  await expect.poll(() => listNotifications(worker)).toHaveLength(1)
  // What is no page of the app, but of its origin, so that the test can go on asking.
  await page.goto('/icon.svg')
  await click(worker, 'done')
  await expect.poll(async () => (await read())?.completed).toBe(true)
  expect(window.complaints).toEqual([])
})

test('Tomorrow on a notification is the morning of its person, wherever the device is', async () => {
  await using window = await openAllowed()
  const { page } = window
  await signUp(page)
  const { apiUrl, webUrl } = running.product
  const ask = <Data>(query: string) => askApi<Data>(page, apiUrl, query)
  const timeZone = 'Pacific/Midway'
  // Where it is always another day or another time than at the device.
  await ask(`mutation { updateMe(input: { timeZone: "${timeZone}" }) { mutationId } }`)
  await ask('mutation { updateReminderSettings(input: { dayTime: "07:15" }) { mutationId } }')
  const { createTask } = await ask<{
    createTask: { task: { id: string; reminders: { id: string }[] } }
  }>(
    'mutation { createTask(input: { title: "Feed the cat", dueOn: "2037-06-30", reminders: [{ minutesBefore: 0 }] }) { task { id reminders { id } } } }',
  )
  const { id: taskId, reminders } = createTask.task
  const reminderId = reminders[0]?.id
  const worker = await findWorker(page)
  const notification = {
    ...{ title: 'Feed the cat', navigate: `${webUrl}/task/${taskId}`, tag: 'r' },
    data: { taskId, reminderId },
  }
  await deliver(page, JSON.stringify({ web_push: 8030, notification }))
  await expect.poll(() => listNotifications(worker)).toHaveLength(1)
  const today = Temporal.Now.plainDateISO(timeZone)
  await click(worker, 'tomorrow')
  const readSnooze = async () =>
    (
      await ask<{ task: { reminders: { snoozedUntil: string | null }[] } }>(
        `{ task(id: "${taskId}") { reminders { snoozedUntil } } }`,
      )
    ).task.reminders[0]?.snoozedUntil
  const morning = today.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: '07:15' })
  await expect
    .poll(async () => Date.parse((await readSnooze()) ?? ''), { interval: 500 })
    .toBe(morning.epochMilliseconds)
  expect(window.complaints).toEqual([])
})

test('where notifications are blocked, the settings say so, and what works instead', async () => {
  await using window = await openWindow(running)
  const { page } = window
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' })
  })
  await signUp(page)
  await page.goto('/settings/notifications')
  await page.getByText(/^This browser blocks notifications from Tend\./).waitFor()
  expect(await page.getByRole('button', { name: 'Turn on notifications' }).count()).toBe(0)
  expect(window.complaints).toEqual([])
})

test('an iPhone is told to put the app on its home screen first', async () => {
  await using window = await openWindow(running, {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) Version/18.4 Safari/605.1.15',
  })
  const { page } = window
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PushManager'))
  await signUp(page)
  await page.goto('/settings/notifications')
  await page.getByText(/^On iPhone and iPad, add Tend to your home screen first/).waitFor()
  expect(window.complaints).toEqual([])
})
