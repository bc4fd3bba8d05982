import type { QueryResult } from 'kysely'
import type { Connection, PoolClient, Submittable } from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import { parseValue } from './value-parsers.ts'

export interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/**
 * Runs statements in one round trip and gives the result of the last one.
 *
 * They travel before one Sync, and PostgreSQL runs what stands before one Sync in one (implicit)
 * transaction, in order, and skips the rest after an error. So settings made local by the first
 * statements hold for the last one and end with it, also behind a pooler in transaction mode.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 *
 * @throws the database's own error (`pg.DatabaseError`) or a connection error
 */
export function runPipelined<Row>(
  client: PoolClient,
  statements: readonly [...before: Statement[], last: Statement],
): Promise<QueryResult<Row>> {
  return new Promise((resolve, reject) => {
    client.query(new PipelinedQuery<Row>(statements, resolve, reject))
  })
}

interface ColumnDescription {
  name: string
  dataTypeID: number
}

/** What `pg`'s client calls on a query that it was given; Neon's driver is built from the same code. */
class PipelinedQuery<Row> implements Submittable {
  readonly #statements: readonly Statement[]
  readonly #resolve: (result: QueryResult<Row>) => void
  readonly #reject: (error: Error) => void
  #completed = 0
  #columns: ColumnDescription[] = []
  #rows: Row[] = []
  #affectedRows: bigint | undefined

  constructor(
    statements: readonly Statement[],
    resolve: (result: QueryResult<Row>) => void,
    reject: (error: Error) => void,
  ) {
    this.#statements = statements
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Connection): void {
    const stream = connection.stream
    stream.cork?.()
    try {
      for (const [index, statement] of this.#statements.entries()) {
        connection.parse({ text: statement.sql, name: '', types: [] }, true)
        connection.bind(
          { values: [...statement.parameters], valueMapper: prepareValue } as never,
          true,
        )
        if (index === this.#statements.length - 1)
          connection.describe({ type: 'P', name: '' }, true)
        connection.execute({ portal: '', rows: '0' }, true)
      }
      connection.sync()
    } finally {
      stream.uncork?.()
    }
  }

  handleRowDescription(message: { fields: ColumnDescription[] }): void {
    this.#columns = message.fields
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    if (this.#completed < this.#statements.length - 1) return
    const row: Record<string, unknown> = {}
    for (const [index, column] of this.#columns.entries()) {
      const text = message.fields[index] ?? null
      row[column.name] = text === null ? null : parseValue(column.dataTypeID, text)
    }
    this.#rows.push(row as Row)
  }

  handleCommandComplete(message: { text: string }): void {
    this.#completed += 1
    const affected = /^(?:INSERT 0|UPDATE|DELETE|MERGE) (\d+)$/.exec(message.text)
    this.#affectedRows = affected?.[1] === undefined ? undefined : BigInt(affected[1])
  }

  handleEmptyQuery(): void {
    this.#completed += 1
  }

  handleError(error: Error): void {
    // The client forgets the query at its first error, so no ReadyForQuery will be reported here.
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    const affected = this.#affectedRows === undefined ? {} : { numAffectedRows: this.#affectedRows }
    this.#resolve({ rows: this.#rows, ...affected })
  }
}
