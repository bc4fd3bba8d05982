import { isUuid } from '../domain/ids.ts'
import { lastUseSeconds, maxFeeds } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import { type Feed, findFeeds, listFeeds } from './feed.queries.ts'

export const FeedType = builder.objectRef<Feed>('Feed')

builder.node(FeedType, {
  description: 'An address at which calendar apps read your tasks, without its secret.',
  authScopes: { scope: 'account:manage' },
  id: { resolve: ({ id }) => id },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What the calendar is called.' }),
    viewId: t.exposeID('viewId', {
      nullable: true,
      description:
        'The saved view whose tasks it shows; null: every open task that has a day. If the view is deleted, the address answers 404 until that is undone.',
    }),
    lastReadAt: t.expose('lastReadAt', {
      type: 'DateTime',
      nullable: true,
      description: `When an app last read it, to within ${lastUseSeconds} seconds; null when none did.`,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
  }),
})

registerNode(FeedType, { scope: 'account:manage', acceptsId: isUuid, findMany: findFeeds })

builder.queryField('feeds', (t) =>
  t.field({
    type: [FeedType],
    nullable: true,
    extensions: { cost: { atMost: maxFeeds } },
    description: `Your calendar addresses that have not been revoked, the newest first; ${maxFeeds} at most. Only a session may ask, never an access token.`,
    authScopes: { scope: 'account:manage' },
    resolve: (_root, _args, context) => context.asUser(listFeeds),
  }),
)
