import { graphql } from '../../graphql/document.ts'

/** Notes as they were changed from earlier ones, which others may have changed as well. */
export const WriteNotes = graphql(`
  mutation WriteNotes($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      mutationId
      bothDescriptionsKept
      task {
        ...TaskFields
      }
    }
  }
`)
