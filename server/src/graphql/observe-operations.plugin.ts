import { type DocumentNode, getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { OperationFacts } from '../telemetry/request-facts.ts'
import type { Tracing } from '../telemetry/tracing.ts'
import type { RequestContext } from './context.ts'

// A name may be as long as a document.
const maxNameLength = 100

/** Records the kind and name of the operation that runs, and gives it a span of its own. */
export function observeOperations(tracing: Tracing): Plugin<RequestContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = noteOperation(args as ObservedArgs)
      if (operation)
        setExecuteFn((args) => tracing.traceOperation(operation, () => executeFn(args)))
    },
    onSubscribe({ args }) {
      noteOperation(args as ObservedArgs)
    },
  }
}

type ObservedArgs = {
  document: DocumentNode
  operationName?: string | null
  contextValue: RequestContext
}

function noteOperation({ document, operationName, contextValue }: ObservedArgs) {
  const node = getOperationAST(document, operationName)
  if (!node) return undefined
  const name = node.name?.value.slice(0, maxNameLength)
  const operation: OperationFacts = { kind: node.operation, ...(name && { name }) }
  contextValue.facts.operation = operation
  return operation
}
