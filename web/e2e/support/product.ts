import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findFreePort } from '../../../server/test/support/free-port.ts'
import { copyMigratedDatabase } from '../../../server/test/support/migrated-database.ts'

const repositoryRoot = resolve(import.meta.dirname, '../../..')
const startDeadlineMs = 240_000

/** The whole product as `npm start` runs it, on ports and a data folder of its own. */
export interface Product extends AsyncDisposable {
  webUrl: string
  apiUrl: string
  /** What it has written to the terminal so far. */
  output(): string
  /** Asks it to stop as Ctrl-C does, and gives the exit code. */
  stop(): Promise<number | null>
}

/**
 * `env` adds to those settings or replaces them; `args` are those of `npm start`. With a `migrated`
 * folder the product starts on a copy of its database, else on a new one.
 */
export async function startProduct(
  env: Record<string, string> = {},
  args: readonly string[] = [],
  migrated?: string,
): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tend-product-'))
  if (migrated) copyMigratedDatabase(migrated, dataDir)
  const apiPort = env.API_PORT ?? (await findFreePort())
  const webPort = env.WEB_PORT ?? (await findFreePort())
  const child = spawn(process.execPath, ['scripts/start.ts', ...args], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      BETTER_AUTH_SECRET: '',
      DATA_DIR: dataDir,
      API_PORT: String(apiPort),
      WEB_PORT: String(webPort),
      EMBEDDED_PORT: String(await findFreePort()),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk
    })
  }
  await waitUntilRunning(child, () => output)
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  const stop = () => {
    child.kill('SIGINT')
    return exited
  }
  return {
    webUrl: `http://localhost:${webPort}`,
    apiUrl: `http://localhost:${apiPort}`,
    output: () => output,
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Settings of a web server that reaches no API, so that the app has to ask for its first tasks itself. */
export async function withoutFirstTasks(): Promise<Record<string, string>> {
  return { API_INTERNAL_URL: `http://127.0.0.1:${await findFreePort()}` }
}

function waitUntilRunning(child: ChildProcess, read: () => string): Promise<void> {
  return new Promise((done, fail) => {
    const deadline = setTimeout(() => {
      child.kill('SIGKILL')
      fail(new Error(`The product did not start within ${startDeadlineMs} ms:\n${read()}`))
    }, startDeadlineMs)
    child.stdout?.on('data', () => {
      if (!read().includes('is running')) return
      clearTimeout(deadline)
      done()
    })
    child.once('exit', (code) => {
      clearTimeout(deadline)
      fail(new Error(`The product ended with ${code} instead of starting:\n${read()}`))
    })
  })
}
