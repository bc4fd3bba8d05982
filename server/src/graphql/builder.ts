import SchemaBuilder from '@pothos/core'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth'
import type { Scope } from '../auth/viewer.ts'
import { pageSize } from '../domain/limits.ts'
import { forbidden } from '../errors.ts'
import type { RequestContext } from './context.ts'

const pageSizeWords = `${pageSize.min} to ${pageSize.max}; ${pageSize.default} when neither first nor last is given.`

const ofPage = { cost: { atMost: 'page' } } as const

/** Types are defined in the features; this only defines what all of them can rely on. */
export const builder = new SchemaBuilder<{
  Context: RequestContext
  AuthScopes: { scope: Scope }
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    SyncCursor: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
    DateOrDuration: { Input: string; Output: string }
    DateTimeOrDuration: { Input: string; Output: string }
  }
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  Connection: { totalCount: () => Promise<number> }
}>({
  plugins: [ScopeAuthPlugin, RelayPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: (context) => ({ scope: (scope) => context.viewer.scopes.has(scope) }),
    unauthorizedError: (_parent, { viewer }, info, { failure }) =>
      forbidden(viewer, findLackingScope(failure), `${info.fieldName} takes`),
  },
  relay: {
    cursorType: 'String',
    clientMutationId: 'omit',
    // Our ids are UUIDs, which are globally unique; wrapping them would only hide that.
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: '', id }),
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: {
      nullable: false,
      extensions: ofPage,
      description: 'The nodes with their cursors.',
    },
    nodeFieldOptions: { nullable: false, description: 'The object itself.' },
    nodesOnConnection: { extensions: ofPage, description: 'The nodes without their cursors.' },
    cursorFieldOptions: { description: 'The position of this edge; pass it as after or before.' },
    pageInfoFieldOptions: { description: 'The position of the page.' },
    nodeTypeOptions: { description: 'An object that can be found by its id alone.' },
    pageInfoTypeOptions: { description: 'The position of a page in its connection.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before this page.' },
    startCursorFieldOptions: {
      description: 'The cursor of the first edge; null on an empty page.',
    },
    endCursorFieldOptions: { description: 'The cursor of the last edge; null on an empty page.' },
    firstArgOptions: { description: `How many from the front: ${pageSizeWords}` },
    lastArgOptions: { description: `How many from the back: ${pageSizeWords}` },
    afterArgOptions: { description: 'Only what comes after this cursor.' },
    beforeArgOptions: { description: 'Only what comes before this cursor.' },
    idFieldOptions: { description: 'A UUID; that of a person or session is an opaque text.' },
    mutationInputArgOptions: { description: 'What to do, and to what.' },
    defaultConnectionTypeOptions: { description: 'A page of a list that can grow.' },
    defaultEdgeTypeOptions: { description: 'A node and its position.' },
  },
})

/** The scope that the viewer lacks, of those that are needed. */
function findLackingScope(failure: AuthFailure): Scope {
  if ('failures' in failure && failure.failures[0]) return findLackingScope(failure.failures[0])
  if ('parameter' in failure) return failure.parameter as Scope
  throw new Error(`Expected a scope that was lacking, found ${failure.kind}`)
}

builder.queryType({
  description:
    'Everything that can be asked for; all of it is your own. The documentation is at /docs, and what each code of an error means at /docs/errors.',
})
builder.mutationType({
  description:
    'Everything that can be changed. The documentation is at /docs, and what each code of an error means at /docs/errors.',
})
builder.subscriptionType({
  description:
    'What can be followed while it happens. The documentation is at /docs, and what each code of an error means at /docs/errors.',
})

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many there are over all pages. Counted only when it is asked for.',
    extensions: { cost: { points: 10 } },
    resolve: (connection) => connection.totalCount(),
  }),
)
