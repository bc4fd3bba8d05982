import { useClient } from 'urql'
import type { CreateWebhookInput, UpdateWebhookInput } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'
import { sendMutation, type WebhookOutcome } from './send-mutation.ts'

const CreateWebhook = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      secret
      webhook {
        id
        ...WebhookFields
      }
    }
  }
`)

const UpdateWebhook = graphql(`
  mutation UpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      webhook {
        id
        ...WebhookFields
      }
    }
  }
`)

const DeleteWebhook = graphql(`
  mutation DeleteWebhook($input: DeleteWebhookInput!) {
    deleteWebhook(input: $input) {
      webhook {
        id
      }
    }
  }
`)

const RollWebhookSecret = graphql(`
  mutation RollWebhookSecret($input: RollWebhookSecretInput!) {
    rollWebhookSecret(input: $input) {
      secret
      webhook {
        id
        ...WebhookFields
      }
    }
  }
`)

const TestWebhook = graphql(`
  mutation TestWebhook($input: TestWebhookInput!) {
    testWebhook(input: $input) {
      webhook {
        id
      }
    }
  }
`)

const ResendWebhookEvent = graphql(`
  mutation ResendWebhookEvent($input: ResendWebhookEventInput!) {
    resendWebhookEvent(input: $input) {
      webhook {
        id
      }
    }
  }
`)

const ReplayWebhook = graphql(`
  mutation ReplayWebhook($input: ReplayWebhookInput!) {
    replayWebhook(input: $input) {
      webhook {
        id
        ...WebhookFields
      }
    }
  }
`)

/** A secret is stored nowhere else. */
export type Secret = { secret: string }

export type WebhookActions = {
  create(input: CreateWebhookInput): Promise<WebhookOutcome<Secret>>
  change(input: UpdateWebhookInput): Promise<WebhookOutcome<unknown>>
  remove(id: string): Promise<WebhookOutcome<unknown>>
  roll(id: string): Promise<WebhookOutcome<Secret>>
  test(id: string): Promise<WebhookOutcome<unknown>>
  resend(id: string, eventId: string): Promise<WebhookOutcome<unknown>>
  replay(id: string, since: string): Promise<WebhookOutcome<unknown>>
}

/** What can be done with webhooks. None throws. */
export function useWebhooks(): WebhookActions {
  const client = useClient()
  return {
    async create(input) {
      const outcome = await sendMutation(client, CreateWebhook, { input })
      return outcome.ok ? secretOf(outcome.data.createWebhook) : outcome
    },
    change: (input) => sendMutation(client, UpdateWebhook, { input }),
    remove: (id) => sendMutation(client, DeleteWebhook, { input: { id } }),
    async roll(id) {
      const outcome = await sendMutation(client, RollWebhookSecret, { input: { id } })
      return outcome.ok ? secretOf(outcome.data.rollWebhookSecret) : outcome
    },
    test: (id) => sendMutation(client, TestWebhook, { input: { id } }),
    resend: (id, eventId) => sendMutation(client, ResendWebhookEvent, { input: { id, eventId } }),
    replay: (id, since) => sendMutation(client, ReplayWebhook, { input: { id, since } }),
  }
}

function secretOf({ secret }: { secret?: string | null }): { ok: true; data: Secret } {
  return { ok: true, data: { secret: secret ?? '' } }
}
