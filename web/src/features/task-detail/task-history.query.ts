import { graphql } from '../../graphql/document.ts'

export const TaskHistoryQuery = graphql(`
  query TaskHistory($id: ID!, $first: Int!) {
    task(id: $id) {
      id
      history(first: $first) {
        nodes {
          mutationId
          at
          operation
          actor {
            kind
            isCurrent
            device
            tokenName
          }
          changes {
            field
            before
            after
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)
