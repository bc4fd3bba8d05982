/** One page of a connection; a document of yours has to ask for these. */
export type Page<Node> = {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** What a page is asked with. */
export type PageArguments = {
  first: number
  after: string | null
}

const largestPage = 100

/**
 * Pages one after the other, each asked for with one request when the one before has been used.
 *
 *     for await (const page of eachPage((page) => tasks(client, page)))
 *
 * @param load null, where a token may not read them, is no page
 * @param size 1 to 100
 */
export async function* eachPage<Some extends Page<unknown>>(
  load: (page: PageArguments) => Promise<Some | null>,
  size: number = largestPage,
): AsyncGenerator<Some, void, void> {
  let after: string | null = null
  do {
    const page: Some | null = await load({ first: size, after })
    if (!page) return
    yield page
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
}

/** As `eachPage`, object by object. */
export async function* eachNode<Node>(
  load: (page: PageArguments) => Promise<Page<Node> | null>,
  size: number = largestPage,
): AsyncGenerator<Node, void, void> {
  for await (const { nodes } of eachPage(load, size)) yield* nodes
}
