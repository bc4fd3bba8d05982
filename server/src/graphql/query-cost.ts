import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import { pageSize } from '../domain/limits.ts'
import { add, type Cost, costOfValues, evaluate, multiply, type Variables } from './cost-value.ts'

/** What a field says of its cost where the rule below doesn't know it. */
interface FieldCost {
  /** Beside the objects it gives. */
  points?: number
  /** How long its list is when `first` doesn't say. */
  defaultSize?: number
}

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    cost?: FieldCost
  }
}

/** How long a list is taken to be whose length nobody asks for. */
export const assumedListSize = 10
export const mutationPoints = 10
const introspectionPoints = 100

/** What a selection costs by itself, and what for each item that the lists directly in it hold. */
interface SelectionCost {
  fixed: Cost
  perItem: Cost
}

/**
 * Prepares the cost of an operation: a point for each object that the answer may hold, some more for
 * what is dear beside its objects, and for a mutation what it does. Lists are as long as `first`,
 * `last`, `ids` or the lists of `input` make them, on the field itself or the one around it, so a
 * page in a page multiplies; both branches of `@include` count, and every type of a union.
 *
 * @param document valid, and of a limited size: it is walked with all fragments written out
 * @returns the cost for given variables, which are read as they came, before they are checked
 */
export function prepareCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Variables) => number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition)
  const isMutation = operation.operation === 'mutation'
  const root = schema.getRootType(operation.operation)

  function ofSelections(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | undefined,
  ): SelectionCost {
    const total: SelectionCost = { fixed: 0, perItem: 0 }
    for (const selection of selections) {
      const part = ofSelection(selection, type)
      total.fixed = add(total.fixed, part.fixed)
      total.perItem = add(total.perItem, part.perItem)
    }
    return total
  }

  function ofSelection(node: SelectionNode, type: GraphQLNamedType | undefined): SelectionCost {
    if (node.kind === Kind.FIELD) return ofField(node, type)
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value)
    if (!fragment) return { fixed: 0, perItem: 0 }
    const condition = fragment.typeCondition?.name.value
    return ofSelections(fragment.selectionSet, condition ? schema.getType(condition) : type)
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType | undefined): SelectionCost {
    if (node.name.value === '__schema' || node.name.value === '__type')
      return { fixed: introspectionPoints, perItem: 0 }
    const field =
      isObjectType(parent) || isInterfaceType(parent)
        ? parent.getFields()[node.name.value]
        : undefined
    if (!field) return { fixed: 0, perItem: 0 }
    const own = ownPoints(node, field)
    const type = getNamedType(field.type)
    if (isLeafType(type) || !node.selectionSet) return { fixed: own, perItem: 0 }
    const inside = ofSelections(node.selectionSet, type)
    const size = sizeOf(node, field)
    if (!isListType(getNullableType(field.type))) {
      const items = multiply(size ?? assumedListSize, inside.perItem)
      return { fixed: add(add(own, 1), add(inside.fixed, items)), perItem: 0 }
    }
    const item = add(add(1, inside.fixed), multiply(assumedListSize, inside.perItem))
    return size === undefined
      ? { fixed: own, perItem: item }
      : { fixed: add(own, multiply(size, item)), perItem: 0 }
  }

  function ownPoints(node: FieldNode, field: GraphQLField<unknown, unknown>): Cost {
    const points = field.extensions.cost?.points ?? 0
    const input = findArgument(node, 'input')
    return isMutation && input
      ? add(points + mutationPoints, costOfValues([input], countItems))
      : points
  }

  const { fixed, perItem } = ofSelections(operation.selectionSet, root ?? undefined)
  const cost = add(fixed, multiply(assumedListSize, perItem))
  const defaults = readDefaults(operation)
  return (variables) => evaluate(cost, defaults ? { ...defaults, ...variables } : variables)
}

/** How long the lists of a field are made by its arguments; undefined when none of them says it. */
function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Cost | undefined {
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

function findArgument(node: FieldNode, name: string): ValueNode | undefined {
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

/** The items of all lists in a value, those in lists too. */
function countItems(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? value.length : 0
  return Object.values(value).reduce((sum: number, part) => sum + countItems(part), own)
}

function readDefaults({
  variableDefinitions = [],
}: OperationDefinitionNode): Variables | undefined {
  const given = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  return given.length > 0 ? Object.fromEntries(given) : undefined
}
