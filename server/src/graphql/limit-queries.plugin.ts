import { type DocumentNode, type GraphQLSchema, getOperationAST, parse, Source } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { QueryLimits } from '../domain/limits.ts'
import { AppError } from '../errors.ts'
import type { RequestContext } from './context.ts'
import type { Variables } from './cost-value.ts'
import { prepareCost } from './query-cost.ts'
import { findExcessOfTokens, measureShape, type QueryShape } from './query-shape.ts'

// What a client writes has a dozen; the parser and the validation call themselves for each.
const MAX_NESTING = 64

const words: Record<keyof QueryShape, string> = {
  depth: 'levels of fields',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
  rootFields: 'fields at its root',
}

/**
 * Refuses an operation that is too large before it is parsed, validated or run, whichever tells it
 * first, and charges what it costs to the person's budget. What a document is found to be is kept
 * with it, so the same one is looked at once; its cost is a sum that only waits for the variables.
 */
export function limitQueries(limits: QueryLimits): Plugin<RequestContext> {
  const costs = new WeakMap<DocumentNode, Map<string, (variables: Variables) => number>>()

  function parseWithinLimits(text: string | Source): DocumentNode {
    const source = typeof text === 'string' ? new Source(text) : text
    const excess = findExcessOfTokens(source, { tokens: limits.tokens, nesting: MAX_NESTING })
    if (excess === 'tokens') throw tooComplex(`more than ${count(limits.tokens)} tokens`)
    if (excess === 'nesting') throw tooComplex(`brackets nested deeper than ${MAX_NESTING}`)
    const document = parse(source)
    const shape = measureShape(document)
    for (const [name, noun] of Object.entries(words) as [keyof QueryShape, string][])
      if (shape[name] > limits[name])
        throw tooComplex(`${count(shape[name])} ${noun}; ${count(limits[name])} are allowed`)
    return document
  }

  function findCost(
    schema: GraphQLSchema,
    document: DocumentNode,
    operationName: string | null | undefined,
  ) {
    const key = operationName ?? ''
    const known = costs.get(document) ?? new Map()
    costs.set(document, known)
    const operation = known.has(key) ? undefined : getOperationAST(document, operationName)
    if (operation) known.set(key, prepareCost(schema, document, operation))
    return known.get(key)
  }

  /** Gives the error when the operation may not run. An operation that isn't there is told later. */
  function charge(args: ChargedArgs): AppError | undefined {
    const cost = findCost(
      args.schema,
      args.document,
      args.operationName,
    )?.(args.variableValues ?? {})
    if (cost === undefined) return undefined
    if (cost > limits.cost)
      return tooComplex(
        `a cost of ${count(cost)}; ${count(limits.cost)} are allowed. Ask for smaller pages or for fewer things at once`,
      )
    try {
      args.contextValue.budget.spend(cost)
      return undefined
    } catch (error) {
      if (error instanceof AppError) return error
      throw error
    }
  }

  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithinLimits)
    },
    onExecute({ args, setResultAndStopExecution }) {
      const error = charge(args as ChargedArgs)
      if (error) setResultAndStopExecution({ errors: [error as never] })
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const error = charge(args as ChargedArgs)
      if (error) setResultAndStopExecution({ errors: [error as never] })
    },
  }
}

interface ChargedArgs {
  schema: GraphQLSchema
  document: DocumentNode
  operationName?: string | null
  variableValues?: Variables
  contextValue: RequestContext
}

function tooComplex(found: string): AppError {
  return new AppError('QUERY_TOO_COMPLEX', `The operation has ${found}.`)
}

function count(value: number): string {
  return value.toLocaleString('en')
}
