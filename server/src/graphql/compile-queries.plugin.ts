import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isLeafType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { isPromise, type Plugin } from 'graphql-yoga'
import type { RequestContext } from './context.ts'

/** The compiled code of each document, by the names of its operations. */
export type QueriesByName = WeakMap<
  DocumentNode,
  Map<string, CompiledQuery | 'seen' | 'left alone'>
>

/**
 * Runs a query by compiled code from its second run on: compiling takes milliseconds, which isn't worth it
 * for a query that runs only once. The code is cached as long as the document.
 */
export function compileQueries(known: QueriesByName = new WeakMap()): Plugin<RequestContext> {
  function findCompiled(args: ExecutionArgs): CompiledQuery | undefined {
    // Callers choose the name: one that isn't in the document must not be cached with it.
    if (!getOperationAST(args.document, args.operationName)) return undefined
    const ofDocument = known.get(args.document) ?? new Map()
    known.set(args.document, ofDocument)
    const key = args.operationName ?? ''
    const found = ofDocument.get(key)
    if (found === undefined) ofDocument.set(key, 'seen')
    if (found === 'seen') ofDocument.set(key, compile(args) ?? 'left alone')
    const compiled = ofDocument.get(key)
    return typeof compiled === 'object' ? compiled : undefined
  }

  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const compiled = findCompiled(args as ExecutionArgs)
      if (!compiled) return
      setExecuteFn((args: ExecutionArgs) => {
        const { rootValue, contextValue, variableValues } = args
        const result = compiled.query(rootValue, contextValue, variableValues ?? {})
        // The variables were refused and nothing has run. graphql-js explains the reason better.
        return !isPromise(result) && result.data === undefined ? executeFn(args) : result
      })
    },
  }
}

function compile({ schema, document, operationName }: ExecutionArgs): CompiledQuery | undefined {
  const operation = getOperationAST(document, operationName)
  // After a failed mutation, it would run the next ones.
  if (operation?.operation !== 'query' || !hasPlainVariables(schema, operation)) return undefined
  const compiled = compileQuery(schema, document, operationName ?? undefined)
  return isCompiledQuery(compiled) ? compiled : undefined
}

/**
 * graphql-jit ignores defaults of input fields, and for a recursive input type, such as a filter, it would
 * generate code until there is no memory left.
 */
function hasPlainVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).every(({ type }) => {
    // The function has many overloads; each returns what its name says.
    const named = getNamedType(typeFromAST(schema, type as never))
    return isLeafType(named)
  })
}
