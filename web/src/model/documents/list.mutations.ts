import { graphql } from '../../graphql/document.ts'

export const CreateList = graphql(`
  mutation CreateList($input: CreateListInput!) {
    createList(input: $input) {
      mutationId
      list {
        ...ListFields
      }
    }
  }
`)

export const UpdateList = graphql(`
  mutation UpdateList($input: UpdateListInput!) {
    updateList(input: $input) {
      mutationId
      list {
        ...ListFields
      }
    }
  }
`)

export const ArchiveList = graphql(`
  mutation ArchiveList($input: ArchiveListInput!) {
    archiveList(input: $input) {
      mutationId
      list {
        ...ListFields
      }
    }
  }
`)

export const DeleteList = graphql(`
  mutation DeleteList($input: DeleteListInput!) {
    deleteList(input: $input) {
      mutationId
      list {
        ...ListFields
      }
    }
  }
`)

export const UnarchiveList = graphql(`
  mutation UnarchiveList($input: UnarchiveListInput!) {
    unarchiveList(input: $input) {
      mutationId
      list {
        ...ListFields
      }
    }
  }
`)

export const RestoreList = graphql(`
  mutation RestoreList($input: RestoreListInput!) {
    restoreList(input: $input) {
      mutationId
      list {
        ...ListFields
      }
    }
  }
`)

export const MoveList = graphql(`
  mutation MoveList($input: MoveListInput!) {
    moveList(input: $input) {
      mutationId
      list {
        ...ListFields
      }
    }
  }
`)
