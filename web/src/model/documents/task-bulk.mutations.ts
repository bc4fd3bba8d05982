import { graphql } from '../../graphql/document.ts'

// A thousand whole tasks are more than one operation may ask for. The answers say what became of
// each, the cache applies what was asked, and the live changes bring the tasks as they are.

graphql(`
  fragment TaskResultFields on TaskResult {
    id
    error {
      message
    }
  }
`)

export const UpdateTasks = graphql(`
  mutation UpdateTasks($input: UpdateTasksInput!) {
    updateTasks(input: $input) {
      mutationId
      results {
        ...TaskResultFields
      }
    }
  }
`)

export const MoveTasks = graphql(`
  mutation MoveTasks($input: MoveTasksInput!) {
    moveTasks(input: $input) {
      mutationId
      results {
        ...TaskResultFields
      }
    }
  }
`)

export const CompleteTasks = graphql(`
  mutation CompleteTasks($input: CompleteTasksInput!) {
    completeTasks(input: $input) {
      mutationId
      results {
        ...TaskResultFields
      }
    }
  }
`)

export const ReopenTasks = graphql(`
  mutation ReopenTasks($input: ReopenTasksInput!) {
    reopenTasks(input: $input) {
      mutationId
      results {
        ...TaskResultFields
      }
    }
  }
`)

export const DeleteTasks = graphql(`
  mutation DeleteTasks($input: DeleteTasksInput!) {
    deleteTasks(input: $input) {
      mutationId
      results {
        ...TaskResultFields
      }
    }
  }
`)

export const RestoreTasks = graphql(`
  mutation RestoreTasks($input: RestoreTasksInput!) {
    restoreTasks(input: $input) {
      mutationId
      results {
        ...TaskResultFields
      }
    }
  }
`)
