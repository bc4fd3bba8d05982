import { graphql } from '../../graphql/document.ts'

// Without their mutationId: they can't be undone.

export const DeleteTasksForGood = graphql(`
  mutation DeleteTasksForGood($input: DeleteTasksForGoodInput!) {
    deleteTasksForGood(input: $input) {
      results {
        id
        error {
          code
          message
        }
      }
    }
  }
`)

export const DeleteListForGood = graphql(`
  mutation DeleteListForGood($input: DeleteListForGoodInput!) {
    deleteListForGood(input: $input) {
      deletedTaskCount
      deletedListCount
      remainingCount
    }
  }
`)

export const EmptyTrash = graphql(`
  mutation EmptyTrash($input: EmptyTrashInput!) {
    emptyTrash(input: $input) {
      deletedTaskCount
      deletedListCount
      remainingCount
    }
  }
`)

/** How much there is, and when the newest of it came. */
export const TrashContentsQuery = graphql(`
  query TrashContents($filter: TaskFilter!) {
    tasks(
      first: 1
      filter: $filter
      orderBy: [{ field: DELETED_AT, direction: DESC }]
    ) {
      totalCount
      nodes {
        id
        deletedAt
      }
    }
    lists(first: 100, inTrash: true) {
      totalCount
      nodes {
        id
        deletedAt
      }
    }
  }
`)
