import { isUuid } from '../domain/ids.ts'
import { maxPushSubscriptions } from '../domain/limits.ts'
import { nameDevice } from '../domain/text/device-name.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import {
  findPushSubscriptions,
  listPushSubscriptions,
  type PushSubscription,
} from './push-subscription.queries.ts'

export const PushSubscriptionType = builder.objectRef<PushSubscription>('PushSubscription')

builder.node(PushSubscriptionType, {
  description:
    'A browser of yours that shows notifications. It ends with the session in which it was created.',
  authScopes: { scope: 'account:manage' },
  id: { resolve: ({ id }) => id },
  fields: (t) => ({
    endpoint: t.exposeString('endpoint', {
      description: 'The address by which the browser knows it again.',
    }),
    device: t.string({
      nullable: true,
      description:
        'The device in words, such as "Safari on iPhone"; null when it didn’t say what it is.',
      resolve: ({ userAgent }) => nameDevice(userAgent),
    }),
    isCurrent: t.boolean({
      description: 'Whether it belongs to the session that asks now.',
      resolve: ({ sessionId }, _args, { viewer: { via } }) =>
        via.kind === 'session' && via.id === sessionId,
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When notifications were first turned on there.',
    }),
  }),
})

registerNode(PushSubscriptionType, {
  scope: 'account:manage',
  acceptsId: isUuid,
  findMany: findPushSubscriptions,
})

builder.queryField('pushSubscriptions', (t) =>
  t.field({
    type: [PushSubscriptionType],
    nullable: true,
    extensions: { cost: { atMost: maxPushSubscriptions } },
    description: `Your browsers that show notifications, the newest first; ${maxPushSubscriptions} at most. Only a session may ask, never an access token.`,
    authScopes: { scope: 'account:manage' },
    resolve: (_root, _args, context) => context.asUser(listPushSubscriptions),
  }),
)

builder.queryField('pushPublicKey', (t) =>
  t.string({
    nullable: true,
    description:
      'What a browser subscribes with: the applicationServerKey of PushManager.subscribe, in base64url. It is the same for everybody and stays the same.',
    authScopes: { scope: 'account:manage' },
    resolve: (_root, _args, { push }) => push.getPublicKey(),
  }),
)
