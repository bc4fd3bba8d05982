import type { Client, OperationContext, TypedDocumentNode } from '@urql/core'
import type { CountsQuery as CountsAnswer } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

const MoreListCounts = graphql(`
  query MoreListCounts($after: String!) {
    page: lists(first: 100, after: $after) {
      nodes {
        id
        openTaskCount
        aheadTaskCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const MoreTagCounts = graphql(`
  query MoreTagCounts($after: String!) {
    page: tags(first: 100, after: $after) {
      nodes {
        id
        openTaskCount
        aheadTaskCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Page = CountsAnswer['lists']
type Count = Page['nodes'][number]

/** The counts of the lists and tags behind the first hundred of each; what can't be loaded is left out. */
export async function listMoreCounts(
  client: Client,
  { lists, tags }: Pick<CountsAnswer, 'lists' | 'tags'>,
  context: Partial<OperationContext>,
): Promise<Count[]> {
  async function follow(
    query: TypedDocumentNode<{ page: Page }, { after: string }>,
    first: Page['pageInfo'],
  ): Promise<Count[]> {
    const counts: Count[] = []
    let { hasNextPage, endCursor } = first
    while (hasNextPage && endCursor) {
      const { data } = await client.query(query, { after: endCursor }, context).toPromise()
      if (!data) break
      counts.push(...data.page.nodes)
      ;({ hasNextPage, endCursor } = data.page.pageInfo)
    }
    return counts
  }
  const [ofLists, ofTags] = await Promise.all([
    follow(MoreListCounts, lists.pageInfo),
    follow(MoreTagCounts, tags.pageInfo),
  ])
  return [...ofLists, ...ofTags]
}
