import type { Json } from './ask.ts'
import type { Person } from './person.ts'

export type Walk = {
  size: number
  direction: 'forward' | 'backward'
  /** Arguments beside those of the page, such as `filter: { completed: { eq: true } }`. */
  args?: string
  /** Runs between two pages. */
  betweenPages?: () => Promise<void>
}

const maxPages = 200

/**
 * Walks over all pages of a connection of the query type and gives the pages' ids, in the order of
 * the connection whichever way it went.
 */
export async function walkPages(person: Person, field: string, walk: Walk): Promise<string[][]> {
  const forward = walk.direction === 'forward'
  const args = `${forward ? 'first' : 'last'}: $size, ${forward ? 'after' : 'before'}: $from`
  const query = `query ($size: Int, $from: String) {
    page: ${field}(${args} ${walk.args ?? ''}) {
      edges { cursor node { id } }
      nodes { id }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`
  const pages: string[][] = []
  let from: string | null = null
  while (pages.length < maxPages) {
    const variables: Record<string, unknown> = { size: walk.size, from }
    const { page } = await person.data<{ page: Json }>(query, variables)
    checkPage(page)
    const ids = page.nodes.map((node: { id: string }) => node.id)
    if (forward) pages.push(ids)
    else pages.unshift(ids)
    if (!(forward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) return pages
    from = forward ? page.pageInfo.endCursor : page.pageInfo.startCursor
    await walk.betweenPages?.()
  }
  throw new Error(`At most ${maxPages} pages were expected of ${field}`)
}

/** Edges, nodes and page info must tell the same story. */
function checkPage({ edges, nodes, pageInfo }: Json): void {
  const edgeIds = edges.map((edge: Json) => edge.node.id)
  const nodeIds = nodes.map((node: Json) => node.id)
  if (String(edgeIds) !== String(nodeIds)) throw new Error(`${edgeIds} were expected as nodes`)
  const ends = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]
  if (String(ends) !== String([pageInfo.startCursor, pageInfo.endCursor]))
    throw new Error(`${ends} were expected as start and end cursor, found ${pageInfo}`)
}
