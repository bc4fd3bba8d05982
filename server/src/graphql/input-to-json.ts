import { astFromValue, type GraphQLSchema, isInputType, valueFromASTUntyped } from 'graphql'

/**
 * Turns an input that a resolver got back into what the caller could have written as a variable: enum
 * values by their names instead of what they stand for inside. The result is plain JSON.
 */
export function inputToJson(value: unknown, typeName: string, schema: GraphQLSchema): unknown {
  const type = schema.getType(typeName)
  const literal = isInputType(type) ? astFromValue(value, type) : undefined
  if (!literal) throw new Error(`A value of the input type ${typeName} was expected`)
  return JSON.parse(JSON.stringify(valueFromASTUntyped(literal)))
}
