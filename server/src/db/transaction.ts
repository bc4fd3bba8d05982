import type { RunStatement, Statement, Statements } from './statement-group.ts'

export const beginStatement: Statement = { sql: 'begin', parameters: [] }
export const beginSnapshot: Statement = {
  sql: 'begin isolation level repeatable read read only',
  parameters: [],
}
const commit: Statement = { sql: 'commit', parameters: [] }
const rollbackStatement: Statement = { sql: 'rollback', parameters: [] }

/**
 * Runs work in one transaction, which is rolled back when it throws or one of its statements fails.
 * The opening is sent with the first statement, and costs no extra round trip.
 *
 * @param send one round trip on the connection that the transaction has for itself
 */
export async function runTransaction<T>(
  opening: readonly Statement[],
  send: (statements: Statements) => ReturnType<RunStatement>,
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  let before = opening
  let failure: unknown
  const run: RunStatement = (statement) => {
    const statements = [...before, statement] as const
    before = []
    return send(statements).catch((error: unknown) => {
      failure ??= error
      throw error
    })
  }
  try {
    const result = await work(run)
    // After a failed statement PostgreSQL answers commit with a quiet rollback.
    if (failure !== undefined) throw failure
    if (before.length === 0) await send([commit])
    return result
  } catch (error) {
    // When the connection itself broke, the server has rolled back, and the first error counts.
    if (before.length === 0) await send([rollbackStatement]).catch(() => {})
    throw error
  }
}
