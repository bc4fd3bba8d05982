import { graphql } from '../../graphql/document.ts'

/** What is open and what is completed, in one request: the API ranks both alike. */
export const FoundTasksQuery = graphql(`
  query FoundTasks($query: String!, $first: Int!) {
    open: searchTasks(first: $first, query: $query, filter: { completed: { eq: false } }) {
      nodes {
        id
        ...TaskFields
      }
    }
    completed: searchTasks(first: $first, query: $query, filter: { completed: { eq: true } }) {
      nodes {
        id
        ...TaskFields
      }
    }
  }
`)
