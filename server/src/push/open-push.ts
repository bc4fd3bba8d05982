import type { Kysely } from 'kysely'
import { createPoster } from '../outgoing/poster.ts'
import { keepPushKey } from './push-key.queries.ts'
import { createPushSender, type PushSender } from './push-sender.service.ts'
import { makePushKey } from './vapid.ts'

export type PushSettings = {
  /** The database as the role that may read the installation's key. */
  owner: Kysely<unknown>
  webUrl: string
  moreOrigins: readonly string[]
}

const timeoutMs = 10_000

/** What sends notifications to browsers, with the installation's own key. */
export function openPush({ owner, webUrl, moreOrigins }: PushSettings): Disposable & {
  sender: PushSender
} {
  const posting = createPoster({ trustedOrigins: moreOrigins, timeoutMs })
  const sender = createPushSender({
    loadKey: () => keepPushKey(owner, makePushKey()),
    post: posting.post,
    moreOrigins,
    contact: webUrl.startsWith('https://') ? webUrl : localContact,
  })
  return { sender, [Symbol.dispose]: posting[Symbol.dispose] }
}

/** Push services require the form, and know nobody on somebody's own computer. */
const localContact = 'https://localhost'
