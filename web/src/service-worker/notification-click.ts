import type { GoMessage } from '../installed/go-message.ts'
import { parseAddress } from '../places/address.ts'
import { findSnoozeEnd, type Snooze } from '../time/snooze-end.ts'
import { askApi } from './ask-api.ts'
import type { NotificationData } from './push.ts'
import { scope } from './scope.ts'

const complete =
  'mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { mutationId } }'
const dismiss =
  'mutation ($input: DismissReminderInput!) { dismissReminder(input: $input) { mutationId } }'
const ownTime = '{ me { timeZone reminderSettings { dayTime } } }'
type OwnTime = { timeZone: string; reminderSettings: { dayTime: string } }
const snooze =
  'mutation ($input: SnoozeReminderInput!) { snoozeReminder(input: $input) { mutationId } }'

/** Does what a button of a notification says, or opens what it is about. */
export async function actOnClick({ notification, action }: NotificationEvent): Promise<void> {
  const data = notification.data as NotificationData
  notification.close()
  const { taskId, reminderId } = data
  if (!taskId || !reminderId) return open(data.navigate)
  if (!action) {
    // Who has opened it has seen it: it closes on other devices, and leaves the list of what has rung.
    await open(data.navigate)
    return void (await askApi(dismiss, { input: { taskId, reminderId } }))
  }
  const isDone =
    action === 'done'
      ? await askApi(complete, { input: { id: taskId } })
      : await snoozeUntil(action as Snooze, { taskId, reminderId })
  // The app shows what became of the task, and asks to sign in where that is missing.
  if (!isDone) await open(data.navigate)
}

/** Shows an address in a window that is open, or in a new one. */
async function open(address: string): Promise<void> {
  const url = new URL(address, scope.location.origin)
  // A message names its address; nothing else than the app is opened.
  if (url.origin !== scope.location.origin) return
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const window = windows.find((one) => parseAddress(new URL(one.url).pathname))
  if (!window) return void (await scope.clients.openWindow(url.href))
  // A window that may not come to the front goes there all the same.
  await window.focus().catch(() => {})
  window.postMessage({ go: url.pathname } satisfies GoMessage)
}

/** Whether it was done. */
async function snoozeUntil(
  until: Snooze,
  reminder: { taskId: string; reminderId: string },
): Promise<boolean> {
  const settings = await askApi<{ me: OwnTime }>(ownTime, {})
  if (!settings) return false
  const { timeZone, reminderSettings } = settings.me
  const end = findSnoozeEnd(until, { now: Date.now(), timeZone, ...reminderSettings })
  const input = { ...reminder, until: new Date(end).toISOString() }
  return (await askApi(snooze, { input })) !== undefined
}
