import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLType,
  isListType,
  isNonNullType,
} from 'graphql'
import type { Part, Selected } from './selection.ts'

// What travels is JSON; dates stay the texts that the API's description promises.
const scalars: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Date: 'string',
  DateOrDuration: 'string',
  DateTime: 'string',
  DateTimeOrDuration: 'string',
  Float: 'number',
  ID: 'string',
  Int: 'number',
  JSON: 'unknown',
  String: 'string',
  SyncCursor: 'string',
}

/** The name of what is asked of a type; undefined if it is written out. */
export type NamePart = (of: Part) => string | undefined

/** The type of an answer's part, with the lists and nulls of the field that it answers. */
export function printOutput(type: GraphQLType, of: Part, namePart: NamePart): string {
  const name = namePart(of)
  return wrap(type, () => {
    if (of.kind === 'leaf') return scalars[of.type.name] ?? of.type.name
    const written = of.kind === 'fields' ? printProperties(of.fields, namePart) : ''
    return name ?? `{ ${written} }`
  })
}

/** `id: string; title: string` */
export function printProperties(fields: readonly Selected[], namePart: NamePart): string {
  const print = ({ field, of }: Selected) =>
    `${field.name}: ${printOutput(field.type, of, namePart)}`
  return fields.map(print).join('; ')
}

/** A named object type, each field with its description. */
export function printObject(
  { name, description }: GraphQLObjectType,
  fields: readonly Selected[],
  namePart: NamePart,
): string {
  const lines = fields.map(
    ({ field, of }) =>
      `${printComment(field.description)}${field.name}: ${printOutput(field.type, of, namePart)}`,
  )
  return printType(name, description, lines)
}

/** Several object types, told apart by their `__typename`. */
export function printUnion(name: string, types: readonly GraphQLObjectType[]): string {
  const members = types.map((type) => `| ({ __typename: '${type.name}' } & ${type.name})`)
  return `export type ${name} =\n${indent(members)}\n`
}

/** The type of an input, or of the arguments of a query. */
export function printInput(
  name: string,
  about: string | null | undefined,
  fields: readonly (GraphQLInputField | GraphQLArgument)[],
): string {
  const lines = fields.map((field) => {
    const isRequired = isNonNullType(field.type) && field.defaultValue === undefined
    const type = printInputType(field.type)
    return `${printComment(field.description)}${field.name}${isRequired ? `: ${type}` : `?: ${type} | undefined`}`
  })
  return printType(name, about, lines)
}

/** `TasksArguments` */
export function nameArguments({ name }: { name: string }): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Arguments`
}

export function printEnum(type: GraphQLEnumType): string {
  const values = type
    .getValues()
    .map(({ name, description }) => `${printComment(description)}| '${name}'`)
  return `${printComment(type.description)}export type ${type.name} =\n${indent(values)}\n`
}

/** A comment with its line's end; nothing if there is nothing to say. */
export function printComment(text: string | null | undefined): string {
  if (!text) return ''
  const lines = text.replaceAll('*/', '* /').split('\n')
  if (lines.length === 1) return `/** ${lines[0]} */\n`
  return `/**\n${lines.map((line) => ` * ${line}`).join('\n')}\n */\n`
}

function printType(
  name: string,
  about: string | null | undefined,
  lines: readonly string[],
): string {
  return `${printComment(about)}export type ${name} = {\n${indent(lines)}\n}\n`
}

function indent(lines: readonly string[]): string {
  return lines.join('\n').replace(/^(?=.)/gm, '  ')
}

function printInputType(type: GraphQLType): string {
  return wrap(type, (named) => scalars[String(named)] ?? String(named))
}

function wrap(type: GraphQLType, print: (named: GraphQLType) => string): string {
  if (isNonNullType(type)) return wrapPresent(type.ofType, print)
  return `${wrapPresent(type, print)} | null`
}

function wrapPresent(type: GraphQLType, print: (named: GraphQLType) => string): string {
  if (!isListType(type)) return print(type)
  const item = wrap(type.ofType, print)
  return /[|&]/.test(item) ? `(${item})[]` : `${item}[]`
}
