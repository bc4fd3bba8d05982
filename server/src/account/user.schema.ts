import { isAuthId } from '../domain/ids.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { DateStyleType, ThemeType, TimeStyleType, WeekStartType } from './preferences.schema.ts'
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
      description:
        'A picture, when there is one: a data URL, or the address that a sign-in provider gave.',
    }),
    timeZone: t.exposeString('timeZone', {
      description: 'The IANA time zone that decides what "today" is, such as Europe/Berlin.',
    }),
    weekStartsOn: t.expose('weekStartsOn', {
      type: WeekStartType,
      description: 'The day that weeks begin with.',
    }),
    dateStyle: t.expose('dateStyle', {
      type: DateStyleType,
      description: 'How the person likes dates to be written.',
    }),
    timeStyle: t.expose('timeStyle', {
      type: TimeStyleType,
      description: 'How the person likes times of day to be written.',
    }),
    theme: t.expose('theme', {
      type: ThemeType,
      description: 'The colours of the app, on a device where no others were chosen.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the account was created.',
    }),
  }),
})

registerNode(UserType, {
  scope: 'account:read',
  acceptsId: isAuthId,
  findMany: findUsers,
})

builder.queryField('me', (t) =>
  t.field({
    type: UserType,
    // A token without the scope still gets what else it asks for.
    nullable: true,
    description: 'The person whose token this is; null, with FORBIDDEN, without account:read.',
    authScopes: { scope: 'account:read' },
    resolve: (_root, _args, context) => context.asUser(getUser),
  }),
)
