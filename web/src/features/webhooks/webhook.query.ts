import type { WebhookQuery as Data } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

/** One webhook with what was tried; import `webhooks.query.ts`, too, which has its fields. */
export const WebhookQuery = graphql(`
  query Webhook($id: ID!, $attempts: Int!) {
    me {
      id
      timeZone
      weekStartsOn
      dateStyle
      timeStyle
    }
    node(id: $id) {
      id
      ... on Webhook {
        ...WebhookFields
        attempts(first: $attempts) {
          nodes {
            id
            eventId
            cursor
            isTest
            byHand
            at
            durationMs
            arrived
            status
            problem
            answer
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`)

type Found = Extract<NonNullable<Data['node']>, { attempts: unknown }>

export type AttemptData = Found['attempts']['nodes'][number]
