import {
  type AnyVariables,
  createRequest,
  formatDocument,
  makeOperation,
  type TypedDocumentNode,
} from '@urql/core'
import { makeFetchBody, makeFetchOptions } from '@urql/core/internal'

/** The body of the request by which the app's client asks for this, to the letter. */
export function writeRequestBody<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): string {
  const asked = createRequest(document, variables)
  const request = { ...asked, query: formatDocument(asked.query) as typeof asked.query }
  // As the cache hands it on: what takes no variables has none.
  if (Object.keys(variables ?? {}).length === 0) request.variables = undefined as Variables
  const operation = makeOperation('query', request, { url: '', requestPolicy: 'network-only' })
  const { body } = makeFetchOptions(operation, makeFetchBody(request))
  if (typeof body !== 'string') throw new Error('Expected a body that is text, found files in it.')
  return body
}
