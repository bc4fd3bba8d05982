import { readPageArgs } from '../db/page.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { ColorType } from '../graphql/color.schema.ts'
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
      description:
        'Whether it is the inbox, where a task goes that names no list. It can’t be archived or deleted.',
    }),
    color: t.expose('color', {
      type: ColorType,
      nullable: true,
      description: 'Its colour; null when it has none.',
    }),
    icon: t.exposeString('icon', {
      nullable: true,
      description: 'One emoji; null when it has none.',
    }),
    position: t.exposeString('position', {
      description:
        'Its position among all your lists: they are in order when these are, compared byte by byte.',
    }),
    openTaskCount: t.int({
      description:
        'How many tasks in it are neither completed nor in the trash, subtasks included.',
      resolve: (list, _args, context) => context.loaders.listCount.load(list.id),
    }),
    aheadTaskCount: t.int({
      description:
        'How many of these open tasks start on a later day, in your own time zone: the app counts a task once it has begun.',
      resolve: (list, _args, context) => context.loaders.listAhead.load(list.id),
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was archived; null when it is not.',
    }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was put into the trash; null when it is not there.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When it was last changed itself; its tasks don’t count.',
    }),
  }),
})

registerNode(ListType, { scope: 'tasks:read', acceptsId: isUuid, findMany: findLists })

builder.queryField('list', (t) =>
  t.field({
    type: ListType,
    nullable: true,
    description:
      'One of your lists, archived ones and those in the trash too; null when there is none with this id.',
    authScopes: { scope: 'tasks:read' },
    args: { id: t.arg.id({ required: true, description: 'The id of the list.' }) },
    resolve: async (_root, { id }, context) =>
      isUuid(id) ? ((await context.loaders.list.load(id)) ?? null) : null,
  }),
)

builder.queryField('lists', (t) =>
  t.connection(
    {
      type: ListType,
      description: 'Your lists in the order you gave them.',
      authScopes: { scope: 'tasks:read' },
      args: {
        includeArchived: t.arg.boolean({
          defaultValue: false,
          description: 'Whether archived lists are among them.',
        }),
        inTrash: t.arg.boolean({
          defaultValue: false,
          description: 'Gives the lists in the trash instead, archived or not.',
        }),
      },
      resolve: async (_root, args, context) => {
        const request = readPageArgs(args, listOrdering)
        const selection = {
          includeArchived: args.includeArchived ?? false,
          inTrash: args.inTrash ?? false,
        }
        const page = await context.asUser((db) => listLists(db, request, selection))
        return { ...page, totalCount: () => context.asUser((db) => countLists(db, selection)) }
      },
    },
    { name: 'ListConnection' },
    { name: 'ListEdge' },
  ),
)
