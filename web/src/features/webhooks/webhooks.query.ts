import type { WebhookFieldsFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

export const WebhooksQuery = graphql(`
  query Webhooks {
    me {
      id
      timeZone
      weekStartsOn
      dateStyle
      timeStyle
    }
    webhooks {
      id
      ...WebhookFields
    }
  }
`)

/** The fields of a webhook that the settings show. */
export const WebhookFields = graphql(`
  fragment WebhookFields on Webhook {
    id
    url
    description
    entities
    operations
    isEnabled
    stopReason
    stoppedAt
    formerSecretUntil
    lastSuccessAt
    lastFailureAt
    lastFailure
    nextAttemptAt
  }
`)

export type WebhookData = WebhookFieldsFragment
