import { astFromValue, type GraphQLSchema, isInputType, valueFromASTUntyped } from 'graphql'

/**
 * Turns a resolver's input back into what the caller could have sent as a variable: enum values are their
 * names instead of their internal values. The result is plain JSON.
 */
export function inputToJson(value: unknown, typeName: string, schema: GraphQLSchema): unknown {
  const type = schema.getType(typeName)
  const literal = isInputType(type) ? astFromValue(value, type) : undefined
  if (!literal) throw new Error(`A value of the input type ${typeName} was expected`)
  return JSON.parse(JSON.stringify(valueFromASTUntyped(literal)))
}
