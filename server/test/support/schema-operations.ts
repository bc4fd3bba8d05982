import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import type { Json } from './ask.ts'
import { type Filling, fillArguments, type IdSlot, listNodeTypes } from './id-slots.ts'
import type { Person } from './person.ts'

const maxDepth = 2

/** Everything a type has to tell without arguments, some levels deep. */
export function selectAll(schema: GraphQLSchema, type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type)
  if (isLeafType(named)) return ''
  if (isAbstractType(named)) {
    const parts = schema
      .getPossibleTypes(named)
      .map((object) => `... on ${object.name} ${selectAll(schema, object, depth + 1)}`)
    return `{ __typename ${parts.join(' ')} }`
  }
  const fields = isObjectType(named) ? Object.values(named.getFields()) : []
  const selected = fields
    .filter((field) => field.args.every((arg) => !isNonNullType(arg.type)))
    .filter((field) => depth < maxDepth || isLeafType(getNamedType(field.type)))
    .map((field) => `${field.name} ${selectAll(schema, field.type, depth + 1)}`)
  return `{ __typename ${selected.join(' ')} }`
}

/** The operation that writes an id into a slot, everything else as small as is valid. */
export function buildOperation(schema: GraphQLSchema, slot: IdSlot, id: string, own: Filling) {
  const { field, operation, parent, path } = slot
  const variables = fillArguments(field.args, own, field.name, { path, id })
  const call = `${callField(field, variables)} ${selectAll(schema, field.type)}`
  if (operation !== 'node')
    return { query: `${head(operation, field, variables)} { ${call} }`, variables }
  return {
    query: `${head('query', field, variables, '$own: ID!')} { node(id: $own) { ... on ${parent} { ${call} } } }`,
    variables: { ...variables, own: own.ids[parent] ?? '' },
  }
}

/** The operation that calls a root field with one's own ids, everything as small as is valid. */
export function buildCall(
  schema: GraphQLSchema,
  operation: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  own: Filling,
  selection: string,
) {
  const variables = fillArguments(field.args, own, field.name, undefined)
  const call = `${callField(field, variables)} ${selection}`
  const query = `${head(operation, field, variables)} { ${call} }`
  const [problem] = validate(schema, parse(query))
  if (problem)
    throw new Error(`The call of ${field.name} is no valid operation: ${problem.message}`)
  return { query, variables }
}

function head(
  operation: string,
  field: GraphQLField<unknown, unknown>,
  variables: object,
  ...more: string[]
): string {
  const used = field.args.filter((arg) => arg.name in variables)
  const declared = [...used.map((arg) => `$${arg.name}: ${arg.type}`), ...more]
  return declared.length > 0 ? `${operation} (${declared.join(', ')})` : operation
}

function callField(field: GraphQLField<unknown, unknown>, variables: object): string {
  const names = Object.keys(variables)
  if (names.length === 0) return field.name
  return `${field.name}(${names.map((name) => `${name}: $${name}`).join(', ')})`
}

/**
 * Gives a person one object of each kind, by every `create…` mutation the schema has, with the given
 * words for every text.
 */
export async function fillAccount(
  schema: GraphQLSchema,
  person: Person,
  words: string,
): Promise<Filling> {
  const { lists } = await person.data('{ lists { nodes { id } } }')
  const { userId, sessionId } = person
  const ids: Filling['ids'] = { User: userId, Session: sessionId, List: lists.nodes[0].id }
  const own = { ids, words }
  const creates = Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter((field) => /^create[A-Z]/.test(field.name))
    // What other objects hang on comes first.
    .sort((a, b) => dependencies(a) - dependencies(b))
  for (const field of creates) {
    const selection = selectAll(schema, field.type, maxDepth - 1)
    const { query, variables } = buildCall(schema, 'mutation', field, own, selection)
    const data = await person.data(query, variables)
    for (const made of Object.values<Json>(data[field.name]))
      if (made?.__typename && made.id) ids[made.__typename] = made.id
  }
  const missing = listNodeTypes(schema).filter((type) => !ids[type.name])
  if (missing.length > 0)
    throw new Error(`No create mutation makes these, so the test must: ${missing.join(', ')}`)
  return own
}

const placeholder: Filling = { ids: { Task: '?' }, words: '' }

/** One more than the ids that must be given. */
function dependencies(field: GraphQLField<unknown, unknown>): number {
  return JSON.stringify(fillArguments(field.args, placeholder, '', undefined)).split('"?"').length
}
