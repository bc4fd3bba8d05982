/**
 * An operation as text: a string, or whatever becomes one and knows the types of its answer and variables, such
 * as a `TypedDocumentString` of graphql-codegen.
 */
export type TypedText<Data, Variables> = {
  toString(): string
  __apiType?: (variables: Variables) => Data
}

/** @throws TypeError for a parsed document, which isn't text */
export function readText(document: { toString(): string }): string {
  const text = String(document)
  if (text.startsWith('[object'))
    throw new TypeError('An operation was expected as text, found an object: print it first.')
  return text
}
