import { createHash } from 'node:crypto'
import type { Connection, PoolClient } from 'pg'
import { internalsOf } from './pg-internals.ts'

// PostgreSQL keeps the plans of each in the memory of the connection's process.
const mostOfAConnection = 100

export type PreparedStatement = {
  name: string
  /** The columns of its rows, once they have been described: they can't change. */
  columns?: readonly Column[]
}

export type Column = {
  name: string
  parse(text: string): unknown
}

/** What a statement needs to run: it is prepared, or has to be parsed after closing others. */
export type Preparation =
  | { statement: PreparedStatement; isParsed: true }
  | { statement: PreparedStatement; isParsed: false; close: readonly string[] }

/**
 * The most recently used statements that are prepared on one connection. A name is a hash of the text, so that
 * a name can never mean another statement.
 */
export class PreparedStatements {
  readonly #parsed = new Map<string, PreparedStatement>()

  /** The statement with this text, which counts as prepared from now on, unless it is forgotten. */
  take(sql: string): Preparation {
    const known = this.#parsed.get(sql)
    if (known) {
      // A map keeps the order of insertion, so its first key is the least recently used.
      this.#parsed.delete(sql)
      this.#parsed.set(sql, known)
      return { statement: known, isParsed: true }
    }
    const statement: PreparedStatement = { name: nameOf(sql) }
    // It may exist from a failed attempt; closing one that doesn't is no error.
    const close = [statement.name]
    const oldest = this.#parsed.entries().next().value
    if (oldest && this.#parsed.size >= mostOfAConnection) {
      this.#parsed.delete(oldest[0])
      close.push(oldest[1].name)
    }
    this.#parsed.set(sql, statement)
    return { statement, isParsed: false, close }
  }

  forget(sql: string): void {
    this.#parsed.delete(sql)
  }
}

function nameOf(sql: string): string {
  return createHash('sha256').update(sql).digest('base64url').slice(0, 32)
}

const ofConnections = new WeakMap<Connection, PreparedStatements>()

/**
 * Lets statements be prepared on a new connection, once it is known that they stay there: through a
 * pooler in transaction mode another process of the server than the one that it names may answer.
 */
export async function prepareStatements(client: PoolClient): Promise<void> {
  const { connection, processID } = internalsOf(client)
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  if (rows[0]?.pid === processID) ofConnections.set(connection, new PreparedStatements())
}

/** What is prepared on a connection; undefined when nothing is to be. */
export function findPreparedStatements(connection: Connection): PreparedStatements | undefined {
  return ofConnections.get(connection)
}
