import { graphql } from '../../graphql/document.ts'
import type { LiveDocuments } from '../../graphql/live-changes.ts'
// For the fragment of a change.
import '../actions/changes.ts'

export const SyncCursor = graphql(`
  query SyncCursor {
    syncCursor
  }
`)

export const LiveChanges = graphql(`
  subscription LiveChanges($since: SyncCursor!) {
    changes(since: $since) {
      cursor
      resetRequired
      changes {
        ...ChangeFields
      }
    }
  }
`)

const MissedChanges = graphql(`
  query MissedChanges($since: SyncCursor!) {
    changes(since: $since, first: 20) {
      cursor
      resetRequired
      hasMore
      changes {
        ...ChangeFields
      }
    }
  }
`)

/** The documents for following changes made elsewhere; loaded with the code that does. */
export const liveDocuments: LiveDocuments = {
  cursor: SyncCursor,
  changes: LiveChanges,
  missed: MissedChanges,
}
