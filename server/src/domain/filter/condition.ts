import type { SearchTerm, SearchWord } from '../text/search-words.ts'
import type { Column } from './columns.ts'

export type Scalar = string | number | boolean

/** One test that is true or false for a row. A column without a value only passes `isNull`. */
export type Test =
  | { kind: 'isNull'; column: Column }
  | { kind: 'compare'; column: Column; operator: '=' | '<' | '<=' | '>' | '>='; value: Scalar }
  | { kind: 'oneOf'; column: Column; values: readonly Scalar[] }
  | { kind: 'text'; column: Column; match: TextMatch; text: string; ignoreCase: boolean }
  | { kind: 'inList'; where: Condition }
  | { kind: 'hasTag'; where: Condition }
  | { kind: 'hasWord'; term: SearchWord }

export type TextMatch = 'equals' | 'contains' | 'startsWith' | 'endsWith'

/**
 * A filter in the form from which SQL is made and by which tasks are judged. `not` is only before a test, where
 * it is also true for a column without a value, so that a filter and its opposite together match everything.
 */
export type Condition =
  | { kind: 'and' | 'or'; of: readonly Condition[] }
  | { kind: 'is' | 'not'; test: Test }

export function allOf(conditions: readonly Condition[]): Condition {
  // An empty one has no effect.
  const of = conditions.filter((one) => one.kind !== 'and' || one.of.length > 0)
  const [only, ...others] = of
  return only && others.length === 0 ? only : { kind: 'and', of }
}

export function anyOf(of: readonly Condition[]): Condition {
  const [only, ...others] = of
  return only && others.length === 0 ? only : { kind: 'or', of }
}

export function is(test: Test): Condition {
  return { kind: 'is', test }
}

/** A term of a search: its word, or instead of it all of its parts. */
export function hasTerm(term: SearchTerm): Condition {
  const word = is({ kind: 'hasWord', term })
  if (!term.parts) return word
  return anyOf([word, allOf(term.parts.map((part) => is({ kind: 'hasWord', term: part })))])
}

/** The condition that is true exactly when this one isn't. */
export function opposite(condition: Condition): Condition {
  if ('test' in condition)
    return { kind: condition.kind === 'is' ? 'not' : 'is', test: condition.test }
  return { kind: condition.kind === 'and' ? 'or' : 'and', of: condition.of.map(opposite) }
}

/** Every test in a condition, however it is nested. */
export function listTests(condition: Condition): readonly Test[] {
  return 'test' in condition ? [condition.test] : condition.of.flatMap(listTests)
}

/** Whether this condition on lists only asks for the inbox. */
export function asksForInbox(where: Condition): boolean {
  if (where.kind !== 'is' || where.test.kind !== 'compare') return false
  return where.test.column === 'list.is_inbox' && where.test.value === true
}

/** The columns that have a value in every matching row, as far as this is obvious. */
export function listPresentColumns(condition: Condition): Set<string> {
  if ('test' in condition) {
    const { test } = condition
    const isPresent = 'column' in test && (test.kind === 'isNull') === (condition.kind === 'not')
    return new Set(isPresent ? [test.column] : [])
  }
  const [first = new Set<string>(), ...others] = condition.of.map(listPresentColumns)
  return others.reduce(
    (all, set) => (condition.kind === 'and' ? all.union(set) : all.intersection(set)),
    first,
  )
}
