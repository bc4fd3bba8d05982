import type { QueryResult } from 'kysely'
import pg, { type Connection, type PoolClient, type Submittable } from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import {
  type Column,
  findPreparedStatements,
  type PreparedStatement,
  type PreparedStatements,
} from './prepared-statements.ts'
import { parserOf } from './value-parsers.ts'

export interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/** What travels in one round trip; the result is that of the last one. */
export type Statements = readonly [...before: Statement[], last: Statement]

/** Runs one statement, whatever travels before it. */
export type RunStatement = (statement: Statement) => Promise<QueryResult<unknown>>

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
  statements: Statements,
): Promise<QueryResult<Row>> {
  return new Promise((resolve, reject) => {
    client.query(new PipelinedQuery<Row>(statements, resolve, reject))
  })
}

const unnamed: PreparedStatement = { name: '' }

interface ColumnDescription {
  name: string
  dataTypeID: number
}

// Only its own queries are taken on a pipelined connection of `pg`. All they do is done anew below.
const Query = pg.Query as unknown as new (config: { text: string }) => object

/** What `pg`'s client calls on a query that it was given; Neon's driver is built from the same code. */
class PipelinedQuery<Row> extends Query implements Submittable {
  readonly #statements: readonly Statement[]
  readonly #resolve: (result: QueryResult<Row>) => void
  readonly #reject: (error: Error) => void
  #completed = 0
  #prepared: PreparedStatements | undefined
  #last: PreparedStatement = unnamed
  #columns: readonly Column[] = []
  #rows: Row[] = []
  #affectedRows: bigint | undefined

  constructor(
    statements: readonly Statement[],
    resolve: (result: QueryResult<Row>) => void,
    reject: (error: Error) => void,
  ) {
    super({ text: '' })
    this.#statements = statements
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Connection): void {
    const stream = connection.stream
    this.#prepared = findPreparedStatements(connection)
    stream.cork?.()
    try {
      for (const statement of this.#statements) {
        const { name } = this.#prepare(connection, statement.sql)
        connection.bind(
          {
            statement: name,
            values: [...statement.parameters],
            valueMapper: prepareValue,
          } as never,
          true,
        )
        if (statement === this.#statements.at(-1) && !this.#last.columns)
          connection.describe({ type: 'P', name: '' }, true)
        connection.execute({ portal: '', rows: '0' }, true)
      }
      connection.sync()
    } finally {
      stream.uncork?.()
    }
  }

  #prepare(connection: Connection, sql: string): PreparedStatement {
    const preparation = this.#prepared?.take(sql)
    const statement = preparation?.statement ?? { ...unnamed }
    this.#last = statement
    this.#columns = statement.columns ?? []
    if (preparation?.isParsed) return statement
    for (const name of preparation?.close ?? []) connection.close({ type: 'S', name }, true)
    connection.parse({ text: sql, name: statement.name, types: [] }, true)
    return statement
  }

  handleRowDescription(message: { fields: ColumnDescription[] }): void {
    this.#columns = message.fields.map(({ name, dataTypeID }) => ({
      name,
      parse: parserOf(dataTypeID),
    }))
    this.#last.columns = this.#columns
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    if (this.#completed < this.#statements.length - 1) return
    const { fields } = message
    const row: Record<string, unknown> = {}
    for (const [index, { name, parse }] of this.#columns.entries()) {
      const text = fields[index] ?? null
      row[name] = text === null ? null : parse(text)
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
    // Those that were to be parsed may not be there, and one that is may not fit a changed table.
    for (const { sql } of this.#statements) this.#prepared?.forget(sql)
    // The client forgets the query at its first error, so no ReadyForQuery will be reported here.
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    const affected = this.#affectedRows === undefined ? {} : { numAffectedRows: this.#affectedRows }
    this.#resolve({ rows: this.#rows, ...affected })
  }
}
