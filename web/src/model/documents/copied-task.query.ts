import { graphql } from '../../graphql/document.ts'

export const CopiedTaskQuery = graphql(`
  query CopiedTask($id: ID!) {
    task(id: $id) {
      id
      title
      description
      completed
      subtasks {
        id
        title
        description
        completed
        subtaskProgress {
          total
        }
      }
    }
  }
`)
