import { readPageArgs } from '../db/page.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { ColorType } from '../graphql/color.schema.ts'
import { registerNode } from '../graphql/node.ts'
import { countTags, findTag, findTags, listTags, type Tag, tagOrdering } from './tag.queries.ts'

export const TagType = builder.objectRef<Tag>('Tag')

builder.node(TagType, {
  description: 'A word that tasks of any list can share.',
  id: { resolve: (tag) => tag.id },
  fields: (t) => ({
    name: t.exposeString('name', {
      description: `What the tag is called: ${textLimits.tagName.min} to ${textLimits.tagName.max} characters. No two of your tags have the same name, whatever its case.`,
    }),
    color: t.expose('color', {
      type: ColorType,
      nullable: true,
      description: 'Its colour; null when it has none.',
    }),
    openTaskCount: t.int({
      description:
        'How many tasks with this tag are neither completed nor in the trash, subtasks included.',
      resolve: (tag, _args, context) => context.loaders.tagCount.load(tag.id),
    }),
    aheadTaskCount: t.int({
      description:
        'How many of these open tasks start on a later day, in your own time zone: the app counts a task once it has begun.',
      resolve: (tag, _args, context) => context.loaders.tagAhead.load(tag.id),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When it was last changed itself; putting it on a task is no such change.',
    }),
  }),
})

registerNode(TagType, { scope: 'tasks:read', acceptsId: isUuid, findMany: findTags })

builder.queryField('tag', (t) =>
  t.field({
    type: TagType,
    nullable: true,
    description: 'One of your tags; null when there is none with this id.',
    authScopes: { scope: 'tasks:read' },
    args: { id: t.arg.id({ required: true, description: 'The id of the tag.' }) },
    resolve: async (_root, { id }, context) =>
      isUuid(id) ? ((await context.asUser((db) => findTag(db, id))) ?? null) : null,
  }),
)

builder.queryField('tags', (t) =>
  t.connection(
    {
      type: TagType,
      description: 'Your tags by name, as dictionaries sort, without regard to case.',
      authScopes: { scope: 'tasks:read' },
      resolve: async (_root, args, context) => {
        const request = readPageArgs(args, tagOrdering)
        const page = await context.asUser((db) => listTags(db, request))
        return { ...page, totalCount: () => context.asUser(countTags) }
      },
    },
    { name: 'TagConnection' },
    { name: 'TagEdge' },
  ),
)
