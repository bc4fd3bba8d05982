import type { GraphQLObjectType } from 'graphql'
import type { Part, Selected } from './selection.ts'

/** What follows a field in a document; what is whole stands in a constant, because many documents have it. */
export function printPart(part: Part): string {
  if (part.kind === 'leaf') return ''
  if (part.kind === 'whole') return ` { \${${nameConstant(part.type)}} }`
  if (part.kind === 'fields') return ` { ${printFields(part.fields)} }`
  const fragments = part.types.map((type) => `... on ${type.name} { \${${nameConstant(type)}} }`)
  return ` { __typename ${fragments.join(' ')} }`
}

export function printFields(fields: readonly Selected[]): string {
  return fields.map(({ field, of }) => `${field.name}${printPart(of)}`).join(' ')
}

/** `taskFields` */
export function nameConstant({ name }: GraphQLObjectType): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Fields`
}
