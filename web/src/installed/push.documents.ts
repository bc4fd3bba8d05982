import { graphql } from '../graphql/document.ts'

/** What a browser needs to subscribe, and to see whether it still has to. */
export const PushStateQuery = graphql(`
  query PushState {
    pushPublicKey
    pushSubscriptions {
      id
      endpoint
      isCurrent
    }
  }
`)

export const CreatePushSubscription = graphql(`
  mutation CreatePushSubscription($input: CreatePushSubscriptionInput!) {
    createPushSubscription(input: $input) {
      pushSubscription {
        id
      }
    }
  }
`)
