import {
  longestWebhookUrl,
  maxWebhookRequests,
  maxWebhooks,
  textLimits,
  webhookOverlapHours,
} from '../domain/limits.ts'
import { addMutation, type InputBuilder, type PayloadBuilder } from '../graphql/add-mutation.ts'
import type { Mail } from '../mail/mail.ts'
import { requireSession } from '../sessions/session.service.ts'
import type { Webhook } from './webhook.queries.ts'
import { WebhookEntityType, WebhookOperationType, WebhookType } from './webhook.schema.ts'
import {
  changeWebhook,
  createWebhook,
  revokeWebhook,
  rollSecret,
  writeWebhookNotice,
} from './webhook.service.ts'
import { replay, requestEvent, requestTest } from './webhook-again.service.ts'

const notLogged = 'It is not part of the log, so undo doesn’t know it.'
const requests = `Of tests, replays and events that are sent again, ${maxWebhookRequests} an hour are the most; more is LIMIT_EXCEEDED.`
const { max: longestDescription } = textLimits.webhookDescription

type Payload = { webhook: Webhook }
type SecretPayload = Payload & { secret: string | null; notice?: Mail | undefined }

addMutation('createWebhook', {
  managesAccount: true,
  description: `Creates a webhook: an address to which each of your changes from now on is sent, signed, in order. More than ${maxWebhooks} are LIMIT_EXCEEDED. Only a session may do it. A mail tells its owner. ${notLogged}`,
  inputDescription: 'A webhook to create.',
  inputFields: (t) => ({
    url: t.string({
      required: true,
      description: `Where to send it: an https address of the public internet, at most ${longestWebhookUrl} characters.`,
    }),
    ...choiceFields(t),
  }),
  payloadFields: secretFields,
  toKeep: ({ webhook }) => ({ webhook, secret: null }),
  resolve: async (db, input, { viewer, webhooks, webUrl }): Promise<SecretPayload> => {
    await requireSession(db, viewer.via.id)
    const created = await createWebhook(db, webhooks, input)
    return { ...created, notice: await writeWebhookNotice(db, created.webhook, webUrl) }
  },
  afterwards: async ({ notice }, { sendMail }) => notice && sendMail(notice),
})

addMutation('updateWebhook', {
  managesAccount: true,
  description: `Changes a webhook, stops it, or starts it again. ${notLogged}`,
  inputDescription: 'What to change of a webhook; what is left out stays.',
  inputFields: (t) => ({
    ...nameFields(t),
    url: t.string({
      description: 'Where to send what comes from now on; what waits is sent there, too.',
    }),
    ...choiceFields(t),
    isEnabled: t.boolean({
      description:
        'False stops it. True starts it where it has stopped, so that what happened meanwhile is sent first.',
    }),
  }),
  payloadFields: webhookFields,
  resolve: async (db, input, { webhooks }) => ({
    webhook: await changeWebhook(db, webhooks, input),
  }),
})

addMutation('deleteWebhook', {
  managesAccount: true,
  description: `Deletes a webhook for good, with its attempts: nothing is sent to it any more. ${notLogged}`,
  inputDescription: 'Which webhook is meant.',
  inputFields: nameFields,
  payloadFields: webhookFields,
  resolve: async (db, { id }) => ({ webhook: await revokeWebhook(db, id) }),
})

addMutation('rollWebhookSecret', {
  managesAccount: true,
  description: `Gives a webhook a new secret. The former one signs beside it for ${webhookOverlapHours} hours, so that the receiver can be changed meanwhile. ${notLogged}`,
  inputDescription: 'Which webhook is meant.',
  inputFields: nameFields,
  payloadFields: secretFields,
  toKeep: ({ webhook }) => ({ webhook, secret: null }),
  resolve: async (db, { id }, { viewer, webhooks }): Promise<SecretPayload> => {
    await requireSession(db, viewer.via.id)
    return rollSecret(db, webhooks, id)
  },
})

addMutation('testWebhook', {
  managesAccount: true,
  description: `Sends an event of type test to a webhook, to see that it arrives; its attempts say whether it did. ${requests}`,
  inputDescription: 'Which webhook is meant.',
  inputFields: nameFields,
  payloadFields: webhookFields,
  resolve: async (db, { id }) => ({ webhook: await requestTest(db, id) }),
})

addMutation('resendWebhookEvent', {
  managesAccount: true,
  description: `Sends one event to a webhook once more, beside what it is sent otherwise. ${requests}`,
  inputDescription: 'Which event is meant, and of which webhook.',
  inputFields: (t) => ({
    ...nameFields(t),
    eventId: t.string({ required: true, description: 'eventId of one of its attempts.' }),
  }),
  payloadFields: webhookFields,
  resolve: async (db, { id, eventId }) => ({ webhook: await requestEvent(db, id, eventId) }),
})

addMutation('replayWebhook', {
  managesAccount: true,
  description: `Has a webhook sent everything from a place in the log on, in order and under the same ids: again, or with a place ahead of its cursor leaving out what is before. ${requests}`,
  inputDescription: 'Where to begin: either since or from.',
  inputFields: (t) => ({
    ...nameFields(t),
    since: t.field({
      type: 'SyncCursor',
      description: 'Right after this cursor, such as that of an attempt.',
    }),
    from: t.field({
      type: 'DateTime',
      description: 'With the first change at this time or later.',
    }),
  }),
  payloadFields: webhookFields,
  resolve: async (db, input, { viewer }) => ({
    webhook: await replay(db, viewer.userId, input),
  }),
})

function nameFields(t: InputBuilder) {
  return { id: t.id({ required: true, description: 'The id of the webhook.' }) }
}

function choiceFields(t: InputBuilder) {
  return {
    description: t.string({
      description: `What you call it. One line, at most ${longestDescription} characters.`,
    }),
    entities: t.field({
      type: [WebhookEntityType],
      description: 'What its events are to be about; null: everything.',
    }),
    operations: t.field({
      type: [WebhookOperationType],
      description: 'What was done to that; null: everything.',
    }),
  }
}

function webhookFields(t: PayloadBuilder<Payload>) {
  return {
    webhook: t.expose('webhook', { type: WebhookType, description: 'The webhook.' }),
  }
}

function secretFields(t: PayloadBuilder<SecretPayload>) {
  return {
    webhook: t.expose('webhook', {
      type: WebhookType,
      description: 'The webhook, without its secret.',
    }),
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'What its events are signed with: whsec_ and 32 bytes in base64. It is shown only this once: null when the mutation is repeated with its idempotencyKey; then roll it.',
    }),
  }
}
