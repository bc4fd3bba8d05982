import { graphql } from '../../graphql/document.ts'

export const CreateTask = graphql(`
  mutation CreateTask($input: CreateTaskInput!) {
    createTask(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)

export const CreateTasks = graphql(`
  mutation CreateTasks($input: CreateTasksInput!) {
    createTasks(input: $input) {
      mutationId
      tasks {
        ...TaskFields
      }
    }
  }
`)

export const UpdateTask = graphql(`
  mutation UpdateTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)

export const CompleteTask = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
      nextTask {
        ...TaskFields
      }
    }
  }
`)

export const ReopenTask = graphql(`
  mutation ReopenTask($input: ReopenTaskInput!) {
    reopenTask(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
      takenBackTaskId
    }
  }
`)

export const DeleteTask = graphql(`
  mutation DeleteTask($input: DeleteTaskInput!) {
    deleteTask(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)

export const RestoreTask = graphql(`
  mutation RestoreTask($input: RestoreTaskInput!) {
    restoreTask(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)

export const MoveTask = graphql(`
  mutation MoveTask($input: MoveTaskInput!) {
    moveTask(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)
