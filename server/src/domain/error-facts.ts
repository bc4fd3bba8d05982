// What a line of the log may say about an error. An error can contain anything: the query it failed in, the
// values that were bound, a row that was refused, a piece of a text that couldn't be read. So only what is
// named here is logged.

/** What the log holds of an error. */
export type ErrorFacts = {
  type: string
  message?: string
  /** Where it was thrown: functions, files and lines. */
  stack?: string[]
  cause?: ErrorFacts
  errors?: ErrorFacts[]
  [property: string]: unknown
}

/**
 * Of PostgreSQL: names from the schema and the server's own source, never `detail`, `where`, `hint` or
 * its message, which quote values. Of Node: what a system call was for and how it failed.
 */
const safeProperties = [
  ...['code', 'severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine'],
  ...['errno', 'syscall', 'address', 'port', 'status'],
]
const safeValue = /^[\w.:-]{1,100}$/
const maxDepth = 4
const maxErrors = 10

/**
 * What may be logged of an error. Its message is included only if it is exactly an `Error`, whose words are
 * ours or a driver's about a connection: other kinds quote their input (`JSON.parse` a text, `Intl` a time
 * zone, graphql-js a value, PostgreSQL a column's).
 */
export function describeError(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error }
  const facts: ErrorFacts = { type: error.constructor.name }
  if (error.constructor === Error) facts.message = error.message
  for (const name of safeProperties) {
    const value = (error as unknown as Record<string, unknown>)[name]
    if (typeof value === 'number' || (typeof value === 'string' && safeValue.test(value)))
      facts[name] = value
  }
  const frames = listFrames(error)
  if (frames.length > 0) facts.stack = frames
  if (depth >= maxDepth) return facts
  if (error.cause !== undefined) facts.cause = describeError(error.cause, depth + 1)
  if (error instanceof AggregateError)
    facts.errors = error.errors.slice(0, maxErrors).map((one) => describeError(one, depth + 1))
  return facts
}

/** The frames of a stack, which begins with the message, and that may have lines of any kind. */
function listFrames({ stack, message }: Error): string[] {
  const text = typeof stack === 'string' ? stack : ''
  const at = message === '' ? -1 : text.indexOf(message)
  const rest = at < 0 ? text : text.slice(at + message.length)
  return rest.split('\n').flatMap((line) => frame.exec(line)?.[1] ?? [])
}

const frame =
  /^ {4}(at (?:async )?(?:(?:new )?[\w.$#<>]+ (?:\[as [\w.$#<>]+\] )?)?\(?(?:file:\/\/|node:|\/)[^\s()]+:\d+:\d+\)?)$/
