import { type GraphQLField, getNamedType, isInputObjectType } from 'graphql'
import { printPart } from './print-selection.ts'
import { nameArguments, printComment } from './print-types.ts'
import type { Part } from './selection.ts'

type Field = GraphQLField<unknown, unknown>

/** The function that sends a query. */
export function printQuery(field: Field, of: Part, result: string): string {
  const hasArguments = field.args.length > 0
  const usual = field.args.every((argument) => !String(argument.type).endsWith('!')) ? ' = {}' : ''
  const variables = hasArguments ? `variables: types.${nameArguments(field)}${usual}, ` : ''
  return printFunction(field, `${variables}options?: CallOptions`, result, [
    printDocument('query', toUpper(field.name), field, of),
    `return (await client.query<{ ${field.name}: ${result} }>(document, ${hasArguments ? '{ ...variables }' : '{}'}, options)).${field.name}`,
  ])
}

/** The function that carries out a mutation. A dry run has another answer, so it isn't one of its inputs. */
export function printMutation(field: Field, of: Part, result: string): string {
  const input = getNamedType(field.args[0]?.type)
  if (field.args.length !== 1 || !isInputObjectType(input))
    throw new Error(`${field.name} was expected to take one input, found ${field.args.join(', ')}`)
  const canTry = 'dryRun' in input.getFields()
  const type = canTry ? `Omit<types.${input.name}, 'dryRun'>` : `types.${input.name}`
  return printFunction(field, `input: ${type}, options?: CallOptions`, result, [
    printDocument('mutation', toUpper(field.name), field, of),
    `return (await client.mutate<{ ${field.name}: ${result} }>(document, { input }, options)).${field.name}`,
  ])
}

/** The function that follows a subscription. */
export function printSubscription(field: Field, of: Part, result: string): string {
  if (field.name !== 'changes') throw new Error(`Only changes can be followed, found ${field.name}`)
  const head = `export function followChanges(client: TendClient, since: string | null, options?: CallOptions): AsyncGenerator<${result}, void, void> {`
  const document = printDocument('subscription', 'FollowChanges', field, of)
  const lines = [document, `return client.follow<${result}>(document, since, options)`]
  return `${printComment(field.description)}${head}\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

function printFunction(
  field: Field,
  parameters: string,
  result: string,
  lines: readonly string[],
): string {
  const head = `export async function ${field.name}(client: TendClient, ${parameters}): Promise<${result}> {`
  return `${printComment(field.description)}${head}\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

function printDocument(kind: string, name: string, field: Field, of: Part): string {
  const declared = field.args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ')
  const given = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ')
  const [variables, call] = declared ? [`(${declared})`, `(${given})`] : ['', '']
  return `const document = \`${kind} ${name}${variables} { ${field.name}${call}${printPart(of)} }\``
}

function toUpper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
