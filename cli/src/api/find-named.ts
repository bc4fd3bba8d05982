import { eachNode, type Page, type PageArguments } from '../../../client/src/index.ts'
import { failRefused } from '../failure.ts'
import type { Session } from './session.ts'

/** What has a name, and how all of them are asked for. */
const kinds = {
  list: { field: 'lists', options: ', includeArchived: true', fields: 'id name' },
  tag: { field: 'tags', options: '', fields: 'id name' },
  view: { field: 'savedViews', options: '', fields: 'id name filter orderBy groupBy' },
}

export type Named = { id: string; name: string }
export type NamedView = Named & { filter: object; orderBy: readonly object[]; groupBy: string }
type Nodes = { list: Named; tag: Named; view: NamedView }

/** The one of that name, whatever its case. */
export async function findNamed<Kind extends keyof Nodes>(
  { client }: Session,
  kind: Kind,
  name: string,
): Promise<Nodes[Kind] | undefined> {
  const { field, options, fields } = kinds[kind]
  const document = `query Named($first: Int!, $after: String) {
    named: ${field}(first: $first, after: $after${options}) {
      nodes { ${fields} } pageInfo { hasNextPage endCursor }
    }
  }`
  const load = async (page: PageArguments) =>
    (await client.query<{ named: Page<Nodes[Kind]> }>(document, page)).named
  const found: Nodes[Kind][] = []
  for await (const node of eachNode(load))
    if (node.name.toLowerCase() === name.toLowerCase()) found.push(node)
  return found.find((node) => node.name === name) ?? found[0]
}

/** @throws Failure when there is none */
export async function getNamed<Kind extends keyof Nodes>(
  session: Session,
  kind: Kind,
  name: string,
): Promise<Nodes[Kind]> {
  const found = await findNamed(session, kind, name)
  if (found) return found
  const made = kind === 'view' ? 'Views are saved in the app.' : 'Is it spelled as in the app?'
  throw failRefused('NOT_FOUND', `A ${kind} was expected, and none is called “${name}”. ${made}`)
}
