import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { findUsers, getUser, type User } from './user.queries.ts'

export const UserType = builder.objectRef<User>('User')

builder.node(UserType, {
  description: 'A person with an account: you.',
  id: { resolve: (user) => user.id },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What the person wants to be called.' }),
    email: t.exposeString('email', { description: 'The address the person signs in with.' }),
    image: t.exposeString('image', {
      nullable: true,
      description: 'The address of a picture, when there is one.',
    }),
    timeZone: t.exposeString('timeZone', {
      description: 'The IANA time zone that decides what "today" is, such as Europe/Berlin.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the account was made.',
    }),
  }),
})

registerNode(UserType, {
  scope: 'account:read',
  // PostgreSQL's text can't hold U+0000.
  acceptsId: (id) => id !== '' && !id.includes('\u0000'),
  findMany: findUsers,
})

builder.queryField('me', (t) =>
  t.field({
    type: UserType,
    description: 'The person whose token this is.',
    authScopes: { scope: 'account:read' },
    resolve: (_root, _args, context) => context.asUser(getUser),
  }),
)
