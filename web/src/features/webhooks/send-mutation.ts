import type { AnyVariables, Client, CombinedError, TypedDocumentNode } from '@urql/core'
import { describeError } from '../../graphql/error-text.ts'
import type { Answered } from '../../graphql/run-mutation.ts'

/** Why something was refused: the sentence for each field of the input that is wrong, or one for all. */
export type WebhookRefusal = {
  ok: false
  message: string
  fields: Readonly<Record<string, string>>
}

export type WebhookOutcome<Data> = { ok: true; data: Data } | WebhookRefusal

/** Runs a mutation to its end, and says of a refused one which field is wrong. Never throws. */
export async function sendMutation<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<WebhookOutcome<Answered<Data>>> {
  const { data, error } = await client.mutation(document, variables).toPromise()
  if (data && !error) return { ok: true, data: data as Answered<Data> }
  const message = error ? describeError(error) : 'The API gave no answer.'
  return { ok: false, message, fields: error ? listFields(error) : {} }
}

type Issue = { path?: unknown[]; message?: unknown }

function listFields({ graphQLErrors: [first] }: CombinedError): Record<string, string> {
  if (first?.extensions.code !== 'BAD_USER_INPUT') return {}
  const issues = (first.extensions.issues ?? []) as Issue[]
  return Object.fromEntries(issues.map(({ path, message }) => [String(path?.[1]), String(message)]))
}
