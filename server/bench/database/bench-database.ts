import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connectDatabase, type DatabaseConnections } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { crowdUserId } from './fill-crowd.ts'
import { type BenchSize, contents, fillDatabase } from './fill-database.ts'

// biome-ignore lint/suspicious/noExplicitAny: as the owner, all tables are within reach.
type AnyTables = any

export interface BenchDatabase extends AsyncDisposable {
  url: string
  owner: Kysely<AnyTables>
  people: number
}

/**
 * Opens the database of a size on the server that DATABASE_URL names, and creates and fills it if
 * it doesn't exist: a second run uses it again. Its name ends in a hash of the files that made it,
 * so a change of the migrations or of the filling creates a new one, and drops the old one.
 *
 * @throws Error when DATABASE_URL is missing, or its role is no superuser
 */
export async function openBenchDatabase(size: BenchSize): Promise<BenchDatabase> {
  const serverUrl = getServerUrl()
  const name = `tend_bench_${size}_${hashOfMaking()}`
  await onServer(serverUrl, async (server) => {
    await checkRole(server)
    const { rows } = await server.query<{ datname: string }>(
      'select datname from pg_database where datname like $1',
      [`tend_bench_${size}_%`],
    )
    if (rows.some((row) => row.datname === name)) return
    for (const { datname } of rows) await server.query(`drop database "${datname}" with (force)`)
    await make(server, { serverUrl, name, size })
  })
  const connections = connect(withDatabase(serverUrl, name))
  return {
    url: withDatabase(serverUrl, name),
    owner: connections.owner,
    people: contents[size].people,
    [Symbol.asyncDispose]: () => connections[Symbol.asyncDispose](),
  }
}

/**
 * It is filled under another name, so that one whose filling was interrupted isn't taken for a
 * complete one.
 */
async function make(
  server: pg.Client,
  { serverUrl, name, size }: { serverUrl: string; name: string; size: BenchSize },
): Promise<void> {
  const unfinished = `tend_bench_${size}_unfinished_${randomBytes(4).toString('hex')}`
  await server.query(`create database "${unfinished}"`)
  {
    await using connections = connect(withDatabase(serverUrl, unfinished))
    await migrate(connections.owner)
    await fillDatabase(connections.owner, contents[size])
  }
  await server.query(`alter database "${unfinished}" rename to "${name}"`)
}

/** Ids of people of the crowd, spread over all of it. */
export function pickPeople(database: Pick<BenchDatabase, 'people'>, count: number): string[] {
  const step = database.people / count
  return Array.from({ length: count }, (_, nth) => crowdUserId(1 + Math.floor(nth * step)))
}

function hashOfMaking(): string {
  const migrations = join(import.meta.dirname, '../../src/db/migrations')
  const files = [import.meta.dirname, migrations].flatMap((folder) =>
    readdirSync(folder).map((name) => ({ name, path: join(folder, name) })),
  )
  const hash = createHash('sha256')
  for (const { name, path } of files.sort((a, b) => (a.path < b.path ? -1 : 1)))
    if (/^(fill-|\d|tenant-)/.test(name)) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 12)
}

function getServerUrl(): string {
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) return DATABASE_URL
  throw new Error(
    'DATABASE_URL must name a Postgres server and a superuser on it, such as postgres://postgres@127.0.0.1:5432/postgres. The benchmark makes databases of its own there, called tend_bench_….',
  )
}

async function checkRole(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ rolsuper: boolean }>(
    'select rolsuper from pg_roles where rolname = current_user',
  )
  if (rows[0]?.rolsuper) return
  throw new Error(
    'The role in DATABASE_URL must be a superuser: filling switches triggers off, and the peers that know no row-level security have to get past it.',
  )
}

async function onServer(
  connectionString: string,
  work: (server: pg.Client) => Promise<void>,
): Promise<void> {
  const server = new pg.Client({ connectionString })
  await server.connect()
  try {
    await work(server)
  } finally {
    await server.end()
  }
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = name
  return url.href
}

function connect(databaseUrl: string): DatabaseConnections<AnyTables> {
  return connectDatabase({
    databaseUrl,
    embedded: { dataDir: '', secret: '' },
    pool: { maxConnections: 4, connectTimeoutSeconds: 10, idleTimeoutSeconds: 30 },
  })
}
