import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
} from 'graphql'
import {
  nameArguments,
  printEnum,
  printInput,
  printObject,
  printOutput,
  printProperties,
  printUnion,
} from './print-types.ts'
import type { Part, Selector } from './selection.ts'

/**
 * Collects the types that functions give and take. What is asked of a type has its name; where something else is
 * asked of it than before, and where only an id is, that is written out.
 */
export function collectTypes(selector: Selector) {
  const texts = new Map<string, string>()
  const properties = new Map<string, string>()
  const whole = new Map<string, GraphQLObjectType>()

  function nameOutput(type: GraphQLOutputType, of: Part): string {
    return printOutput(type, of, namePart)
  }

  function namePart(of: Part): string | undefined {
    if (of.kind === 'leaf') {
      addInput(of.type)
      return undefined
    }
    if (of.kind === 'whole') {
      addWhole(of.type)
      return of.type.name
    }
    if (of.kind === 'any') {
      for (const type of of.types) addWhole(type)
      texts.set(of.name, printUnion(of.name, of.types))
      return of.name
    }
    const { name } = of.type
    if (of.fields.length === 1 && of.fields[0]?.field.name === 'id') return undefined
    const printed = printProperties(of.fields, namePart)
    if (!properties.has(name)) {
      properties.set(name, printed)
      texts.set(name, printObject(of.type, of.fields, namePart))
    }
    return properties.get(name) === printed ? name : undefined
  }

  function addWhole(type: GraphQLObjectType): void {
    if (whole.has(type.name)) return
    whole.set(type.name, type)
    texts.set(type.name, printObject(type, selector.ofWhole(type), namePart))
  }

  /** An input or enum, and what is in it. */
  function addInput(type: GraphQLNamedType): void {
    if (texts.has(type.name)) return
    if (isEnumType(type)) texts.set(type.name, printEnum(type))
    if (!isInputObjectType(type)) return
    // Inputs contain themselves.
    texts.set(type.name, '')
    const fields = Object.values(type.getFields())
    for (const field of fields) addInput(getNamedType(field.type))
    texts.set(type.name, printInput(type.name, type.description, fields))
  }

  function addArguments(field: GraphQLField<unknown, unknown>): void {
    if (field.args.length === 0) return
    const name = nameArguments(field)
    texts.set(name, printInput(name, `What \`${field.name}\` takes.`, field.args))
  }

  return {
    nameOutput,
    addInput,
    addArguments,
    list: () => sortByName(texts),
    listWhole: () => sortByName(whole),
  }
}

function sortByName<Value>(values: ReadonlyMap<string, Value>): Value[] {
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}
