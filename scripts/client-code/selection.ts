import {
  type GraphQLField,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql'

type Field = GraphQLField<unknown, unknown>

/** A field of a selection, and what is asked of it. */
export type Selected = {
  field: Field
  of: Part
}

/** What is asked of a type. */
export type Part =
  | { kind: 'leaf'; type: GraphQLNamedType }
  /** An object with an id, and everything that `whole` takes of it. */
  | { kind: 'whole'; type: GraphQLObjectType }
  /** Any of these objects, which have this name together. */
  | { kind: 'any'; name: string; types: readonly GraphQLObjectType[] }
  | { kind: 'fields'; type: GraphQLObjectType; fields: readonly Selected[] }

export type Selector = {
  /** What is asked of the type of a query, a mutation or a subscription. */
  ofRoot(type: GraphQLOutputType, isMutation: boolean): Part
  /** What is asked of an object with an id, wherever it comes whole. */
  ofWhole(type: GraphQLObjectType): Selected[]
}

/**
 * The one selection of the function for a query or mutation, by these rules:
 *
 * - An object with an id that is answered itself, in a page or in a payload comes whole: all its plain fields, its
 *   small objects, and the ids of the objects that it points at.
 * - Of a connection come `nodes` and `pageInfo`.
 * - Lists in a payload name their objects by ids: a thousand whole tasks are more than one answer may have.
 * - What takes arguments, what is deprecated, and what only a dry run may ask for is left out.
 */
export function createSelector(schema: GraphQLSchema): Selector {
  const hasId = (type: GraphQLNamedType): type is GraphQLObjectType =>
    type instanceof GraphQLObjectType && type.getInterfaces().some(({ name }) => name === 'Node')

  function ofRoot(type: GraphQLOutputType, isMutation: boolean): Part {
    const named = getNamedType(type)
    if (isInterfaceType(named))
      return { kind: 'any', name: named.name, types: schema.getPossibleTypes(named) }
    if (hasId(named)) return { kind: 'whole', type: named }
    if (!(named instanceof GraphQLObjectType)) return { kind: 'leaf', type: named }
    const isConnection = 'pageInfo' in named.getFields()
    const fields = choose(named, (field) => {
      if (!isConnection) return ofHolder(field, isMutation)
      const isAsked = field.name === 'nodes' || field.name === 'pageInfo'
      return isAsked ? ofRoot(field.type, isMutation) : undefined
    })
    return { kind: 'fields', type: named, fields }
  }

  /** A field of what isn't an object of its own, such as a payload. */
  function ofHolder(field: Field, isMutation: boolean): Part | undefined {
    const named = getNamedType(field.type)
    if (hasId(named)) return isList(field.type) ? onlyId(named) : { kind: 'whole', type: named }
    return ofSmall(field, isMutation)
  }

  /** A field of an object with an id. */
  function ofOwn(owner: GraphQLObjectType, field: Field): Part | undefined {
    const named = getNamedType(field.type)
    if (hasId(named)) return named === owner && isList(field.type) ? undefined : onlyId(named)
    return ofSmall(field, false)
  }

  function ofSmall({ type }: Field, isMutation: boolean): Part | undefined {
    const named = getNamedType(type)
    if (isLeafType(named)) return { kind: 'leaf', type: named }
    if (!(named instanceof GraphQLObjectType) || named.name === 'DryRun') return undefined
    const fields = choose(named, (field) => ofPart(named, field, isMutation))
    return { kind: 'fields', type: named, fields }
  }

  /** A field of a small object: in a mutation, its own id is enough. */
  function ofPart(owner: GraphQLObjectType, field: Field, isMutation: boolean): Part | undefined {
    const named = getNamedType(field.type)
    if (isInterfaceType(named)) return isMutation ? undefined : ofChanged(owner)
    if (hasId(named)) return isMutation ? undefined : onlyId(named)
    return isList(field.type) && !isLeafType(named) ? undefined : ofSmall(field, isMutation)
  }

  /** The objects of a log, which says of what kinds they can be. */
  function ofChanged(owner: GraphQLObjectType): Part {
    const kinds = Object.values(owner.getFields()).map(({ type }) => getNamedType(type))
    const [values = []] = kinds.filter(isEnumType).map((kind) => kind.getValues())
    const types = values
      .map(({ name }) => schema.getType(toPascalCase(name)))
      .filter((type) => type instanceof GraphQLObjectType)
    return { kind: 'any', name: 'ChangedNode', types }
  }

  function onlyId(type: GraphQLObjectType): Part {
    const isId = ({ name }: Field) => name === 'id'
    const fields = choose(type, (field) => (isId(field) ? ofSmall(field, false) : undefined))
    return { kind: 'fields', type, fields }
  }

  return { ofRoot, ofWhole: (type) => choose(type, (field) => ofOwn(type, field)) }
}

function choose(type: GraphQLObjectType, take: (field: Field) => Part | undefined): Selected[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const isLeftOut = field.args.length > 0 || field.deprecationReason != null
    const of = isLeftOut ? undefined : take(field)
    return of ? [{ field, of }] : []
  })
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}

function toPascalCase(name: string): string {
  return name.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
