import { graphql } from '../../graphql/document.ts'

export const CreateTag = graphql(`
  mutation CreateTag($input: CreateTagInput!) {
    createTag(input: $input) {
      mutationId
      tag {
        ...TagFields
      }
    }
  }
`)

export const UpdateTag = graphql(`
  mutation UpdateTag($input: UpdateTagInput!) {
    updateTag(input: $input) {
      mutationId
      tag {
        ...TagFields
      }
    }
  }
`)

export const DeleteTag = graphql(`
  mutation DeleteTag($input: DeleteTagInput!) {
    deleteTag(input: $input) {
      mutationId
      tag {
        ...TagFields
      }
    }
  }
`)

export const MergeTags = graphql(`
  mutation MergeTags($input: MergeTagsInput!) {
    mergeTags(input: $input) {
      mutationId
      tag {
        ...TagFields
      }
      deletedTagIds
    }
  }
`)
