import { graphql } from '../../graphql/document.ts'

/** Saves notes with the text that they are based on, which another device may have changed as well. */
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
