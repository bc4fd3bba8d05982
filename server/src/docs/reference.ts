import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql'
import type { Example } from './examples.ts'
import { linkToGraphiql } from './examples.ts'

/** The reference by type, as Markdown: a page for each, and one that lists them. */
export type ReferencePage = {
  path: string
  title: string
  markdown: string
}

const kinds = [
  { name: 'Operations', holds: (type) => isOperation(type.name) },
  {
    name: 'Objects',
    holds: (type) => isObjectType(type) && !/(Payload|Connection|Edge)$/.test(type.name),
  },
  { name: 'Interfaces and unions', holds: (type) => isInterfaceType(type) || isUnionType(type) },
  { name: 'Inputs', holds: (type) => isInputObjectType(type) },
  { name: 'Enums', holds: isEnumType },
  { name: 'Scalars', holds: isScalarType },
  { name: 'Payloads and pages', holds: () => true },
] satisfies { name: string; holds: (type: GraphQLNamedType) => boolean }[]

export function listReference(
  schema: GraphQLSchema,
  examples: readonly Example[],
): ReferencePage[] {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .sort((one, other) => one.name.localeCompare(other.name))
  const users = findUsers(types)
  const pages = types.map((type) => ({
    path: `/reference/${type.name}`,
    title: type.name,
    markdown: describeType(type, users.get(type.name) ?? [], examples),
  }))
  return [{ path: '/reference', title: 'Reference', markdown: describeAll(types) }, ...pages]
}

function describeAll(types: readonly GraphQLNamedType[]): string {
  const left = new Set(types)
  const parts = kinds.map(({ name, holds }) => {
    const members = [...left].filter(holds)
    for (const member of members) left.delete(member)
    return `## ${name}\n\n${members.map((type) => `- ${link(type)}: ${firstSentence(type)}`).join('\n')}`
  })
  const text =
    'Every type of the schema, made from it. [schema.graphql](/schema.graphql) is all of it as one file.'
  return `# Reference\n\n${text}\n\n${parts.join('\n\n')}\n`
}

function describeType(
  type: GraphQLNamedType,
  users: readonly GraphQLNamedType[],
  examples: readonly Example[],
): string {
  const parts = [`# ${type.name}`, type.description ?? '', ...describeMembers(type, examples)]
  if (users.length > 0) parts.push(`## Used by\n\n${users.map(link).join(' · ')}`)
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function describeMembers(type: GraphQLNamedType, examples: readonly Example[]): string[] {
  if (isEnumType(type))
    return type.getValues().map((value) => `## ${value.name}\n\n${value.description ?? ''}`)
  if (isUnionType(type)) return [`One of ${type.getTypes().map(link).join(', ')}.`]
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields())
    return fields.map((field) => describeField(type, field, examples))
  }
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(describeInputField)
  return []
}

function describeField(
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  examples: readonly Example[],
): string {
  const example = examples.find(({ fields }) => fields.includes(`${type.name}.${field.name}`))
  const parts = [
    `## ${field.name}`,
    `Gives ${linkedType(field.type)}${deprecation(field)}`,
    field.description ?? '',
    field.args.map(describeArgument).join('\n'),
  ]
  if (example && isOperation(type.name))
    parts.push(
      `\`\`\`graphql\n${example.query}\`\`\``,
      `[Try it in GraphiQL](${linkToGraphiql(example)})`,
    )
  return parts.filter((part) => part !== '').join('\n\n')
}

function describeInputField(field: GraphQLInputField): string {
  const head = `Takes ${linkedType(field.type)}${deprecation(field)}`
  return `## ${field.name}\n\n${head}\n\n${field.description ?? ''}`
}

function describeArgument(argument: GraphQLArgument): string {
  return `- \`${argument.name}\`, ${linkedType(argument.type)}: ${oneLine(argument.description)}`
}

function deprecation({
  deprecationReason,
}: {
  deprecationReason?: string | null | undefined
}): string {
  return deprecationReason ? `. Deprecated: ${deprecationReason}` : ''
}

function linkedType(type: { toString(): string } & GraphQLField<unknown, unknown>['type']): string
function linkedType(type: GraphQLInputField['type']): string
function linkedType(
  type: GraphQLInputField['type'] | GraphQLField<unknown, unknown>['type'],
): string {
  return `[\`${type}\`](/docs/reference/${getNamedType(type).name})`
}

function link({ name }: GraphQLNamedType): string {
  return `[${name}](/docs/reference/${name})`
}

function firstSentence({ description }: GraphQLNamedType): string {
  return oneLine(description).split(/(?<=\.) /)[0] ?? ''
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ')
}

function isOperation(name: string): boolean {
  return name === 'Query' || name === 'Mutation' || name === 'Subscription'
}

/** Which types have fields or arguments of each. */
function findUsers(types: readonly GraphQLNamedType[]): Map<string, GraphQLNamedType[]> {
  const users = new Map<string, GraphQLNamedType[]>()
  for (const type of types)
    for (const { name } of new Set(listUsed(type))) {
      if (name !== type.name) users.set(name, [...(users.get(name) ?? []), type])
    }
  return users
}

function listUsed(type: GraphQLNamedType): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()]
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => getNamedType(field.type))
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    getNamedType(field.type),
    ...field.args.map((argument) => getNamedType(argument.type)),
  ])
}
