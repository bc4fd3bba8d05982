import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql'
import { isPromise } from 'graphql-yoga'
import type { RequestContext } from './context.ts'
import { type Cost, evaluate } from './cost-value.ts'
import { isCounted, prepareItemCost } from './query-cost.ts'

type Resolver = GraphQLFieldResolver<unknown, RequestContext>

/**
 * Has every list of the schema that no argument sizes counted when its length is known and before its
 * items are made, with all that each item is to hold. So no operation makes more than it may, whatever
 * it was reckoned at, and whichever way it runs. Once it has made too much, all such lists are empty.
 */
export function countLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields()))
      if (isCounted(field)) field.resolve = counting(field, schema)
  }
  return schema
}

function counting(field: GraphQLField<unknown, RequestContext>, schema: GraphQLSchema): Resolver {
  const resolve = field.resolve ?? (defaultFieldResolver as Resolver)
  const type = getNamedType(field.type)
  const known = new WeakMap<FieldNode, Cost>()
  return (source, args, context, info) => {
    const { work } = context
    if (work.excess) return []
    const count = (list: unknown) => {
      if (!Array.isArray(list) || list.length === 0) return list
      let item = 1
      for (const node of info.fieldNodes) {
        const cost = known.get(node) ?? prepareItemCost(schema, info.fragments, node, type)
        known.set(node, cost)
        item += evaluate(cost, info.variableValues)
      }
      // One for the list itself has been counted where it stands.
      return work.count(list.length * item - 1) ? list : []
    }
    const list = resolve(source, args, context, info)
    return isPromise(list) ? list.then(count) : count(list)
  }
}
