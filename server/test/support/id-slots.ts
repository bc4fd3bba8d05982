import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql'

/** An input of an operation where a caller writes an id. */
export type IdSlot = {
  /** For people: `mutation updateTask(input.listId)` or `Task.subtasks(filter.id.in)`. */
  name: string
  operation: 'query' | 'mutation' | 'node'
  /** The type the field is on, when that is one of the nodes. */
  parent: string
  field: GraphQLField<unknown, unknown>
  /** From the argument's name down to the id itself; lists are not named. */
  path: string[]
}

/**
 * Every input for the id of something: in arguments of root fields and of fields of nodes. A
 * `newMutationId` names nothing yet; `idempotency.test.ts` lets two people choose the same.
 */
export function findIdSlots(schema: GraphQLSchema): IdSlot[] {
  return findSlots(schema, (type) => type.name === 'ID').filter(
    ({ path }) => path.at(-1) !== 'newMutationId',
  )
}

/** Every input for a text, including ids and values that are read from texts (days, colors). */
export function findTextSlots(schema: GraphQLSchema): IdSlot[] {
  const others = new Set(['Boolean', 'Int', 'Float'])
  return findSlots(schema, (type) => isScalarType(type) && !others.has(type.name))
}

function findSlots(schema: GraphQLSchema, isSlot: IsSlot): IdSlot[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ...listNodeTypes(schema).map((type) => ['node', type] as const),
  ] as const
  return roots.flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      findPaths(field.args, [], isSlot).map((path) => {
        const where = operation === 'node' ? `${type?.name}.` : `${operation} `
        const name = `${where}${field.name}(${path.join('.')})`
        return { name, operation, parent: type?.name ?? '', field, path }
      }),
    ),
  )
}

export function listNodeTypes(schema: GraphQLSchema) {
  const node = schema.getType('Node')
  if (!isInterfaceType(node)) throw new Error('The schema was expected to have the interface Node')
  return schema.getPossibleTypes(node)
}

type Input = GraphQLArgument | GraphQLInputField
type IsSlot = (type: GraphQLNamedType) => boolean

// Filters contain themselves (`and`, `or`, `not`): each type is entered once per path.
function findPaths(
  inputs: readonly Input[],
  visited: readonly string[],
  isSlot: IsSlot,
): string[][] {
  return inputs.flatMap((input) => {
    const type = getNamedType(input.type)
    if (isSlot(type)) return [[input.name]]
    if (!isInputObjectType(type)) return []
    if (visited.includes(type.name)) return []
    const below = findPaths(Object.values(type.getFields()), [...visited, type.name], isSlot)
    return below.map((path) => [input.name, ...path])
  })
}

/** The caller's values for an operation's required inputs. */
export type Filling = {
  /** Ids of the caller's own objects, by the name of their type. */
  ids: Record<string, string>
  /** Every text. */
  words: string
}

/** The field's arguments with the smallest valid values, and the id in its slot. */
export function fillArguments(
  inputs: readonly Input[],
  own: Filling,
  context: string,
  slot: { path: readonly string[]; id: string } | undefined,
): Record<string, unknown> {
  const filled = inputs.flatMap((input) => {
    const inSlot = slot?.path[0] === input.name ? { ...slot, path: slot.path.slice(1) } : undefined
    if (!inSlot && !isRequired(input)) return []
    return [[input.name, fillValue(input.type, { own, context, name: input.name, slot: inSlot })]]
  })
  return Object.fromEntries(filled)
}

type Wanted = {
  own: Filling
  /** The name of the field, which often says the type of the ids: completeTask. */
  context: string
  name: string
  slot: { path: readonly string[]; id: string } | undefined
}

function fillValue(type: GraphQLInputType, wanted: Wanted): unknown {
  if (isNonNullType(type)) return fillValue(type.ofType, wanted)
  if (isListType(type)) return [fillValue(type.ofType, wanted)]
  if (isInputObjectType(type)) {
    const { own, context, slot } = wanted
    const fields = Object.values(type.getFields())
    const filled = fillArguments(fields, own, context, slot)
    const [first] = fields
    // Exactly one field of a one-of input must be given.
    if (!type.isOneOf || !first || Object.keys(filled).length > 0) return filled
    return { [first.name]: fillValue(first.type, { ...wanted, name: first.name }) }
  }
  if (wanted.slot) return wanted.slot.id
  if (type.name === 'ID') return chooseOwnId(wanted)
  if ('getValues' in type) return type.getValues()[0]?.name
  const sample = type.name === 'String' ? fillText(wanted) : samples[type.name]
  if (sample === undefined)
    throw new Error(`A sample of the scalar ${type.name} was expected; add one to samples`)
  return sample
}

const samples: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-11-23',
  DateTime: '2026-11-23T07:05:01Z',
  Time: '07:05',
}

/** The words for every text, in the form that some fields require. */
function fillText({ own: { words }, name }: Wanted): string {
  if (name === 'url') return `https://example.com/${encodeURIComponent(words)}`
  if (name === 'endpoint') return `https://fcm.googleapis.com/${words}`
  return browserKeys[name] ?? words
}

const browserKeys: Record<string, string> = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
}

function chooseOwnId({ own, name, context }: Wanted): string {
  const kinds = Object.keys(own.ids)
  const named = (text: string) =>
    kinds.find((kind) => text.toLowerCase().includes(kind.toLowerCase()))
  const kind = named(name) ?? (name.startsWith('parent') ? 'Task' : named(context)) ?? 'Task'
  return own.ids[kind] ?? ''
}

function isRequired(input: Input): boolean {
  return isNonNullType(input.type) && input.defaultValue === undefined
}
