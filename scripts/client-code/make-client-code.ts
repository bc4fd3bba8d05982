import { type GraphQLSchema, getNamedType } from 'graphql'
import { collectTypes } from './collect-types.ts'
import { printMutation, printQuery, printSubscription } from './print-operations.ts'
import { nameConstant, printFields } from './print-selection.ts'
import { createSelector } from './selection.ts'

const head = '// Made from schema.graphql by `npm run codegen`.\n'
const imports = `import type { CallOptions, TendClient } from '../client.ts'
import type * as types from './types.ts'
`

/** The files of the client that follow from the schema, by their paths from the root of the repository. */
export function makeClientCode(schema: GraphQLSchema): Map<string, string> {
  const selector = createSelector(schema)
  const types = collectTypes(selector)
  const functions: string[] = []
  const prints = { query: printQuery, mutation: printMutation, subscription: printSubscription }
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }
  for (const operation of ['query', 'mutation', 'subscription'] as const) {
    for (const field of Object.values(roots[operation]?.getFields() ?? {})) {
      if (field.deprecationReason != null) continue
      const of = selector.ofRoot(field.type, operation === 'mutation')
      for (const argument of field.args) types.addInput(getNamedType(argument.type))
      if (operation === 'query') types.addArguments(field)
      // A mutation's payload is null only beside an error, and that is thrown.
      const type = types.nameOutput(field.type, of)
      const result = operation === 'mutation' ? type.replace(/ \| null$/, '') : type
      const qualified = result.replace(/\b[A-Z]\w*/g, (name) => `types.${name}`)
      functions.push(prints[operation](field, of, qualified))
    }
  }
  const constants = types
    .listWhole()
    .map((type) => `const ${nameConstant(type)} =\n  '${printFields(selector.ofWhole(type))}'\n`)
  return new Map([
    ['client/src/generated/types.ts', [head, ...types.list()].join('\n')],
    [
      'client/src/generated/operations.ts',
      [`${head}${imports}`, ...constants, ...functions].join('\n'),
    ],
  ])
}
