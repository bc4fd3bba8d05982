import type { AnyVariables, Client, OperationContext, TypedDocumentNode } from '@urql/core'
import { describeError } from './error-text.ts'
import { noteUnderWay, recordMutation } from './undo-stack.ts'

/** What a mutation returns once it is done: each payload can be null only where it was refused. */
export type Answered<Data> = { [Field in keyof Data]: NonNullable<Data[Field]> }

/** `code` is the API's, undefined when no answer came; `message` says why in a sentence. */
export type Refusal = { ok: false; message: string; code?: unknown }

export type Outcome<Data> = { ok: true; data: Data } | Refusal

/**
 * Runs a mutation to its end; a refused one gives the reason as a sentence. One that selects its
 * `mutationId` can be undone from then on. Never throws.
 */
export function runMutation<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context?: Partial<OperationContext>,
): Promise<Outcome<Answered<Data>>> {
  const answered = sendMutation(client, document, variables, context).then((outcome) => {
    const mutationId = outcome.ok && readMutationId(outcome.data)
    if (mutationId) recordMutation(client, mutationId)
    return outcome
  })
  noteUnderWay(client, answered)
  return answered
}

/** The same without recording it, for undo itself. */
export async function sendMutation<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context?: Partial<OperationContext>,
): Promise<Outcome<Answered<Data>>> {
  const { data, error } = await client.mutation(document, variables, context).toPromise()
  if (error || !data) {
    const code = error?.graphQLErrors[0]?.extensions.code
    return { ok: false, message: error ? describeError(error) : 'The API gave no answer.', code }
  }
  return { ok: true, data: data as Answered<Data> }
}

/** The id by which a mutation can be undone; undefined where its document doesn't select it. */
export function readMutationId(data: unknown): string | undefined {
  const payloads = Object.values(data as Record<string, { mutationId?: unknown } | string>)
  const ids = payloads.map((payload) => typeof payload === 'object' && payload.mutationId)
  return ids.find((id) => typeof id === 'string')
}
