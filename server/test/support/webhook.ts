import type { Json } from './ask.ts'
import type { Person } from './person.ts'
import { runMutation } from './run-mutation.ts'
import type { WebhookReceiver } from './webhook-receiver.ts'

let count = 0

export type MadeWebhook = { id: string; path: string; secret: string; cursor: string }

/** Creates a webhook to a path of its own at a receiver. */
export async function createWebhook(
  person: Person,
  receiver: WebhookReceiver,
  input: Json = {},
): Promise<MadeWebhook> {
  count += 1
  const path = `/${person.name}-${count}`
  const { webhook, secret } = await runMutation(
    person,
    'createWebhook',
    { url: `${receiver.origin}${path}`, ...input },
    'secret webhook { id cursor }',
  )
  return { ...webhook, path, secret }
}

/** What the API tells of a webhook. */
export async function readWebhook(person: Person, id: string): Promise<Json> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Webhook {
    url description entities operations isEnabled stopReason stoppedAt cursor formerSecretUntil
    lastSuccessAt lastFailureAt lastFailure nextAttemptAt
    attempts(first: 100) { totalCount nodes {
      id eventId cursor isTest byHand at durationMs arrived status problem answer } } } } }`
  return (await person.data(query, { id })).node
}

export async function createTask(person: Person, title: string, more: Json = {}): Promise<Json> {
  const input = { title, ...more }
  return runMutation(person, 'createTask', input, 'mutationId task { id }')
}
