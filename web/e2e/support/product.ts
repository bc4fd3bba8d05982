import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const repositoryRoot = resolve(import.meta.dirname, '../../..')
const START_DEADLINE_MS = 240_000

/** The whole product as `npm start` runs it, on ports and a data folder of its own. */
export interface Product extends AsyncDisposable {
  webUrl: string
  apiUrl: string
  /** Asks it to stop as Ctrl-C does, and gives the exit code. */
  stop(): Promise<number | null>
}

export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tend-product-'))
  const [apiPort, webPort, embeddedPort] = await findFreePorts()
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      BETTER_AUTH_SECRET: '',
      DATA_DIR: dataDir,
      API_PORT: String(apiPort),
      WEB_PORT: String(webPort),
      EMBEDDED_PORT: String(embeddedPort),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await waitUntilRunning(child)
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  const stop = () => {
    child.kill('SIGINT')
    return exited
  }
  return {
    webUrl: `http://localhost:${webPort}`,
    apiUrl: `http://localhost:${apiPort}`,
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function waitUntilRunning(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let output = ''
    const deadline = setTimeout(() => {
      child.kill('SIGKILL')
      fail(new Error(`The product did not start within ${START_DEADLINE_MS} ms:\n${output}`))
    }, START_DEADLINE_MS)
    const read = (chunk: Buffer) => {
      output += chunk
      if (!output.includes('Tend is running')) return
      clearTimeout(deadline)
      done()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(deadline)
      fail(new Error(`The product ended with ${code} instead of starting:\n${output}`))
    })
  })
}

async function findFreePorts(): Promise<[number, number, number]> {
  // All are held before any is let go, so that no two are the same.
  const servers = await Promise.all([listen(), listen(), listen()])
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports as [number, number, number]
}

function listen(): Promise<ReturnType<typeof createServer>> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => done(server))
  })
}
