import type { QueryResult } from 'kysely'
import type { Connection, PoolClient, Submittable } from 'pg'
import type { Meter } from './meter.ts'
import { InternalQuery } from './pg-internals.ts'
import {
  type Column,
  findPreparedStatements,
  type PreparedStatement,
  type PreparedStatements,
} from './prepared-statements.ts'
import { type Statements, writeGroup } from './statement-group.ts'
import { parserOf } from './value-parsers.ts'

/**
 * Runs statements in one round trip and gives the result of the last one.
 *
 * They are sent before one Sync, and PostgreSQL runs everything before one Sync in one (implicit) transaction,
 * in order, and skips the rest after an error. So local settings of the first statements apply to the last one
 * and end with it, even behind a pooler in transaction mode.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 *
 * @throws the database's own error (`pg.DatabaseError`), a connection error, or what `writeGroup` throws;
 * of the last nothing has been sent then
 */
export function runPipelined<Row>(
  client: PoolClient,
  statements: Statements,
  meter?: Meter,
): Promise<QueryResult<Row>> {
  return new Promise((resolve, reject) => {
    client.query(new PipelinedQuery<Row>(statements, meter, resolve, reject))
  })
}

type ColumnDescription = {
  name: string
  dataTypeID: number
}

/** The methods that `pg`'s client calls on a query. */
class PipelinedQuery<Row> extends InternalQuery implements Submittable {
  readonly #statements: Statements
  readonly #meter: Meter | undefined
  readonly #resolve: (result: QueryResult<Row>) => void
  readonly #reject: (error: Error) => void
  #completed = 0
  #prepared: PreparedStatements | undefined
  #last: PreparedStatement | undefined
  #columns: readonly Column[] = []
  #rows: Row[] = []
  /** What kept a row from being read. */
  #unreadable: Error | undefined
  #affectedRows: bigint | undefined

  constructor(
    statements: Statements,
    meter: Meter | undefined,
    resolve: (result: QueryResult<Row>) => void,
    reject: (error: Error) => void,
  ) {
    super({ text: '' })
    this.#statements = statements
    this.#meter = meter
    this.#resolve = resolve
    this.#reject = reject
  }

  /** Returns the error, as `pg` expects: if it were thrown, the connection would wait forever. */
  submit(connection: Connection): Error | undefined {
    this.#prepared = findPreparedStatements(connection)
    try {
      const { bytes, last } = writeGroup(this.#statements, this.#prepared)
      this.#last = last
      this.#columns = last.columns ?? []
      if (connection.stream.writable) connection.stream.write(bytes)
      return undefined
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
  }

  handleRowDescription(message: { fields: ColumnDescription[] }): void {
    this.#columns = message.fields.map(({ name, dataTypeID }) => ({
      name,
      parse: parserOf(dataTypeID),
    }))
    if (this.#last) this.#last.columns = this.#columns
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    if (this.#completed < this.#statements.length - 1 || this.#unreadable) return
    try {
      this.#meter?.read(lengthOf(message.fields))
      this.#rows.push(this.#readRow(message.fields))
    } catch (error) {
      this.#rows = []
      // If it were thrown here, it would end the process and everybody's requests.
      this.#unreadable = error instanceof Error ? error : new Error(String(error))
    }
  }

  #readRow(fields: readonly (string | null)[]): Row {
    const row: Record<string, unknown> = {}
    for (const [index, { name, parse }] of this.#columns.entries()) {
      const text = fields[index] ?? null
      row[name] = text === null ? null : parse(text)
    }
    return row as Row
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
    // New statements may not have been parsed, and an existing one may not fit a changed table.
    for (const { sql } of this.#statements) this.#prepared?.forget(sql)
    // The client forgets the query at its first error, so no ReadyForQuery will be reported here.
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    const affected = this.#affectedRows === undefined ? {} : { numAffectedRows: this.#affectedRows }
    if (this.#unreadable) this.#reject(this.#unreadable)
    else this.#resolve({ rows: this.#rows, ...affected })
  }
}

function lengthOf(fields: readonly (string | null)[]): number {
  let length = 0
  for (const field of fields) length += field?.length ?? 0
  return length
}
