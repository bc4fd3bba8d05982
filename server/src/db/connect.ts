import { Kysely, PostgresDialect } from 'kysely'
import { type EmbeddedSettings, embeddedAddress } from './embedded/address.ts'
import { ProvenClient } from './embedded/proven-client.ts'
import { openPool, type PoolSettings, type PostgresPool } from './pool.ts'

export type DatabaseSettings = {
  /** A Postgres or Neon address; without one, the embedded database is used. */
  databaseUrl?: string | undefined
  embedded: EmbeddedSettings
  pool: PoolSettings
}

export interface DatabaseConnections<DB> extends AsyncDisposable {
  pool: PostgresPool
  /** As the role that owns the tables: for migrations, sessions and Better Auth, never for a request's data. */
  owner: Kysely<DB>
}

/**
 * Opens the connections according to `DATABASE_URL`; the embedded database must already be running (the API
 * starts it). Nothing connects before the first query.
 */
// biome-ignore lint/suspicious/noExplicitAny: Better Auth brings its own idea of the tables.
export function connectDatabase<DB = any>(settings: DatabaseSettings): DatabaseConnections<DB> {
  const pool = settings.databaseUrl
    ? openPool(settings.databaseUrl, settings.pool)
    : openPool(embeddedAddress(settings.embedded).url, { ...settings.pool, Client: ProvenClient })
  const owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { pool, owner, [Symbol.asyncDispose]: () => owner.destroy() }
}
