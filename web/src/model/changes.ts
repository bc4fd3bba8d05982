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
