import { Pool as NeonPool, neonConfig } from '@neondatabase/serverless'
import pg from 'pg'
import { NeonWebSocket } from './neon-web-socket.ts'
import { streamOf } from './pg-internals.ts'
import { prepareStatements } from './prepared-statements.ts'

export type PoolSettings = {
  maxConnections: number
  connectTimeoutSeconds: number
  idleTimeoutSeconds: number
  /**
   * A connection without any traffic for so long is closed. It must be longer than any statement, because
   * it is only meant for a network that drops everything, which TCP notices after many minutes.
   * Undefined: never.
   */
  silenceSeconds?: number
  /** Whether several queries may be under way on a connection at once, and be prepared there. */
  isPipelined?: boolean
  /** What connects in place of `pg`'s own client. */
  Client?: new (
    config: pg.ClientConfig,
  ) => pg.Client
}

/** A pool of `pg`, or Neon's, which has the same shape. */
export type PostgresPool = pg.Pool

/**
 * Neon's hosts are reached through its serverless driver (WebSocket, so it also works where only
 * HTTPS goes out), every other one through `pg`.
 */
export function openPool(url: string, settings: PoolSettings): PostgresPool {
  const options: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: url,
    max: settings.maxConnections,
    connectionTimeoutMillis: settings.connectTimeoutSeconds * 1000,
    idleTimeoutMillis: settings.idleTimeoutSeconds * 1000,
    application_name: 'tend',
    pipeline: settings.isPipelined ?? false,
    ...(settings.Client && { Client: settings.Client as never }),
  }
  const pool = isNeon(url) ? openNeonPool(options) : new pg.Pool(options)
  // A connection that breaks while it idles is simply replaced; unhandled, it would end the process.
  pool.on('error', () => {})
  const { silenceSeconds, isPipelined = false } = settings
  pool.on('connect', (client) => {
    // So is one that breaks while it is lent out and no statement is running that could fail.
    client.on('error', () => {})
    if (silenceSeconds !== undefined) closeWhenSilent(client, silenceSeconds)
    if (isPipelined) prepareStatements(client).catch(() => {})
  })
  return pool
}

function closeWhenSilent(client: pg.PoolClient, seconds: number): void {
  const stream = streamOf(client)
  // Neon's stream is a WebSocket behind a substitute for a socket, which doesn't have this.
  stream.setTimeout?.(seconds * 1000, () => {
    const error = new Error(`The database has said nothing for ${seconds} seconds`)
    stream.destroy(Object.assign(error, { code: 'ETIMEDOUT' }))
  })
}

export function isNeon(url: string): boolean {
  return new URL(url).hostname.endsWith('.neon.tech')
}

function openNeonPool(options: pg.PoolConfig): PostgresPool {
  neonConfig.webSocketConstructor ??= NeonWebSocket
  return new NeonPool(options) as unknown as PostgresPool
}
