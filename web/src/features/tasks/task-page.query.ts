import { graphql } from '../../gql/gql.ts'

/** One page of the open or of the completed tasks, newest first. */
export const TaskPageQuery = graphql(`
  query TaskPage($completed: Boolean!, $after: String) {
    tasks(first: 50, after: $after, filter: { completed: { eq: $completed } }) {
      nodes {
        id
        ...TaskRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
