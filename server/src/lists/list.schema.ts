import { readPageArgs } from '../db/page.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { countLists, findLists, type List, listLists, listOrdering } from './list.queries.ts'

export const ListType = builder.objectRef<List>('List')

builder.node(ListType, {
  description: 'A list of tasks. Everybody has one from the start, the inbox.',
  id: { resolve: (list) => list.id },
  fields: (t) => ({
    name: t.exposeString('name', {
      description: `What the list is called: ${textLimits.listName.min} to ${textLimits.listName.max} characters.`,
    }),
    isInbox: t.exposeBoolean('isInbox', {
      description: 'Whether it is the inbox, where a task goes that names no list.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When it was last changed.',
    }),
  }),
})

registerNode(ListType, { scope: 'tasks:read', acceptsId: isUuid, findMany: findLists })

builder.queryField('list', (t) =>
  t.field({
    type: ListType,
    nullable: true,
    description: 'One of your lists; null when there is none with this id.',
    authScopes: { scope: 'tasks:read' },
    args: { id: t.arg.id({ required: true, description: 'The id of the list.' }) },
    resolve: async (_root, { id }, context) =>
      isUuid(id) ? ((await context.loaders.list.load(id)) ?? null) : null,
  }),
)

builder.queryField('lists', (t) =>
  t.connection({
    type: ListType,
    description: 'Your lists, newest first.',
    authScopes: { scope: 'tasks:read' },
    resolve: async (_root, args, context) => {
      const request = readPageArgs(args, listOrdering)
      const page = await context.asUser((db) => listLists(db, request))
      return { ...page, totalCount: () => context.asUser(countLists) }
    },
  }),
)
