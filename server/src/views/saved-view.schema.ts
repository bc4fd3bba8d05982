import { readPageArgs } from '../db/page.ts'
import { maxOrderKeys } from '../domain/early-limits.ts'
import type { Grouping } from '../domain/grouping.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { builder } from '../graphql/builder.ts'
import { registerNode } from '../graphql/node.ts'
import {
  countViews,
  findView,
  findViews,
  listViews,
  type SavedView,
  viewOrdering,
} from './saved-view.queries.ts'

export const GroupingType = builder.enumType('TaskGrouping', {
  description: 'What the tasks of a view are put together by.',
  values: {
    NONE: { description: 'Not grouped.' },
    LIST: { description: 'By the list they are in.' },
    DUE_DAY: { description: 'By the day they are due on.' },
    PRIORITY: { description: 'By their priority.' },
    TAG: { description: 'By their tags; a task with several is in several groups.' },
  } as const satisfies Record<Grouping, object>,
})

export const SavedViewType = builder.objectRef<SavedView>('SavedView')

builder.node(SavedViewType, {
  description: 'A way to look at tasks that was given a name.',
  id: { resolve: (view) => view.id },
  fields: (t) => ({
    name: t.exposeString('name', {
      description: `What the view is called: ${textLimits.viewName.min} to ${textLimits.viewName.max} characters.`,
    }),
    icon: t.exposeString('icon', {
      nullable: true,
      description: 'One emoji; null when it has none.',
    }),
    filter: t.expose('filter', {
      type: 'JSON',
      description: 'A TaskFilter, to be passed as a variable to tasks and whatever else takes one.',
    }),
    orderBy: t.field({
      type: ['JSON'],
      extensions: { cost: { atMost: maxOrderKeys } },
      description:
        'A list of TaskOrder, to be passed as a variable likewise. Empty: the usual order.',
      resolve: (view) => view.orderBy as unknown[],
    }),
    groupBy: t.field({
      type: GroupingType,
      description: 'What its tasks are put together by.',
      resolve: (view) => view.groupBy ?? 'NONE',
    }),
    position: t.exposeString('position', {
      description:
        'Its position among your views: they are in order when these are, compared byte by byte.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was saved.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When it was last changed.',
    }),
  }),
})

registerNode(SavedViewType, { scope: 'tasks:read', acceptsId: isUuid, findMany: findViews })

builder.queryField('savedView', (t) =>
  t.field({
    type: SavedViewType,
    nullable: true,
    description: 'One of your saved views; null when there is none with this id.',
    authScopes: { scope: 'tasks:read' },
    args: { id: t.arg.id({ required: true, description: 'The id of the view.' }) },
    resolve: async (_root, { id }, context) =>
      isUuid(id) ? ((await context.asUser((db) => findView(db, id))) ?? null) : null,
  }),
)

builder.queryField('savedViews', (t) =>
  t.connection(
    {
      type: SavedViewType,
      description: 'Your saved views in the order you gave them.',
      authScopes: { scope: 'tasks:read' },
      resolve: async (_root, args, context) => {
        const request = readPageArgs(args, viewOrdering)
        const page = await context.asUser((db) => listViews(db, request))
        return { ...page, totalCount: () => context.asUser(countViews) }
      },
    },
    { name: 'SavedViewConnection' },
    { name: 'SavedViewEdge' },
  ),
)
