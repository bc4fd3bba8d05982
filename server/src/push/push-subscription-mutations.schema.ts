import { longestPushEndpoint, maxPushSubscriptions } from '../domain/limits.ts'
import { addMutation, type InputBuilder, type PayloadBuilder } from '../graphql/add-mutation.ts'
import { requireSession } from '../sessions/session.service.ts'
import type { PushSubscription } from './push-subscription.queries.ts'
import { PushSubscriptionType } from './push-subscription.schema.ts'
import {
  endPushSubscription,
  getPushSubscription,
  keepPushSubscription,
} from './push-subscription.service.ts'
import { sendTest } from './send-test.ts'

const notLogged = 'It is not part of the log, so undo doesn’t know it.'

addMutation('createPushSubscription', {
  managesAccount: true,
  description: `Turns notifications on for the browser that asks, with what its PushManager.subscribe gave, or takes its new keys if they were on. More than ${maxPushSubscriptions} are LIMIT_EXCEEDED. They end with the session. ${notLogged}`,
  inputDescription: 'A browser’s subscription, as PushSubscription.toJSON() gives it.',
  inputFields: (t) => ({
    endpoint: t.string({
      required: true,
      description: `Its endpoint, unchanged: an address of a browser vendor’s push service, at most ${longestPushEndpoint} characters.`,
    }),
    p256dh: t.string({ required: true, description: 'keys.p256dh: 65 bytes in base64url.' }),
    auth: t.string({ required: true, description: 'keys.auth: 16 bytes in base64url.' }),
    isRenewal: t.boolean({
      defaultValue: false,
      description:
        'Whether the app does this by itself, as it should at each start. Then nothing happens if you have turned notifications off for this browser meanwhile.',
    }),
  }),
  payloadFields: (t: PayloadBuilder<{ pushSubscription: PushSubscription | null }>) => ({
    pushSubscription: t.expose('pushSubscription', {
      type: PushSubscriptionType,
      nullable: true,
      description:
        'The browser as it is stored; null for a renewal of what was turned off: then the browser’s own subscription should be ended too.',
    }),
  }),
  resolve: async (db, { isRenewal, ...input }, { viewer, push }) => {
    await requireSession(db, viewer.via.id)
    const draft = { ...input, isRenewal: isRenewal ?? false }
    const kept = await keepPushSubscription(db, push, viewer.via.id, draft)
    return { pushSubscription: kept ?? null }
  },
})

addMutation('deletePushSubscription', {
  managesAccount: true,
  description: `Turns notifications off for one of your browsers. ${notLogged}`,
  inputDescription: 'Which browser is meant.',
  inputFields: nameFields,
  payloadFields: (t: PayloadBuilder<{ pushSubscription: PushSubscription }>) => ({
    pushSubscription: t.expose('pushSubscription', {
      type: PushSubscriptionType,
      description: 'The subscription as it was.',
    }),
  }),
  resolve: async (db, { id }) => ({ pushSubscription: await endPushSubscription(db, id) }),
})

addMutation('testPushSubscription', {
  managesAccount: true,
  description:
    'Sends a notification to one of your browsers, to see that it arrives. A browser that doesn’t exist any more is removed.',
  inputDescription: 'Which browser is meant.',
  inputFields: nameFields,
  payloadFields: (t: PayloadBuilder<{ pushSubscription: PushSubscription }>) => ({
    pushSubscription: t.expose('pushSubscription', {
      type: PushSubscriptionType,
      description: 'Where it is sent.',
    }),
  }),
  resolve: async (db, { id }) => ({ pushSubscription: await getPushSubscription(db, id) }),
  // The answer doesn't wait for the push service, which may be slow.
  afterwards: async ({ pushSubscription }, context) => void sendTest(pushSubscription.id, context),
})

function nameFields(t: InputBuilder) {
  return { id: t.id({ required: true, description: 'The id of the push subscription.' }) }
}
