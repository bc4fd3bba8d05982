import type { QueryResult } from 'kysely'
import { serialize } from 'pg-protocol'
import { requireWithin } from '../errors.ts'
import { writeParameter } from './pg-internals.ts'
import type { PreparedStatement, PreparedStatements } from './prepared-statements.ts'

export type Statement = {
  sql: string
  parameters: readonly unknown[]
}

/** What travels in one round trip; the result is that of the last one. */
export type Statements = readonly [...before: Statement[], last: Statement]

/** Runs one statement, whatever travels before it. */
export type RunStatement = (statement: Statement) => Promise<QueryResult<unknown>>

/**
 * All messages of a group of statements, including its Sync, and what is known about the last one. Whatever
 * can throw does so here, before a connection gets any of it: half a group would be answered together with
 * the next group, which may be another person's.
 *
 * @param prepared what is prepared on the connection it will go to
 * @throws AppError `LIMIT_EXCEEDED` for more values than a statement can have, and whatever a value
 * throws while it is turned into text
 */
export function writeGroup(
  statements: Statements,
  prepared: PreparedStatements | undefined,
): { bytes: Buffer; last: PreparedStatement } {
  const values = statements.map((statement) => writeValues(statement.parameters))
  const messages: Buffer[] = []
  let last: PreparedStatement = unnamed
  for (const [index, { sql }] of statements.entries()) {
    const preparation = prepared?.take(sql)
    last = preparation?.statement ?? { ...unnamed }
    const { name } = last
    if (!preparation?.isParsed) {
      for (const old of preparation?.close ?? [])
        messages.push(serialize.close({ type: 'S', name: old }))
      messages.push(serialize.parse({ text: sql, name }))
    }
    messages.push(serialize.bind({ statement: name, values: values[index] as never[] }))
    if (index === statements.length - 1 && !last.columns)
      messages.push(serialize.describe({ type: 'P' }))
    messages.push(serialize.execute())
  }
  messages.push(serialize.sync())
  return { bytes: Buffer.concat(messages), last }
}

const unnamed: PreparedStatement = { name: '' }

function writeValues(parameters: readonly unknown[]): (string | Buffer | null)[] {
  // What the protocol can't count it takes for something else.
  requireWithin('statementValues', parameters.length)
  return parameters.map((value) => {
    const written = writeParameter(value)
    if (written === null || typeof written === 'string' || written instanceof Buffer) return written
    throw new TypeError(
      `A value was expected to become text for the database, not ${typeof written}`,
    )
  })
}
