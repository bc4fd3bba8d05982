import { graphql } from '../../graphql/document.ts'

export const DuplicateTask = graphql(`
  mutation DuplicateTask($input: DuplicateTaskInput!) {
    duplicateTask(input: $input) {
      mutationId
      task {
        id
        ...TaskFields
      }
    }
  }
`)

// The live changes bring the copies, which may be thousands with their subtasks.
export const DuplicateTasks = graphql(`
  mutation DuplicateTasks($input: DuplicateTasksInput!) {
    duplicateTasks(input: $input) {
      mutationId
      results {
        ...TaskResultFields
      }
    }
  }
`)
