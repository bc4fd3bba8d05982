import { readPageArgs } from '../db/page.ts'
import { isAuthId } from '../domain/ids.ts'
import { lastUseSeconds } from '../domain/limits.ts'
import { findAddress, nameDevice } from '../domain/text/device-name.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import {
  countSessions,
  findSessions,
  listSessions,
  type Session,
  sessionOrdering,
} from './session.queries.ts'

export const SessionType = builder.objectRef<Session>('Session')

builder.node(SessionType, {
  description: 'A browser or app in which you are signed in.',
  authScopes: { scope: 'account:manage' },
  id: { resolve: (session) => session.id },
  fields: (t) => ({
    device: t.string({
      nullable: true,
      description:
        'The device in words, such as "Safari on iPhone"; null when it didn’t say what it is.',
      resolve: ({ userAgent }) => nameDevice(userAgent),
    }),
    ipAddress: t.string({
      nullable: true,
      description: 'The network address it was begun from; null when that is not known.',
      resolve: ({ ipAddress }) => findAddress(ipAddress) ?? null,
    }),
    isCurrent: t.boolean({
      description: 'Whether it is the session that asks now.',
      resolve: ({ id }, _args, { viewer }) => viewer.via.kind === 'session' && viewer.via.id === id,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When you signed in.' }),
    lastActiveAt: t.expose('lastActiveAt', {
      type: 'DateTime',
      description: `When it was last used, to within ${lastUseSeconds} seconds.`,
    }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      description: 'When it ends unless it is used before.',
    }),
  }),
})

registerNode(SessionType, {
  scope: 'account:manage',
  acceptsId: isAuthId,
  findMany: findSessions,
})

builder.queryField('sessions', (t) =>
  t.connection(
    {
      type: SessionType,
      nullable: true,
      description:
        'Where you are signed in, the one used last first. Only a session may ask, never an access token.',
      authScopes: { scope: 'account:manage' },
      resolve: async (_root, args, context) => {
        const request = readPageArgs(args, sessionOrdering)
        const page = await context.asUser((db) => listSessions(db, request))
        return { ...page, totalCount: () => context.asUser(countSessions) }
      },
    },
    { name: 'SessionConnection' },
    { name: 'SessionEdge' },
  ),
)
