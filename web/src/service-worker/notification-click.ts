import type { GoMessage } from '../installed/go-message.ts'
import { parseAddress } from '../places/address.ts'
import { askApi } from './ask-api.ts'
import type { NotificationAction, NotificationData } from './push.ts'
import { scope } from './scope.ts'

const complete =
  'mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { mutationId } }'
const snooze =
  'mutation ($input: SnoozeReminderInput!) { snoozeReminder(input: $input) { mutationId } }'

/** Does what a button of a notification says, or opens what it is about. */
export async function actOnClick({ notification, action }: NotificationEvent): Promise<void> {
  const data = notification.data as NotificationData
  notification.close()
  const { taskId, reminderId } = data
  if (!action || !taskId || !reminderId) return open(data.navigate)
  const isDone =
    action === 'done'
      ? await askApi(complete, { id: taskId })
      : await askApi(snooze, { taskId, reminderId, until: findInstant(action as 'hour') })
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

function findInstant(action: Exclude<NotificationAction, 'done'>): string {
  const later = new Date()
  if (action === 'hour') later.setHours(later.getHours() + 1)
  else later.setDate(later.getDate() + 1)
  return later.toISOString()
}
