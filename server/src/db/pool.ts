import { Pool as NeonPool, neonConfig } from '@neondatabase/serverless'
import pg from 'pg'
import { NeonWebSocket } from './neon-web-socket.ts'

export interface PoolSettings {
  maxConnections: number
  connectTimeoutSeconds: number
  idleTimeoutSeconds: number
}

/** A pool of `pg`, or Neon's, which has the same shape. */
export type PostgresPool = pg.Pool

/**
 * Neon's hosts are reached through its serverless driver (WebSocket, so it also works where only
 * HTTPS goes out), every other one through `pg`.
 */
export function openPool(url: string, settings: PoolSettings): PostgresPool {
  const options: pg.PoolConfig = {
    connectionString: url,
    max: settings.maxConnections,
    connectionTimeoutMillis: settings.connectTimeoutSeconds * 1000,
    idleTimeoutMillis: settings.idleTimeoutSeconds * 1000,
    application_name: 'tend',
  }
  const pool = isNeon(url) ? openNeonPool(options) : new pg.Pool(options)
  // A connection that breaks while it idles is simply replaced; unhandled, it would end the process.
  pool.on('error', () => {})
  return pool
}

export function isNeon(url: string): boolean {
  return new URL(url).hostname.endsWith('.neon.tech')
}

function openNeonPool(options: pg.PoolConfig): PostgresPool {
  neonConfig.webSocketConstructor ??= NeonWebSocket
  return new NeonPool(options) as unknown as PostgresPool
}
