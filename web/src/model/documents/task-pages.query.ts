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

export const SearchPageQuery = graphql(`
  query SearchPage($query: String!, $after: String) {
    searchTasks(first: 50, query: $query, after: $after) {
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
