import type { Scope } from '../auth/viewer.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { badUserInput } from '../errors.ts'
import { builder } from './builder.ts'
import type { RequestContext } from './context.ts'

type NodeFinder = {
  typename: string
  /** The scope without which the type isn't searched at all. */
  scope: Scope
  /** Whether an id may belong to the type: others never reach its query. */
  acceptsId: (id: string) => boolean
  findMany: (db: UserDatabase, ids: readonly string[]) => Promise<{ id: string }[]>
}

const maxNodes = 100
const finders: NodeFinder[] = []

/** Lets `node` and `nodes` find a feature's objects. Each feature calls it beside its type. */
export function registerNode(type: { name: string }, finder: Omit<NodeFinder, 'typename'>): void {
  finders.push({ typename: type.name, ...finder })
}

/** The person's objects of one type, in no order; an id that doesn't exist is simply left out. */
export async function findObjects(
  db: UserDatabase,
  typename: string,
  ids: readonly string[],
): Promise<{ id: string; __typename: string }[]> {
  const finder = finders.find((candidate) => candidate.typename === typename)
  if (!finder) throw new Error(`The type ${typename} has not been registered as a node`)
  const objects = await finder.findMany(db, ids)
  return objects.map((object) => ({ ...object, __typename: typename }))
}

async function findNodes(context: RequestContext, ids: readonly string[]) {
  const allowed = finders.filter((finder) => context.viewer.scopes.has(finder.scope))
  const found = await Promise.all(
    allowed.map(async ({ typename, acceptsId, findMany }) => {
      const wanted = [...new Set(ids.filter(acceptsId))]
      if (wanted.length === 0) return []
      const objects = await context.asUser((db) => findMany(db, wanted))
      return objects.map((object) => ({ ...object, __typename: typename }))
    }),
  )
  const byId = new Map(found.flat().map((object) => [object.id, object]))
  return ids.map((id) => byId.get(id) ?? byId.get(id.toLowerCase()) ?? null)
}

builder.queryField('node', (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'Any one of your own objects; null when there is none with this id.',
    args: { id: t.arg.id({ required: true, description: 'The id of the object.' }) },
    resolve: async (_root, { id }, context) => (await findNodes(context, [id]))[0] as never,
  }),
)

builder.queryField('nodes', (t) =>
  t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: `Several of your own objects in the order of their ids, at most ${maxNodes}; null where there is none.`,
    args: { ids: t.arg.idList({ required: true, description: 'The ids of the objects.' }) },
    resolve: async (_root, { ids }, context) => {
      if (ids.length > maxNodes)
        throw badUserInput([
          {
            path: ['ids'],
            message: `At most ${maxNodes} ids can be asked for, found ${ids.length}.`,
          },
        ])
      return (await findNodes(context, ids)) as never
    },
  }),
)
