import type { FeedEntryFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

export const FeedsQuery = graphql(`
  query Feeds {
    me {
      id
      timeZone
      weekStartsOn
      dateStyle
      timeStyle
    }
    feeds {
      id
      ...FeedEntry
    }
    savedViews(first: 100) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

/** The fields of a calendar address that the settings show. */
export const FeedEntryFields = graphql(`
  fragment FeedEntry on Feed {
    id
    name
    viewId
    lastReadAt
  }
`)

export type FeedData = FeedEntryFragment

/** A view whose tasks a calendar can show. */
export type FeedView = { id: string; name: string }
