import { graphql } from '../graphql/document.ts'

graphql(`
  fragment ChangeFields on Change {
    id
    entityType
    deleted
    node {
      __typename
      id
      ... on Task {
        ...TaskFields
      }
      ... on List {
        ...ListFields
      }
      ... on Tag {
        ...TagFields
      }
      ... on SavedView {
        ...SavedViewFields
      }
    }
  }
`)

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

export const MissedChanges = graphql(`
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

export const Undo = graphql(`
  mutation Undo($input: UndoInput!) {
    undo(input: $input) {
      mutationId
      changes {
        ...ChangeFields
      }
    }
  }
`)

export const Redo = graphql(`
  mutation Redo($input: RedoInput!) {
    redo(input: $input) {
      mutationId
      changes {
        ...ChangeFields
      }
    }
  }
`)
