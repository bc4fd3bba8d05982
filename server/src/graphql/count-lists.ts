import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql'
import { isPromise } from 'graphql-yoga'
import type { RequestContext } from './context.ts'
import { type Cost, evaluate } from './cost-value.ts'
import { isCounted, prepareItemCost } from './query-cost.ts'

type Resolver = GraphQLFieldResolver<unknown, RequestContext>
type Field = GraphQLField<unknown, RequestContext>

/**
 * Handles every list of objects before its items are created, when its length and the estimate for each
 * item are known:
 *
 * - a list without a size argument is counted, so that no operation creates more than it may, whatever its
 *   estimate was and however it runs. Once it has created too much, all its lists are empty.
 * - items are created at the person's pace.
 */
export function countLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (isCounted(field) || isListOfObjects(field)) field.resolve = counting(field, schema)
    }
  }
  return schema
}

function isListOfObjects({ type }: Field): boolean {
  return isListType(getNullableType(type)) && !isLeafType(getNamedType(type))
}

function counting(field: Field, schema: GraphQLSchema): Resolver {
  const resolve = field.resolve ?? (defaultFieldResolver as Resolver)
  const type = getNamedType(field.type)
  const isUnsized = isCounted(field)
  const known = new WeakMap<FieldNode, Cost>()

  function pointsOfItem({ fieldNodes, fragments, variableValues }: GraphQLResolveInfo): number {
    let points = 1
    for (const node of fieldNodes) {
      const cost = known.get(node) ?? prepareItemCost(schema, fragments, node, type)
      known.set(node, cost)
      points += evaluate(cost, variableValues)
    }
    return points
  }

  return (source, args, context, info) => {
    const { work, pace } = context
    if (work.excess) return []
    const give = (list: unknown) => {
      if (!Array.isArray(list) || list.length === 0) return list
      const points = list.length * pointsOfItem(info)
      // One point for the list itself has been counted where the list is.
      if (isUnsized && !work.count(points - 1)) return []
      // If the operation was ended meanwhile, this ends too.
      return pace(points)?.then(() => (work.excess ? [] : list)) ?? list
    }
    const list = resolve(source, args, context, info)
    return isPromise(list) ? list.then(give) : give(list)
  }
}
