import type { SessionEntryFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

/** Only the first hundred are shown, but ending all others includes the rest. */
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

/** The fields of a session that the settings show. */
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
