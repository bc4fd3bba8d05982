import { gql, type TypedDocumentNode } from '@urql/core'
import type { graphql as typedGraphql } from '../gql/gql.ts'

type Definitions = TypedDocumentNode['definitions']

const fragments = new Map<string, { own: Definitions; spreads: string[] }>()
const spreadName = /\.{3}\s*(?!on\b)(\w+)/g
const fragmentName = /^\s*fragment\s+(\w+)/

/**
 * An operation or a fragment, with the types that codegen made for its text. The text itself travels
 * with the code that uses it; codegen's own function would have every page load all documents.
 *
 * The fragments that a document spreads are looked up when it is first used. They must be loaded by
 * then: import the module they are in.
 */
export const graphql = makeDocument as typeof typedGraphql

function makeDocument(source: string): TypedDocumentNode {
  const { kind, definitions: own } = gql(source)
  const spreads = [...source.matchAll(spreadName)].map(([, name]) => String(name))
  const name = fragmentName.exec(source)?.[1]
  if (name) fragments.set(name, { own, spreads })
  let complete: Definitions | undefined
  return {
    kind,
    get definitions() {
      complete ??= [...own, ...listFragments(spreads)]
      return complete
    },
  }
}

function listFragments(names: readonly string[], found = new Set<string>()): Definitions {
  return names.flatMap((name): Definitions => {
    if (found.has(name)) return []
    found.add(name)
    const fragment = fragments.get(name)
    if (!fragment) {
      throw new Error(`The fragment ${name} was expected to be loaded. Import its module here.`)
    }
    return [...fragment.own, ...listFragments(fragment.spreads, found)]
  })
}
