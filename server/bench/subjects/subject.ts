import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '../../test/support/free-port.ts'
import type { Usage } from './report-usage.ts'

export const subjectNames = ['tend', 'limit', 'mercurius', 'postgraphile'] as const
export type SubjectName = (typeof subjectNames)[number]

/** A server that is measured, in a process of its own. Disposing it ends the process. */
export interface Subject extends AsyncDisposable {
  name: SubjectName
  port: number
  readUsage(): Promise<Usage>
}

const files: Record<SubjectName, string> = {
  tend: '../../src/main.ts',
  limit: './limit-server.ts',
  mercurius: './peers/mercurius-server.js',
  postgraphile: './peers/postgraphile-server.js',
}

/** The secret of the tokens. The databases are thrown away, and nothing else uses it. */
export const benchSecret = 'for-the-measurement-alone-0123456789abcdef'

const startWithinMs = 30_000

/** Starts a subject as in production, each with the same number of database connections. */
export async function startSubject(
  name: SubjectName,
  databaseUrl: string,
  { execArgv = [] }: { execArgv?: readonly string[] } = {},
): Promise<Subject> {
  const port = await findFreePort()
  const child = fork(join(import.meta.dirname, files[name]), {
    execArgv: [...execArgv, '--import', join(import.meta.dirname, 'report-usage.ts')],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      API_PORT: String(port),
      API_URL: benchAddresses.apiUrl,
      DATABASE_URL: databaseUrl,
      // All four together must fit into the hundred connections that a server allows by default.
      DATABASE_POOL_SIZE: '10',
      BETTER_AUTH_SECRET: benchSecret,
      LOG_LEVEL: 'warn',
      // These numbers keep the limit out of the measurement; the budget is still charged as usual.
      BUDGET_POINTS: '999999999',
      BUDGET_POINTS_PER_SECOND: '999999999',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await waitUntilListening(name, port, child)
  return {
    name,
    port,
    async readUsage() {
      child.send('usage')
      const [{ usage }] = (await once(child, 'message')) as [{ usage: Usage }]
      return usage
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** The audience and issuer in tokens. */
export const benchAddresses = { apiUrl: 'http://localhost:4000', webUrl: 'http://localhost:3000' }

async function waitUntilListening(
  name: SubjectName,
  port: number,
  child: ChildProcess,
): Promise<void> {
  const deadline = Date.now() + startWithinMs
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/livez`).catch(() => undefined)
    if (answer) return
    if (Date.now() > deadline) break
    await sleep(100)
  }
  throw new Error(`${name} was expected to listen within ${startWithinMs / 1000} s, and did not`)
}
