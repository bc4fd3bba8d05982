import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core'
import { describeError } from './error-text.ts'

export type Outcome<Data> = { ok: true; data: Data } | { ok: false; message: string }

/** Runs a mutation to its end; a refused one gives the reason as a sentence. Never throws. */
export async function runMutation<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  const { data, error } = await client.mutation(document, variables).toPromise()
  if (error || !data) {
    return { ok: false, message: error ? describeError(error) : 'The API gave no answer.' }
  }
  return { ok: true, data }
}
