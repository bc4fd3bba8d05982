import { graphql } from '../../graphql/document.ts'

export const TaskQuery = graphql(`
  query Task($id: ID!) {
    task(id: $id) {
      id
      ...TaskFields
    }
  }
`)

/** What only the panel needs: the subtasks, and how deep down the task is. */
export const SubtasksQuery = graphql(`
  query Subtasks($id: ID!) {
    task(id: $id) {
      id
      subtasks {
        id
        ...TaskFields
      }
      parent {
        id
        parent {
          id
          parent {
            id
            parent {
              id
              parent {
                id
              }
            }
          }
        }
      }
    }
  }
`)
