import { gql, type TypedDocumentNode } from '@urql/core'
import type { graphql as typedGraphql } from '../gql/gql.ts'

type Definitions = TypedDocumentNode['definitions']

const fragments = new Map<string, string>()
const spreadName = /\.{3}\s*(?!on\b)(\w+)/g
const fragmentName = /^\s*fragment\s+(\w+)/

/**
 * An operation or a fragment, with the types that codegen made for its text. The text itself travels
 * with the code that uses it; codegen's own function would have every page load all documents.
 *
 * It is read when it is first used: most aren't while a page starts. The fragments that it spreads must
 * be loaded by then: import the module they are in.
 */
export const graphql = makeDocument as typeof typedGraphql

function makeDocument(source: string): TypedDocumentNode {
  const name = fragmentName.exec(source)?.[1]
  if (name) fragments.set(name, source)
  let complete: Definitions | undefined
  return {
    kind: 'Document' as TypedDocumentNode['kind'],
    get definitions() {
      complete ??= [source, ...listFragments(source)].flatMap((text) => gql(text).definitions)
      return complete
    },
  }
}

/** The texts of the fragments that a text spreads, and of those that they spread. */
function listFragments(source: string, found = new Set<string>()): string[] {
  return [...source.matchAll(spreadName)].flatMap(([, name = '']): string[] => {
    if (found.has(name)) return []
    found.add(name)
    const fragment = fragments.get(name)
    if (!fragment) {
      throw new Error(`The fragment ${name} was expected to be loaded. Import its module here.`)
    }
    return [fragment, ...listFragments(fragment, found)]
  })
}
