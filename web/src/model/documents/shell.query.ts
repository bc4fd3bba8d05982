import { graphql } from '../../graphql/document.ts'

/** Who is signed in, and what the sidebar shows. */
export const ShellQuery = graphql(`
  query Shell {
    me {
      id
      timeZone
      weekStartsOn
      dateStyle
      timeStyle
    }
    lists(first: 100) {
      nodes {
        id
        ...ListFields
      }
    }
    archived: lists(first: 100, includeArchived: true) {
      nodes {
        id
        ...ListFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    tags(first: 100) {
      nodes {
        id
        ...TagFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    savedViews(first: 100) {
      nodes {
        id
        ...SavedViewFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
