import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '../../test/support/free-port.ts'
import type { Memory } from './report-memory.ts'

/** An API in a process of its own, as in production. Disposing it ends the process. */
export interface ApiProcess extends AsyncDisposable {
  port: number
  pid: number
  readMemory(): Promise<Memory>
}

const root = join(import.meta.dirname, '../../..')
const startWithinMs = 60_000

/**
 * @param execArgv options of Node
 * @param folder of the checkout whose API it is; of this one by default
 */
export async function startApi(
  env: Record<string, string>,
  execArgv: readonly string[] = [],
  folder = root,
): Promise<ApiProcess> {
  const port = await findFreePort()
  const child = fork(join(folder, 'server/src/main.ts'), {
    execArgv: [
      '--expose-gc',
      '--import',
      join(import.meta.dirname, 'report-memory.ts'),
      ...execArgv,
    ],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      API_PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await waitUntilReady(port, child)
  return {
    port,
    pid: child.pid ?? 0,
    async readMemory() {
      child.send('memory')
      const [memory] = (await once(child, 'message')) as [Memory]
      return memory
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function waitUntilReady(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startWithinMs
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`The API was expected to be ready within ${startWithinMs / 1000} s, and was not`)
}
