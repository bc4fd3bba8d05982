import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connectDatabase } from '../../src/db/connect.ts'

export interface OwnDatabase extends AsyncDisposable {
  url: string
  // biome-ignore lint/suspicious/noExplicitAny: as the owner, all tables are within reach.
  owner: Kysely<any>
}

/**
 * Creates an empty database on the server that DATABASE_URL names; disposing it drops it.
 *
 * @throws Error when DATABASE_URL is missing
 */
export async function openOwnDatabase(prefix: string): Promise<OwnDatabase> {
  const server = process.env.DATABASE_URL
  if (!server)
    throw new Error(
      'DATABASE_URL must name a Postgres server where databases may be made, such as postgres://postgres@127.0.0.1:5432/postgres.',
    )
  const name = `${prefix}_${randomBytes(4).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  const pool = { maxConnections: 4, connectTimeoutSeconds: 60, idleTimeoutSeconds: 5 }
  const connections = connectDatabase({
    databaseUrl: url.href,
    embedded: { dataDir: '', secret: '' },
    pool,
  })
  return {
    url: url.href,
    owner: connections.owner,
    async [Symbol.asyncDispose]() {
      await connections[Symbol.asyncDispose]()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
