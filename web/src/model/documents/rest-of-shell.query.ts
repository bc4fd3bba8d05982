import { graphql } from '../../graphql/document.ts'

// What the sidebar shows beyond the first hundred of each.

export const MoreLists = graphql(`
  query MoreLists($after: String!) {
    page: lists(first: 100, after: $after, includeArchived: true) {
      nodes {
        id
        ...ListFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const MoreTags = graphql(`
  query MoreTags($after: String!) {
    page: tags(first: 100, after: $after) {
      nodes {
        id
        ...TagFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const MoreViews = graphql(`
  query MoreViews($after: String!) {
    page: savedViews(first: 100, after: $after) {
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
