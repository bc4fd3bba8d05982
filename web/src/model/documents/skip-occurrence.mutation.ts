import { graphql } from '../../graphql/document.ts'

export const SkipOccurrence = graphql(`
  mutation SkipOccurrence($input: SkipOccurrenceInput!) {
    skipOccurrence(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)
