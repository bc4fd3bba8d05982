import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { findFreePort } from './free-port.ts'
import { findPostgresPrograms, makeCluster } from './postgres-programs.ts'
import { waitFor } from './server-process.ts'

const programs = findPostgresPrograms()

/** Whether this machine can run a Postgres server of a test's own. */
export const canMakeCluster = programs !== undefined

export interface PostgresCluster extends AsyncDisposable {
  url: string
  start(): Promise<void>
  /** SIGKILL: its processes end in the midst of what they do, and it has to recover from its log. */
  kill(): Promise<void>
  /** SIGINT, a fast shutdown, as an operator restarts it. */
  stop(): Promise<void>
}

/**
 * A Postgres server of the test's own in a temporary folder, which it can stop and start again.
 *
 * @param atTheEnd whoever has one for a whole file gives `afterAll`
 */
export async function createPostgresCluster(
  atTheEnd: (end: () => Promise<void>) => void = onTestFinished,
): Promise<PostgresCluster> {
  const { folder, url, startServer } = await makeCluster(programs ?? '', await findFreePort())
  let server: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    const running = server
    server = undefined
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const exited = once(running, 'exit')
    running.kill(signal)
    await exited
  }
  atTheEnd(() => end('SIGKILL'))
  async function start(): Promise<void> {
    await waitFor(
      'A Postgres server',
      () => {
        // It refuses to start as long as processes of one that was killed still end.
        if (!server || server.exitCode !== null) server = startServer()
        return answers(url)
      },
      60_000,
    )
  }
  await start()
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(connectionString: string): Promise<true | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}
