import { graphql } from '../../graphql/document.ts'

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
