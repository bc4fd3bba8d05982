import { graphql } from '../../graphql/document.ts'

/** How much there is to do in each place of the sidebar. */
export const CountsQuery = graphql(`
  query Counts {
    lists(first: 100) {
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
    tags(first: 100) {
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
    tasks(
      first: 1
      filter: {
        completed: { eq: false }
        list: { archived: { eq: false } }
        plannedState: { in: [OVERDUE, TODAY] }
      }
    ) {
      totalCount
    }
  }
`)
