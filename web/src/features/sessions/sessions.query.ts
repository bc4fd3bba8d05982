import type { SessionEntryFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

/** The first hundred are shown: ending all others reaches what lies beyond. */
export const SessionsQuery = graphql(`
  query Sessions {
    me {
      id
      timeZone
      weekStartsOn
      dateStyle
      timeStyle
    }
    sessions(first: 100) {
      nodes {
        id
        ...SessionEntry
      }
    }
  }
`)

/** What the settings show of a session. */
export const SessionEntryFields = graphql(`
  fragment SessionEntry on Session {
    id
    device
    ipAddress
    isCurrent
    createdAt
    lastActiveAt
  }
`)

export type SessionData = SessionEntryFragment
