import type { AsUser } from '../db/user-database.ts'
import type { PushSender } from './push-sender.service.ts'
import { deletePushSubscription, listPushTargets } from './push-subscription.queries.ts'

type Means = { push: PushSender; asUser: AsUser; webUrl: string }

const ttlSeconds = 60

/** Sends a notification that says that notifications work. Never rejects: whether it came, its person sees. */
export async function sendTest(id: string, { push, asUser, webUrl }: Means): Promise<void> {
  try {
    const target = (await asUser(listPushTargets)).find((one) => one.id === id)
    if (!target) return
    const notification = {
      title: 'Notifications work',
      body: 'Reminders will show up here.',
      navigate: `${webUrl}/today`,
      tag: 'test',
    }
    const message = { kind: 'show', notification } as const
    const outcome = await push.send(target, { message, ttlSeconds })
    if (outcome.kind === 'gone') await asUser((db) => deletePushSubscription(db, id))
  } catch {
    // The database is away: nothing was sent.
  }
}
