import { readPushMessage } from '@tend/server/domain/push/push-message'
import type { Snooze } from '../time/snooze-end.ts'
import { scope } from './scope.ts'

/** What a notification remembers until it is clicked. */
export type NotificationData = {
  navigate: string
  /** The reminder it is of; without one it has no buttons. */
  taskId?: string
  reminderId?: string
}

/** Chrome knows more of a notification than TypeScript, as it is no standard everywhere. */
type Options = NotificationOptions & {
  actions?: { action: 'done' | Snooze; title: string }[]
  renotify?: boolean
}

const actions: NonNullable<Options['actions']> = [
  { action: 'done', title: 'Done' },
  { action: 'hour', title: 'In an hour' },
  { action: 'tomorrow', title: 'Tomorrow' },
]

// What a browser gets must be shown, or it takes the permission away.
const unknown = { title: 'Tend', navigate: '/today', tag: 'unknown' }

/** Shows what a push service brought, or takes away what was seen on another device. Safari needs none of it. */
export async function showPush(text: string): Promise<void> {
  const message = readPushMessage(text)
  if (message?.kind === 'close') return close(message.tag)
  const { title, body, navigate, tag, data } = message?.notification ?? { ...unknown }
  const options: Options = {
    ...(body && { body }),
    tag,
    // The same reminder calls again when it rings again.
    renotify: true,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: { navigate, ...data } satisfies NotificationData,
    ...(data && { actions }),
  }
  await scope.registration.showNotification(title, options)
}

async function close(tag: string): Promise<void> {
  for (const shown of await scope.registration.getNotifications({ tag })) shown.close()
}
