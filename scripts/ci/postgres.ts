import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findPostgresPrograms, makeCluster } from '../../server/test/support/postgres-programs.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
const ownPort = 54_329

/** A server on which the caller may create databases and roles. */
export type Postgres = AsyncDisposable & { url: string }

/**
 * The Postgres server to test on: the one in TEST_DATABASE_URL, else one that runs on this machine and accepts
 * us, else one started from installed programs, else from newly installed ones.
 *
 * @throws Error with one sentence when there is none.
 */
export async function openPostgres(): Promise<Postgres> {
  const given = process.env.TEST_DATABASE_URL
  const running = given ? [given] : localUrls(5432)
  for (const url of running) {
    if (!(await canConnect(url))) continue
    console.log(`Postgres: ${hidePassword(url)}`)
    return { url, async [Symbol.asyncDispose]() {} }
  }
  if (given) throw new Error('nothing answers at TEST_DATABASE_URL.')
  if (!findPostgresPrograms()) await installPackage('postgresql')
  const programs = findPostgresPrograms()
  if (!programs) {
    throw new Error(
      'no Postgres server runs here, and none could be installed: start one and set TEST_DATABASE_URL.',
    )
  }
  return startPostgres(programs)
}

/** Some tests go through a real PgBouncer; without it they are counted as skipped. */
export async function findOrInstallPgBouncer(): Promise<void> {
  if (findOnPath('pgbouncer')) return
  await installPackage('pgbouncer')
  if (!findOnPath('pgbouncer')) console.log('PgBouncer is not available: its tests are skipped.')
}

function localUrls(port: number): string[] {
  return ['postgres', 'root', process.env.USER ?? 'postgres', 'postgres:postgres'].map(
    (user) => `postgres://${user}@127.0.0.1:${port}/postgres`,
  )
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query(
      'select rolsuper or (rolcreatedb and rolcreaterole) as able from pg_roles where rolname = current_user',
    )
    return rows[0]?.able === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** A separate cluster in a temporary folder, only on loopback. */
async function startPostgres(programs: string): Promise<Postgres> {
  const { folder, url, startServer } = await makeCluster(programs, ownPort)
  const server = startServer()
  const stop = async () => {
    if (server.exitCode === null && server.kill('SIGINT')) await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
    if (await canConnect(url)) {
      console.log(`Postgres: started for these tests on port ${ownPort}`)
      return { url, [Symbol.asyncDispose]: stop }
    }
    await sleep(100)
  }
  await stop()
  throw new Error(`a Postgres server could not be started on port ${ownPort}.`)
}

function findOnPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

async function installPackage(name: string): Promise<void> {
  if (!isRoot || !findOnPath('apt-get')) return
  console.log(`Installing ${name} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const limits = { env, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 }
  try {
    await run('apt-get', ['update', '-q'], limits)
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], limits)
  } catch (error) {
    console.log(`${name} could not be installed: ${error instanceof Error ? error.message : error}`)
  }
}

function hidePassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ':…@')
}
