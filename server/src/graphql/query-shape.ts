import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type Source,
  TokenKind,
} from 'graphql'
import type { QueryLimits } from '../domain/limits.ts'

/** How large a document is, with all fragments expanded where they are used. */
export type QueryShape = Omit<QueryLimits, 'tokens' | 'cost'>

/**
 * Counts tokens and open brackets, and stops at the first one too many. Parsing recurses for each bracket,
 * so this has to run before it.
 *
 * @returns how many tokens there are, or which limit is exceeded
 * @throws GraphQLError at an invalid token
 */
export function countTokens(
  source: Source,
  most: { tokens: number; nesting: number },
): number | 'tokens' | 'nesting' {
  const lexer = new Lexer(source)
  let nesting = 0
  let count = 0
  for (; lexer.advance().kind !== TokenKind.EOF; count += 1) {
    if (count >= most.tokens) return 'tokens'
    const { kind } = lexer.token
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L)
      nesting += 1
    if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R)
      nesting -= 1
    if (nesting > most.nesting) return 'nesting'
  }
  return count
}

/**
 * Counts pairs of fields with the same name in the same selection, and pairs of fragments beside each other:
 * validation compares each pair (`OverlappingFieldsCanBeMerged`).
 *
 * @param most where it stops, and also after so many fields and fragments: fragments that use each other in
 * circles, which are refused later, would never end
 */
export function countMeetings(document: DocumentNode, most: number): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition)
  let met = 0
  let seen = 0

  function count(branches: readonly Branch[]): void {
    const fields = new Map<string, { times: number; below: Branch[] }>()
    let spreads = 0
    const take = ({ selectionSet, within }: Branch): void => {
      for (const selection of selectionSet.selections) {
        seen += 1
        if (met > most || seen > most) return
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value
          const field = fields.get(name) ?? { times: 0, below: [] }
          fields.set(name, field)
          met += field.times
          field.times += 1
          if (selection.selectionSet)
            field.below.push({ selectionSet: selection.selectionSet, within })
        } else if (selection.kind === Kind.INLINE_FRAGMENT)
          take({ selectionSet: selection.selectionSet, within })
        else {
          const name = selection.name.value
          const fragment = fragments.get(name)
          met += spreads
          spreads += 1
          if (fragment && !within.includes(name))
            take({ selectionSet: fragment.selectionSet, within: [...within, name] })
        }
      }
    }
    for (const branch of branches) take(branch)
    for (const { below } of fields.values()) if (below.length > 0) count(below)
  }

  for (const definition of document.definitions)
    if (isWithFields(definition)) count([{ selectionSet: definition.selectionSet, within: [] }])
  return met
}

type Branch = {
  selectionSet: SelectionSetNode
  /** The fragments that it is in. */
  within: readonly string[]
}

function isWithFields(
  definition: DefinitionNode,
): definition is OperationDefinitionNode | FragmentDefinitionNode {
  return (
    definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION
  )
}

const empty: QueryShape = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0 }

/**
 * Measures every operation and fragment of a document, and returns the largest of each figure. Each fragment
 * is visited once, however often it is used, so a document whose expanded fragments would be endless costs no
 * more than its text. Needs no schema and no valid document: in a circle of fragments, one counts as nothing.
 */
export function measureShape(document: DocumentNode): QueryShape {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition)
  const measured = new Map<string, QueryShape>()

  function measureFragment(name: string): QueryShape {
    const known = measured.get(name)
    if (known) return known
    measured.set(name, empty)
    const shape = measure(fragments.get(name)?.selectionSet)
    measured.set(name, shape)
    return shape
  }

  function measure(selectionSet: SelectionSetNode | undefined): QueryShape {
    const total = { ...empty }
    for (const selection of selectionSet?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value)
          : measure(selection.selectionSet)
      total.depth = Math.max(total.depth, below.depth + (isField ? 1 : 0))
      total.fields += below.fields + (isField ? 1 : 0)
      total.aliases += below.aliases + (isField && selection.alias ? 1 : 0)
      total.directives += below.directives + (selection.directives?.length ?? 0)
      total.rootFields += isField ? 1 : below.rootFields
    }
    return total
  }

  const largest = { ...empty }
  for (const definition of document.definitions) {
    // Unused fragments are validated as well.
    if (!isWithFields(definition)) continue
    const shape = measure(definition.selectionSet)
    // The first level of a fragment is at the root only if an operation uses the fragment there.
    if (definition.kind === Kind.FRAGMENT_DEFINITION) shape.rootFields = 0
    for (const name of Object.keys(largest) as (keyof QueryShape)[])
      largest[name] = Math.max(largest[name], shape[name])
  }
  return largest
}
