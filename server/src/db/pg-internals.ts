import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import pg, { type Connection } from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

// Everything of `pg` that its types don't tell and we rely on, in one place, as read from the version
// below; a test compares it with the one that is installed. Neon's driver is built from the same code.
// Before it is raised: read lib/client.js, lib/query.js, lib/connection.js and lib/utils.js of the new one.

export const readPgVersion = '8.23.1'

type ClientInternals = {
  connection: Connection & { stream: Partial<Socket> & Duplex }
  /** The process of the server that answered first. */
  processID: number
}

/** What a client talks over: its socket, or Neon's likeness of one, which can do less. */
export function streamOf(client: pg.ClientBase): Partial<Socket> & Duplex {
  return internalsOf(client).connection.stream
}

/** A client's connection, which queries are given too, and which process of the server it names. */
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

/** What `pg`'s client calls when the server's messages come. */
type ClientHandlers = {
  connection: { stream: { destroy(error: Error): void } }
  /** Let go of when the server's signature was the right one. */
  saslSession: object | null
  _handleAuthSASLFinal(message: unknown): void
  _handleReadyForQuery(message: unknown): void
}

/** A client whose handlers can be overridden; those of passwords in clear and of MD5 too. */
export const InternalClient = pg.Client as unknown as new (
  config: pg.ClientConfig,
) => pg.Client & ClientHandlers
