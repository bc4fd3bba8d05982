import type { FieldNode, GraphQLField, ValueNode } from 'graphql'
import { pageSize } from '../domain/limits.ts'
import { type Cost, costOfValues } from './cost-value.ts'

// What arguments say about cost: how long lists are, what an input contains, what a filter compares.

/** The assumed length of a list without a size argument. */
export const assumedListSize = 10
/** Such a condition reads all of a person's titles or notes, and no index helps. */
const anyCasePoints = 100

/** The length of a field's lists by its arguments; undefined when none of them says it. */
export function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Cost | undefined {
  const find = (name: string) => findArgument(node, name)
  const first = field.args.find((argument) => argument.name === 'first')
  const { defaultSize } = field.extensions.cost ?? {}
  if (first || defaultSize) {
    const usual = defaultSize ?? Number(first?.defaultValue ?? pageSize.default)
    return costOfValues(
      [find('first'), find('last')],
      (front, back) => readSize(front) ?? readSize(back) ?? usual,
    )
  }
  const list = find('ids') ?? find('input')
  return list && costOfValues([list], (value) => longestList(value) || assumedListSize)
}

export function findArgument(node: FieldNode, name: string): ValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value
}

function readSize(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined
}

/** The longest list of a value or directly in it. */
function longestList(value: unknown): number {
  if (Array.isArray(value)) return value.length
  const lists = Object.values(value ?? {}).filter((part) => Array.isArray(part))
  return Math.max(0, ...lists.map((list) => list.length))
}

/** The items of all lists in a value, including nested lists. */
export const countItems = sumOf((_name, part) => (Array.isArray(part) ? part.length : 0))

/** The cost of a filter's conditions that compare texts ignoring case, wherever they are in it. */
export const costOfAnyCase = sumOf((name, part) =>
  name === 'containsIgnoreCase' && part != null ? anyCasePoints : 0,
)

/**
 * Sums a rule over a value and everything in it. Lists are searched once, because the same variable may be
 * in a query hundreds of times.
 */
function sumOf(rule: (name: string, value: unknown) => number): (value: unknown) => number {
  const known = new WeakMap<object, number>()

  function sumInside(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 0
    if (!Array.isArray(value)) {
      let sum = 0
      for (const [name, part] of Object.entries(value)) sum += rule(name, part) + sumInside(part)
      return sum
    }
    let sum = known.get(value)
    if (sum === undefined) {
      sum = 0
      for (const part of value) sum += rule('', part) + sumInside(part)
      known.set(value, sum)
    }
    return sum
  }
  return (value) => rule('', value) + sumInside(value)
}
