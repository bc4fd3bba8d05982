import {
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { maxFilterObjects } from '../domain/limits.ts'
import { type AppError, badUserInput } from '../errors.ts'
import type { Variables } from './cost-value.ts'

/**
 * The variables of an operation with recursive types, as a filter can contain filters. Only a count can limit
 * how many objects these have, and graphql-js takes time for each field that each object could have.
 */
export function listSelfHolding(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): string[] {
  return variableDefinitions.flatMap(({ variable, type }) => {
    // The function has many overloads; each returns what its name says.
    const named = typeFromAST(schema, type as never) as GraphQLInputType | undefined
    return named && isInputType(named) && holdsItself(getNamedType(named))
      ? [variable.name.value]
      : []
  })
}

/** The refusal when one of the variables has more objects than a filter may. */
export function refuseManyObjects(
  names: readonly string[],
  variables: Variables,
): AppError | undefined {
  for (const name of names) {
    if (countObjects(variables[name], maxFilterObjects) <= maxFilterObjects) continue
    const message = `A filter has at most ${maxFilterObjects.toLocaleString('en')} objects in it, and this has more. Ask for less at once.`
    return badUserInput([{ path: [name], message }])
  }
  return undefined
}

function holdsItself(
  type: GraphQLNamedInputType,
  above: readonly GraphQLNamedInputType[] = [],
): boolean {
  if (above.includes(type)) return true
  if (!isInputObjectType(type)) return false
  return Object.values(type.getFields()).some((field) =>
    holdsItself(getNamedType(field.type), [...above, type]),
  )
}

/** Counts no further than one more than `most`. */
function countObjects(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 1
  for (const part of Object.values(value)) {
    if (count > most) break
    count += countObjects(part, most - count)
  }
  return count
}
