import { GraphQLError } from 'graphql'
import { changeLogDays, changePageSize } from '../domain/limits.ts'
import { badUserInput } from '../errors.ts'
import { builder } from '../graphql/builder.ts'
import { getSyncCursor } from './change.queries.ts'
import { type Change, type ChangePage, readChangePage } from './change-page.ts'

builder.scalarType('SyncCursor', {
  description:
    'How far you have read your changes. Opaque: take it from a page of changes or from syncCursor, keep it as it is, and use it with the same account alone. The word expired is answered like one that is too old, so that you can try what your program does then.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && value.length <= 200) return value
    throw new GraphQLError('A cursor from an earlier page of changes was expected')
  },
})

export const ChangedEntityType = builder.enumType('ChangedEntity', {
  description: 'What kind of object has changed.',
  values: {
    LIST: { value: 'list', description: 'A list. Counts of its tasks don’t count as its changes.' },
    TASK: { value: 'task', description: 'A task, with the tags on it.' },
    TAG: { value: 'tag', description: 'A tag.' },
    SAVED_VIEW: { value: 'saved_view', description: 'A saved view.' },
  } as const,
})

export const ChangeType = builder.objectRef<Change>('Change').implement({
  description:
    'That an object was created, changed or deleted, and how it is now. Replace what you hold under the id with node; when deleted, drop it.',
  fields: (t) => ({
    entityType: t.field({
      type: ChangedEntityType,
      description: 'What kind of object it is; known also when it is deleted.',
      resolve: (change) => change.entity,
    }),
    id: t.exposeID('id', { description: 'The id of the object.' }),
    deleted: t.boolean({
      description:
        'Whether it is gone for good. An object in the trash is not: it is there, with its deletedAt.',
      resolve: (change) => change.node === null,
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description:
        'The object in its newest form, which may be newer than this change; null when it is deleted.',
      resolve: (change) => change.node as never,
    }),
    mutationId: t.exposeID('mutationId', {
      description: 'The mutation that changed it last; your own ones you know from their payloads.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was changed last.' }),
  }),
})

export const ChangePageType = builder.objectRef<ChangePage>('ChangePage').implement({
  description:
    'Changes in the order in which they happened, each object once. An object may point at another one that comes later; when hasMore is false, everything fits together.',
  fields: (t) => ({
    changes: t.field({
      type: [ChangeType],
      extensions: { cost: { atMost: changePageSize.max } },
      description: 'What has changed; empty when nothing has.',
      resolve: (page) => page.changes,
    }),
    cursor: t.expose('cursor', {
      type: 'SyncCursor',
      description: 'Where to go on. Keep it together with what you have applied.',
    }),
    hasMore: t.exposeBoolean('hasMore', {
      description: 'Whether there is more after this page already.',
    }),
    resetRequired: t.exposeBoolean('resetRequired', {
      description: `Whether your cursor is too old to know what you missed (changes are kept ${changeLogDays} days). Drop what you hold, load it again, and continue from this page’s cursor.`,
    }),
  }),
})

export const sinceDescription =
  'Only what comes after this cursor; without one from the beginning of the log. One of another account, or none of ours, is BAD_USER_INPUT.'

builder.queryField('changes', (t) =>
  t.field({
    type: ChangePageType,
    description:
      'What has changed since the cursor, for a client that keeps a copy: each object in its newest form or as deleted.',
    authScopes: { scope: 'tasks:read' },
    extensions: { cost: { defaultSize: changePageSize.default } },
    args: {
      since: t.arg({ type: 'SyncCursor', description: sinceDescription }),
      first: t.arg.int({
        description: `How many objects at most: ${changePageSize.min} to ${changePageSize.max}; ${changePageSize.default} by default.`,
      }),
    },
    resolve: (_root, { since, first }, context) => {
      const limit = readSize(first)
      const { userId } = context.viewer
      return context.asUser((db) => readChangePage(db, userId, since, limit))
    },
  }),
)

builder.queryField('syncCursor', (t) =>
  t.field({
    type: 'SyncCursor',
    description:
      'The cursor of your newest change. Ask for it before you load everything, then continue from it with changes: nothing is missed in between.',
    authScopes: { scope: 'tasks:read' },
    resolve: (_root, _args, context) =>
      context.asUser((db) => getSyncCursor(db, context.viewer.userId)),
  }),
)

function readSize(first: number | null | undefined): number {
  const { min, max, default: usual } = changePageSize
  if (first == null) return usual
  if (first >= min && first <= max) return first
  throw badUserInput([
    { path: ['first'], message: `first must be from ${min} to ${max}, and is ${first}.` },
  ])
}
