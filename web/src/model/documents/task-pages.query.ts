import { graphql } from '../../graphql/document.ts'

export const TaskPageQuery = graphql(`
  query TaskPage($filter: TaskFilter!, $orderBy: [TaskOrder!], $first: Int!, $after: String) {
    tasks(first: $first, filter: $filter, orderBy: $orderBy, after: $after) {
      nodes {
        id
        ...TaskFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Either what is open or what is completed: the API ranks both alike. */
export const SearchPageQuery = graphql(`
  query SearchPage($query: String!, $completed: Boolean!, $after: String) {
    searchTasks(
      first: 50
      query: $query
      filter: { completed: { eq: $completed } }
      after: $after
    ) {
      nodes {
        id
        ...TaskFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
