import { graphql } from '../../graphql/document.ts'

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
