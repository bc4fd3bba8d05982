import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import pg, { type Connection } from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

// Everything of `pg` that we rely on but its types don't have, in one file, as read from the version
// below; a test compares it with the installed one. Neon's driver is built from the same code. Before an
// update: read lib/client.js, lib/query.js, lib/connection.js and lib/utils.js of the new one.

export const readPgVersion = '8.23.1'

type ClientInternals = {
  connection: Connection & { stream: Partial<Socket> & Duplex }
  /** The process of the server that answered first. */
  processID: number
}

/** The stream of a client: its socket, or Neon's substitute for one, which can do less. */
export function streamOf(client: pg.ClientBase): Partial<Socket> & Duplex {
  return internalsOf(client).connection.stream
}

/** A client's connection, which queries get too, and the server process that it names. */
export function internalsOf(client: pg.ClientBase): ClientInternals {
  return client as unknown as ClientInternals
}

/** A parameter as the text (or bytes) that PostgreSQL reads; arrays become array literals. */
export function writeParameter(value: unknown): string | Buffer | null {
  return prepareValue(value) ?? null
}

/**
 * A query that a pipelined connection takes: only `pg`'s own are, so ours derive from it and do
 * everything it does themselves (`submit` and the handlers).
 */
export const InternalQuery = pg.Query as unknown as new (config: { text: string }) => object

/** The handlers that `pg`'s client calls for the server's messages. */
type ClientHandlers = {
  connection: { stream: { destroy(error: Error): void } }
  /** Set to null when the server's signature was valid. */
  saslSession: object | null
  _handleAuthSASLFinal(message: unknown): void
  _handleReadyForQuery(message: unknown): void
}

/** A client whose handlers can be overridden, including those for plain and MD5 passwords. */
export const InternalClient = pg.Client as unknown as new (
  config: pg.ClientConfig,
) => pg.Client & ClientHandlers
