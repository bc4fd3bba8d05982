import { tokenScopes } from '../auth/viewer.ts'
import { isUuid } from '../domain/ids.ts'
import { lastUseSeconds, maxAccessTokens } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { type AccessToken, findAccessTokens, listAccessTokens } from './access-token.queries.ts'

export const AccessTokenScopeType = builder.enumType('AccessTokenScope', {
  description: 'What an access token allows.',
  values: {
    TASKS_READ: {
      value: 'tasks:read',
      description: 'tasks:read. To read tasks, lists, tags and views, and to follow them live.',
    },
    TASKS_WRITE: {
      value: 'tasks:write',
      description:
        'tasks:write. To change them. Without tasks:read a mutation returns nothing but its mutationId.',
    },
    ACCOUNT_READ: {
      value: 'account:read',
      description:
        'account:read. To read your name, e-mail address and preferences, and the names of the devices and tokens that changed a task.',
    },
  } as const,
})

export const AccessTokenType = builder.objectRef<AccessToken>('AccessToken')

builder.node(AccessTokenType, {
  description: 'A key for a program of yours, without the key itself.',
  // A token may know itself.
  authScopes: ({ id }, { viewer: { via } }) =>
    (via.kind === 'token' && via.id === id) || { scope: 'account:manage' },
  id: { resolve: (token) => token.id },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    scopes: t.expose('scopes', {
      type: [AccessTokenScopeType],
      extensions: { cost: { atMost: tokenScopes.length } },
      description: 'What it allows.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it stops working, or did; null when it never expires.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: `When it was last used, to within ${lastUseSeconds} seconds; null when it never was.`,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
})

registerNode(AccessTokenType, {
  scope: 'account:manage',
  acceptsId: isUuid,
  findMany: findAccessTokens,
})

builder.queryField('currentAccessToken', (t) =>
  t.field({
    type: AccessTokenType,
    nullable: true,
    description:
      'The access token that asks, whatever its scopes: what it is called, what it allows and when it ends. null for a session. While a token has an end, each answer names it in the header X-Token-Expires-At.',
    resolve: async (_root, _args, { viewer: { via }, asUser }) => {
      if (via.kind !== 'token') return null
      const [own] = await asUser((db) => findAccessTokens(db, [via.id]))
      return own ?? null
    },
  }),
)

builder.queryField('accessTokens', (t) =>
  t.field({
    type: [AccessTokenType],
    nullable: true,
    extensions: { cost: { atMost: maxAccessTokens } },
    description: `Your personal access tokens that have not been revoked, the newest first; ${maxAccessTokens} at most. Only a session may ask, never an access token.`,
    authScopes: { scope: 'account:manage' },
    resolve: (_root, _args, context) => context.asUser(listAccessTokens),
  }),
)
