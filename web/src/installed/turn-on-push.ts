import type { Client } from '@urql/core'
import { runMutation } from '../graphql/run-mutation.ts'
import { readDraft, writeDraft } from '../model/drafts/drafts.ts'
import {
  describe,
  findDeviceSubscription,
  subscribe,
  subscribeDevice,
  unsubscribeDevice,
} from './device-push.ts'
import { CreatePushSubscription, PushStateQuery } from './push.documents.ts'
import { pushObstacleWords } from './push-obstacle-words.ts'

// Whether this person turned notifications on in this browser. Drafts are each person's own, and signing out
// deletes them: then notifications end here, until they are turned on again.
const mark = 'notifications'

const asking = { requestPolicy: 'network-only', uncached: true } as const

/** Turns notifications on for this device. Undefined once they are; otherwise a sentence that says why not. */
export async function turnOnPush(client: Client): Promise<string | undefined> {
  const subscribed = await subscribeDevice(
    async () => (await load(client))?.pushPublicKey ?? undefined,
  )
  if (typeof subscribed === 'string') return pushObstacleWords[subscribed]
  const outcome = await runMutation(client, CreatePushSubscription, { input: subscribed })
  if (!outcome.ok) {
    await unsubscribeDevice()
    return outcome.message
  }
  writeDraft(mark, 'on')
}

/** Forgets that they were on. The API is told by whoever calls this. */
export async function turnOffPushHere(): Promise<void> {
  writeDraft(mark, null)
  await unsubscribeDevice()
}

/**
 * Makes sure that what this person turned on still works: browsers drop subscriptions, and a new session
 * needs one of its own. Ends what somebody else left, or what was turned off elsewhere. Never throws.
 */
export async function renewPush(client: Client): Promise<void> {
  try {
    const current = await findDeviceSubscription()
    if (readDraft(mark) === null) return void (await current?.unsubscribe())
    if (Notification.permission !== 'granted') return
    const known = await load(client)
    const isKnown = known?.pushSubscriptions?.some(
      ({ endpoint, isCurrent }) => isCurrent && endpoint === current?.endpoint,
    )
    if (!known?.pushPublicKey || isKnown) return
    const renewed = await subscribe(known.pushPublicKey)
    if (!renewed) return
    const input = { ...describe(renewed), isRenewal: true }
    const outcome = await runMutation(client, CreatePushSubscription, { input })
    const isOff = outcome.ok && !outcome.data.createPushSubscription.pushSubscription
    if (isOff) await turnOffPushHere()
  } catch {
    // The next start tries again; what rang is in the app too.
  }
}

async function load(client: Client) {
  return (await client.query(PushStateQuery, {}, asking).toPromise()).data
}
