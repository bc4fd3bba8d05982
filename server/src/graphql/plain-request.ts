/** An operation in the form that nearly every client sends. */
export type PlainRequest = {
  query: string
  variables: Record<string, unknown> | null | undefined
  operationName: string | null | undefined
  /** Only its cost is requested: `{"extensions": {"dryRun": true}}`. */
  isDryRun: boolean
}

const parameters = new Set(['query', 'variables', 'operationName', 'extensions'])

/** Reads a JSON body; undefined when it has anything unusual that Yoga should handle. */
export function readPlainRequest(body: string): PlainRequest | undefined {
  const value = parse(body)
  if (!isObject(value)) return undefined
  const { query, variables, operationName, extensions } = value
  const isPlain =
    typeof query === 'string' &&
    (variables == null || isObject(variables)) &&
    (operationName == null || typeof operationName === 'string') &&
    (extensions == null || isObject(extensions)) &&
    Object.keys(value).every((name) => parameters.has(name))
  if (!isPlain) return undefined
  return { query, variables, operationName, isDryRun: extensions?.dryRun === true }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
