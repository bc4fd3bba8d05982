import { BREAK, type ValueNode, valueFromASTUntyped, visit } from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** A number, or a function that computes it once the variables are known. */
export type Cost = number | ((variables: Variables) => number)

/** Applies a rule to values in a query, immediately if they contain no variable. */
export function costOfValues(
  nodes: readonly (ValueNode | undefined)[],
  rule: (...values: unknown[]) => number,
): Cost {
  const read = (variables: Variables) =>
    rule(...nodes.map((node) => node && valueFromASTUntyped(node, variables)))
  return nodes.some((node) => node && hasVariable(node)) ? read : read({})
}

export function add(a: Cost, b: Cost): Cost {
  if (typeof a === 'number' && typeof b === 'number') return a + b
  if (a === 0) return b
  if (b === 0) return a
  return (variables) => evaluate(a, variables) + evaluate(b, variables)
}

export function multiply(a: Cost, b: Cost): Cost {
  if (typeof a === 'number' && typeof b === 'number') return a * b
  if (a === 0 || b === 0) return 0
  return (variables) => evaluate(a, variables) * evaluate(b, variables)
}

export function evaluate(cost: Cost, variables: Variables): number {
  return typeof cost === 'number' ? cost : cost(variables)
}

function hasVariable(node: ValueNode): boolean {
  let found = false
  visit(node, {
    Variable() {
      found = true
      return BREAK
    },
  })
  return found
}
