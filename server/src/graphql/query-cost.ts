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
  valueFromASTUntyped,
} from 'graphql'
import {
  assumedListSize,
  costOfAnyCase,
  countItems,
  findArgument,
  sizeOf,
} from './argument-cost.ts'
import { add, type Cost, costOfValues, multiply, type Variables } from './cost-value.ts'

/** A field's own statement of its cost, where the general rule isn't enough. */
type FieldCost = {
  /** Points besides the objects that it returns. */
  points?: number
  /** The length of its list when `first` isn't given. */
  defaultSize?: number
  /**
   * How long its list can be when no argument of its own limits it: as long as the `page` it
   * belongs to, or a number; `counted` where only the count during the run limits it.
   */
  atMost?: number | 'page' | 'counted'
}

declare module 'graphql' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    cost?: FieldCost
  }
}

export const mutationPoints = 10
const introspectionPoints = 100

/** What a selection costs by itself, and for each item of the lists directly in it. */
type SelectionCost = {
  fixed: Cost
  perItem: Cost
}

export type OperationCost = {
  /** The estimate: lists whose length the query doesn't limit count as `assumedListSize`. */
  estimated: Cost
  /** The objects that are created if such lists, and those that aren't pages, turn out to be empty. */
  least: Cost
}

/**
 * Prepares the cost of an operation: a point for each object that the answer may contain, some more
 * for expensive fields, and for a mutation what it does. Lists are as long as `first`, `last`,
 * `ids` or the lists of `input` say, on the field itself or the one around it, so a page in a page
 * multiplies. Both branches of `@include` count, and every type of a union.
 *
 * @param document valid, and of a limited size: it is visited with all fragments expanded
 * @returns for `evaluate`, which reads the variables as they were sent, before they are checked
 */
export function prepareCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const fragments: Fragments = Object.fromEntries(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  )
  const root = schema.getRootType(operation.operation) ?? undefined
  const defaults = readDefaults(operation)
  const prepare = (lists: Lists): Cost => {
    const estimator = new CostEstimator(
      schema,
      fragments,
      lists,
      operation.operation === 'mutation',
    )
    const cost = estimator.sumUp(operation.selectionSet, root)
    if (!defaults || typeof cost === 'number') return cost
    return (variables) => cost({ ...defaults, ...variables })
  }
  return { estimated: prepare('assumed'), least: prepare('empty') }
}

/**
 * What each item of a list creates besides itself, as far as the field says so: a point for each
 * object in it, and for each list that is counted when its length is known.
 */
export function prepareItemCost(
  schema: GraphQLSchema,
  fragments: Fragments,
  { selectionSet }: FieldNode,
  type: GraphQLNamedType,
): Cost {
  return selectionSet
    ? new CostEstimator(schema, fragments, 'empty', false).sumUp(selectionSet, type)
    : 0
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>

/** How lists that aren't pages count: as one until their length is known, or with the assumed length. */
type Lists = 'assumed' | 'empty'

class CostEstimator {
  readonly #schema: GraphQLSchema
  readonly #fragments: Fragments
  readonly #lists: Lists
  readonly #isMutation: boolean

  constructor(schema: GraphQLSchema, fragments: Fragments, lists: Lists, isMutation: boolean) {
    this.#schema = schema
    this.#fragments = fragments
    this.#lists = lists
    this.#isMutation = isMutation
  }

  sumUp(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined): Cost {
    const { fixed, perItem } = this.#ofSelections(selectionSet, type)
    return add(fixed, multiply(assumedListSize, perItem))
  }

  #ofSelections(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | undefined,
  ): SelectionCost {
    const total: SelectionCost = { ...nothing }
    for (const selection of selections) {
      const part = this.#ofSelection(selection, type)
      total.fixed = add(total.fixed, part.fixed)
      total.perItem = add(total.perItem, part.perItem)
    }
    return total
  }

  #ofSelection(node: SelectionNode, type: GraphQLNamedType | undefined): SelectionCost {
    if (node.kind === Kind.FIELD) return this.#ofField(node, type)
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments[node.name.value]
    if (!fragment) return nothing
    const condition = fragment.typeCondition?.name.value
    return this.#ofSelections(
      fragment.selectionSet,
      condition ? this.#schema.getType(condition) : type,
    )
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType | undefined): SelectionCost {
    if (node.name.value === '__schema' || node.name.value === '__type')
      return { ...nothing, fixed: introspectionPoints }
    const field =
      isObjectType(parent) || isInterfaceType(parent)
        ? parent.getFields()[node.name.value]
        : undefined
    if (!field) return nothing
    const own = this.#ownPoints(node, field)
    const type = getNamedType(field.type)
    if (isLeafType(type) || !node.selectionSet) return { ...nothing, fixed: own }
    const inside = this.#ofSelections(node.selectionSet, type)
    const size = sizeOf(node, field)
    if (!isListType(getNullableType(field.type))) {
      const items = multiply(size ?? assumedListSize, inside.perItem)
      return { fixed: add(add(own, 1), add(inside.fixed, items)), perItem: 0 }
    }
    if (this.#lists === 'empty' && isCounted(field)) return { fixed: add(own, 1), perItem: 0 }
    const item = add(add(1, inside.fixed), multiply(assumedListSize, inside.perItem))
    return size === undefined
      ? { fixed: own, perItem: item }
      : { fixed: add(own, multiply(size, item)), perItem: 0 }
  }

  #ownPoints(node: FieldNode, field: GraphQLField<unknown, unknown>): Cost {
    const filter = findArgument(node, 'filter')
    const searching = filter ? costOfValues([filter], costOfAnyCase) : 0
    const points = add(field.extensions.cost?.points ?? 0, searching)
    const input = findArgument(node, 'input')
    return this.#isMutation && input
      ? add(add(points, mutationPoints), costOfValues([input], countItems))
      : points
  }
}

const nothing: SelectionCost = { fixed: 0, perItem: 0 }

/**
 * Whether a list is counted when its length is known, because no argument says how long it may be.
 * Items that aren't objects are counted only where nothing else limits them.
 */
export function isCounted(
  field: Pick<GraphQLField<unknown, unknown>, 'type' | 'args' | 'extensions'>,
): boolean {
  if (!isListType(getNullableType(field.type))) return false
  const { atMost } = field.extensions.cost ?? {}
  if (isLeafType(getNamedType(field.type))) return atMost === 'counted'
  return atMost !== 'page' && !field.args.some(({ name }) => name === 'first' || name === 'ids')
}

function readDefaults({
  variableDefinitions = [],
}: OperationDefinitionNode): Variables | undefined {
  const given = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  return given.length > 0 ? Object.fromEntries(given) : undefined
}
