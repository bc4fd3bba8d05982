import { writeSyncCursor } from '../changes/sync-cursor.service.ts'
import { readPageArgs } from '../db/page.ts'
import { isUuid } from '../domain/ids.ts'
import {
  maxWebhooks,
  webhookAttemptDays,
  webhookFailingDays,
  webhookOverlapHours,
} from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { findWebhooks, listWebhooks, type Webhook } from './webhook.queries.ts'
import {
  attemptOrdering,
  countWebhookAttempts,
  listWebhookAttempts,
  type WebhookAttempt,
} from './webhook-attempt.queries.ts'

export const WebhookEntityType = builder.enumType('WebhookEntity', {
  description: 'What an event of a webhook is about.',
  values: {
    LIST: { value: 'list', description: 'A list.' },
    TASK: { value: 'task', description: 'A task, without the tags on it.' },
    TAG: { value: 'tag', description: 'A tag.' },
    TASK_TAG: { value: 'task_tag', description: 'That a tag is on a task.' },
    SAVED_VIEW: { value: 'saved_view', description: 'A saved view.' },
  } as const,
})

export const WebhookOperationType = builder.enumType('WebhookOperation', {
  description: 'What was done to it.',
  values: {
    CREATE: { value: 'insert', description: 'It is new.' },
    UPDATE: {
      value: 'update',
      description: 'It was changed: completed, moved to the trash, and everything else.',
    },
    DELETE: { value: 'delete', description: 'It is gone for good.' },
  } as const,
})

const StopReasonType = builder.enumType('WebhookStopReason', {
  description: 'Why nothing is sent to a webhook.',
  values: {
    BY_OWNER: { value: 'by owner', description: 'You have stopped it.' },
    GONE: { value: 'gone', description: 'Its receiver has answered 410 Gone.' },
    FAILING: {
      value: 'failing',
      description: `Nothing has arrived for ${webhookFailingDays} days.`,
    },
    SECRET_LOST: {
      value: 'secret lost',
      description:
        'Its secret can’t be read since the secret of the server was changed: roll it, then start it again.',
    },
  } as const,
})

const AttemptType = builder.objectRef<WebhookAttempt & { userId: string }>('WebhookAttempt')
AttemptType.implement({
  description: 'Once that an event was sent to a webhook, or could not be.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'A UUID, so that the attempts of one event can be told apart.',
    }),
    eventId: t.exposeString('eventId', {
      description: 'The webhook-id of what was sent: the same each time that the event is.',
    }),
    cursor: t.field({
      type: 'SyncCursor',
      description: 'Right before the event: replayWebhook with it sends from here on again.',
      resolve: ({ userId, afterSeq }) => writeSyncCursor(userId, afterSeq),
    }),
    isTest: t.exposeBoolean('isTest', { description: 'Whether it was a test.' }),
    byHand: t.exposeBoolean('byHand', {
      description: 'Whether you asked for it, by a test or to have the event sent again.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was.' }),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took, in milliseconds.' }),
    arrived: t.boolean({
      description: 'Whether the receiver has it: its answer was from 200 to 299.',
      resolve: ({ problem }) => problem === null,
    }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'The status of the answer; null without one.',
    }),
    problem: t.exposeString('problem', {
      nullable: true,
      description:
        'Why it failed, such as HTTP 500, ECONNREFUSED, TIMEOUT, or NOT_PUBLIC for an address that isn’t sent to; null when it has arrived.',
    }),
    answer: t.exposeString('answer', {
      nullable: true,
      description: 'How the answer began, if it failed.',
    }),
  }),
})

export const WebhookType = builder.objectRef<Webhook>('Webhook')

builder.node(WebhookType, {
  description: 'An address to which what happens to your tasks is sent, without its secret.',
  authScopes: { scope: 'account:manage' },
  id: { resolve: ({ id }) => id },
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Where it is sent to.' }),
    // Nullable as a task's is: a selection of both would be no valid operation.
    description: t.string({
      nullable: true,
      description: 'What you call it.',
      resolve: ({ description }) => description || null,
    }),
    entities: t.expose('entities', {
      type: [WebhookEntityType],
      nullable: true,
      extensions: { cost: { atMost: 5 } },
      description: 'What its events are about; null: everything.',
    }),
    operations: t.expose('operations', {
      type: [WebhookOperationType],
      nullable: true,
      extensions: { cost: { atMost: 3 } },
      description: 'What was done to that; null: everything.',
    }),
    isEnabled: t.boolean({
      description: 'Whether anything is sent.',
      resolve: ({ stopReason }) => stopReason === null,
    }),
    stopReason: t.expose('stopReason', {
      type: StopReasonType,
      nullable: true,
      description: 'Why nothing is sent; null while something is.',
    }),
    stoppedAt: t.expose('stoppedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when nothing is sent.',
    }),
    cursor: t.field({
      type: 'SyncCursor',
      description: 'How far your changes were sent.',
      resolve: ({ afterSeq }, _args, { viewer }) => writeSyncCursor(viewer.userId, afterSeq),
    }),
    formerSecretUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: `Until when the former secret signs beside the new one, ${webhookOverlapHours} hours after it was rolled; null when it doesn’t.`,
      resolve: ({ previousUntil }) =>
        previousUntil !== null && Date.parse(previousUntil) > Date.now() ? previousUntil : null,
    }),
    lastSuccessAt: t.expose('lastSuccessAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When an event has arrived last, tests aside.',
    }),
    lastFailureAt: t.expose('lastFailureAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When one has failed last.',
    }),
    lastFailure: t.exposeString('lastFailure', {
      nullable: true,
      description: 'Why that was, as in problem of an attempt.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the event that has failed last is tried again; null when none waits for that.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    attempts: t.connection(
      {
        type: AttemptType,
        description: `What was tried in the last ${webhookAttemptDays} days, the newest first.`,
        resolve: async ({ id }, args, context) => {
          const request = readPageArgs(args, attemptOrdering)
          const { edges, pageInfo } = await context.asUser((db) =>
            listWebhookAttempts(db, id, request),
          )
          const { userId } = context.viewer
          return {
            edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, userId } })),
            pageInfo,
            totalCount: () => context.asUser((db) => countWebhookAttempts(db, id)),
          }
        },
      },
      { name: 'WebhookAttemptConnection' },
      { name: 'WebhookAttemptEdge' },
    ),
  }),
})

registerNode(WebhookType, {
  scope: 'account:manage',
  acceptsId: isUuid,
  findMany: findWebhooks,
})

builder.queryField('webhooks', (t) =>
  t.field({
    type: [WebhookType],
    nullable: true,
    extensions: { cost: { atMost: maxWebhooks } },
    description: `Your webhooks, the newest first; ${maxWebhooks} at most. Only a session may ask, never an access token.`,
    authScopes: { scope: 'account:manage' },
    resolve: (_root, _args, context) => context.asUser(listWebhooks),
  }),
)
