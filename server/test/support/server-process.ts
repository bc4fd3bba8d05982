import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { ApiTokenSettings } from '../../src/auth/api-token.ts'
import { readServerEnv } from '../../src/env.ts'
import { findFreePort } from './free-port.ts'
import { createPerson } from './person.ts'
import { connectAsOwner, testSecret } from './test-app.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const startWithinMs = 25_000

export interface ServerProcess extends AsyncDisposable {
  url: string
  child: ChildProcess
  /** What it has written so far. */
  output: { stdout: string; stderr: string }
  /** Resolves with the exit code, or the signal that ended it. */
  exited: Promise<number | string>
  createPerson(name: string): ReturnType<typeof createPerson>
}

/** The variables of a server on a free port, as an operator would set them. */
export async function makeServerEnv(env: Record<string, string>): Promise<Record<string, string>> {
  const port = String(await findFreePort())
  return {
    API_PORT: port,
    HOST: '127.0.0.1',
    BETTER_AUTH_SECRET: testSecret,
    // Who asks without end, as these tests do, would have used up a usual budget after a while.
    BUDGET_POINTS: '999999999',
    ...env,
  }
}

/** Runs `server/src/main.ts` as a process of its own and waits until it lives or has ended. Disposing it kills it. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const server = spawnServerProcess(env)
  await Promise.race([server.exited, waitUntilAlive(server)])
  return server
}

/** As `startServerProcess`, without waiting. */
export function spawnServerProcess(env: Record<string, string>): ServerProcess {
  const config = readServerEnv(env)
  const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
  const child = spawn(process.execPath, [main], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test that takes too long never gets to dispose of it.
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  const exited = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  const url = `http://127.0.0.1:${config.apiPort}`
  const { secrets, webUrl: issuer, apiUrl: audience, apiTokenTtlSeconds: ttlSeconds } = config
  const token: ApiTokenSettings = { secrets, issuer, audience, ttlSeconds }
  return {
    url,
    child,
    output,
    exited,
    async createPerson(name) {
      await using database = connectAsOwner(config)
      return await createPerson({ url, owner: database.owner, token }, name)
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function waitUntilAlive({ url, child }: ServerProcess): Promise<void> {
  const deadline = Date.now() + startWithinMs
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`${url}/livez`).catch(() => undefined)
    if (response?.ok) return
    if (Date.now() > deadline) throw new Error(`An answer was expected at ${url} within 25 s`)
    await sleep(50)
  }
}

/** Asks again and again until the answer is as wanted. @throws Error when that takes too long */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  withinMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`${what} was expected within ${withinMs} ms`)
    await sleep(50)
  }
}
