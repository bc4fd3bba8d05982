/** What is shown to a person on a device of theirs. */
export type PushNotification = {
  title: string
  body?: string | undefined
  /** Where a click on it leads: an address of the app, with its origin. */
  navigate: string
  /** One with the same tag replaces it, and closes it. */
  tag: string
  /** What its buttons are about; without it there are none. */
  data?: { taskId: string; reminderId: string } | undefined
}

/** What a device is told: to show something, or to take away what it showed, since it was seen elsewhere. */
export type PushMessage =
  | { kind: 'show'; notification: PushNotification }
  | { kind: 'close'; tag: string }

/** Push services take 4,096 bytes encrypted; these are at most four bytes each, and the rest is short. */
const longest = { title: 300, body: 300 }

// The number by which a browser knows that it can show a message by itself (Declarative Web Push).
const declarative = 8030

/**
 * A message as it is sent. Safari shows the form of Declarative Web Push by itself; in other browsers the
 * service worker reads the same.
 */
export function writePushMessage(message: PushMessage): string {
  if (message.kind === 'close') return JSON.stringify({ close: message.tag })
  const { title, body, ...rest } = message.notification
  const notification = {
    title: shorten(title, longest.title),
    ...(body && { body: shorten(body, longest.body) }),
    ...rest,
  }
  return JSON.stringify({ web_push: declarative, notification })
}

/** Reads what `writePushMessage` wrote; undefined when it is anything else. */
export function readPushMessage(text: string): PushMessage | undefined {
  const read = parse(text)
  if (typeof read?.close === 'string') return { kind: 'close', tag: read.close }
  const { title, navigate, tag } = read?.notification ?? {}
  if (typeof title !== 'string' || typeof navigate !== 'string' || typeof tag !== 'string') return
  return { kind: 'show', notification: read?.notification as PushNotification }
}

type Sent = { close?: unknown; notification?: Record<keyof PushNotification, unknown> }

function parse(text: string): Sent | undefined {
  try {
    return (JSON.parse(text) ?? undefined) as Sent | undefined
  } catch {
    return undefined
  }
}

/** Cut between characters, never within one. */
function shorten(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
