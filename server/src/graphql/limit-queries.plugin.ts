import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  parse,
  Source,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { QueryLimits } from '../domain/limits.ts'
import { AppError } from '../errors.ts'
import type { RequestContext } from './context.ts'
import { evaluate, type Variables } from './cost-value.ts'
import { format, tokensPerPoint, tooComplex } from './operation-work.ts'
import { type OperationCost, prepareCost } from './query-cost.ts'
import { countMeetings, countTokens, measureShape, type QueryShape } from './query-shape.ts'
import { listSelfHolding, refuseManyObjects } from './self-holding-inputs.ts'

// Usual operations have a dozen levels; the parser and the validation recurse for each.
const maxNesting = 64
/** Comparing so many fields takes some ten milliseconds. Twenty fragments with the same ten fields have 2,000. */
const maxMeetings = 20_000

const words: Record<keyof QueryShape, string> = {
  depth: 'levels of fields',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
  rootFields: 'fields at its root',
}

/**
 * Refuses an operation that is too large before it is parsed, validated or run, at the first step
 * that shows it, and charges its cost to the person's budget. The results are cached with the
 * document, so that it is examined once; the cached cost only needs the variables.
 */
export function limitQueries(limits: QueryLimits): Plugin<RequestContext> {
  const costs = new WeakMap<DocumentNode, Map<string, KnownOperation>>()

  function parseWithinLimits(text: string | Source, { work }: RequestContext): DocumentNode {
    const source = typeof text === 'string' ? new Source(text) : text
    const tokens = countTokens(source, { tokens: limits.tokens, nesting: maxNesting })
    if (tokens === 'tokens') throw tooComplex(`more than ${format(limits.tokens)} tokens.`)
    if (tokens === 'nesting') throw tooComplex(`brackets nested deeper than ${maxNesting}.`)
    // This comes after counting, because what is thrown here is cached as a fault of the document.
    work.charge(Math.floor(tokens / tokensPerPoint))
    const document = parse(source)
    const shape = measureShape(document)
    for (const [name, noun] of Object.entries(words) as [keyof QueryShape, string][])
      if (shape[name] > limits[name])
        throw tooComplex(`${format(shape[name])} ${noun}; ${format(limits[name])} are allowed.`)
    if (countMeetings(document, maxMeetings) > maxMeetings)
      throw tooComplex(
        `the same fields in the same selections so often that comparing them takes more than ${format(maxMeetings)} steps. Ask for each once.`,
      )
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
    if (operation)
      known.set(key, {
        ...prepareCost(schema, document, operation),
        selfHolding: listSelfHolding(schema, operation),
      })
    return known.get(key)
  }

  /**
   * Returns the answer that replaces running it: the error when it may not run, or the estimate for a
   * dry run. A missing operation is reported later.
   */
  function charge(args: ChargedArgs): AppError | Estimate | undefined {
    const { work, plain } = args.contextValue
    const variables = args.variableValues ?? {}
    const known = findCost(args.schema, args.document, args.operationName)
    if (!known) return undefined
    // This comes before anything that takes longer with each object.
    const tooMany = refuseManyObjects(known.selfHolding, variables)
    if (tooMany) return tooMany
    const cost = evaluate(known.estimated, variables)
    if (cost > limits.cost)
      return tooComplex(
        `a cost of ${format(cost)}; ${format(limits.cost)} are allowed. Ask for smaller pages or for fewer things at once.`,
      )
    if (plain?.isDryRun) return { cost: { estimated: cost, allowed: limits.cost } }
    try {
      work.reserve(cost)
    } catch (error) {
      if (error instanceof AppError) return error
      throw error
    }
    work.begin(evaluate(known.least, variables), limits.cost)
    return undefined
  }

  return {
    onParse({ context, setParseFn }) {
      setParseFn((text) => parseWithinLimits(text, context))
    },
    onExecute({ args, setResultAndStopExecution }) {
      const answer = charge(args as ChargedArgs)
      if (answer) setResultAndStopExecution(toResult(answer))
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const answer = charge(args as ChargedArgs)
      if (answer) setResultAndStopExecution(toResult(answer))
    },
  }
}

function toResult(answer: AppError | Estimate): ExecutionResult {
  if (answer instanceof AppError) return { errors: [answer as never] }
  return { data: null, extensions: { ...answer } }
}

/** In points. */
type Estimate = {
  cost: { estimated: number; allowed: number }
}

interface KnownOperation extends OperationCost {
  selfHolding: readonly string[]
}

type ChargedArgs = {
  schema: GraphQLSchema
  document: DocumentNode
  operationName?: string | null
  variableValues?: Variables
  contextValue: RequestContext
}
