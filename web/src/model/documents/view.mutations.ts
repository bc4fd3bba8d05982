import { graphql } from '../../graphql/document.ts'

export const CreateView = graphql(`
  mutation CreateView($input: CreateSavedViewInput!) {
    createSavedView(input: $input) {
      mutationId
      savedView {
        ...SavedViewFields
      }
    }
  }
`)

export const UpdateView = graphql(`
  mutation UpdateView($input: UpdateSavedViewInput!) {
    updateSavedView(input: $input) {
      mutationId
      savedView {
        ...SavedViewFields
      }
    }
  }
`)

export const MoveView = graphql(`
  mutation MoveView($input: MoveSavedViewInput!) {
    moveSavedView(input: $input) {
      mutationId
      savedView {
        ...SavedViewFields
      }
    }
  }
`)

export const DeleteView = graphql(`
  mutation DeleteView($input: DeleteSavedViewInput!) {
    deleteSavedView(input: $input) {
      mutationId
      savedView {
        ...SavedViewFields
      }
    }
  }
`)
