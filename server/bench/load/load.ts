import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** The load generator's task. */
export type LoadOrder = {
  port: number
  /** Complete HTTP requests as they are sent, in turns. */
  requests: readonly string[]
  connections: number
  durationMs: number
  /** Whether each request may be sent only once; the round may end early then. */
  eachOnce: boolean
}

export type LoadResult = {
  count: number
  seconds: number
  p50Ms: number
  p99Ms: number
}

export interface LoadGenerator extends Disposable {
  /** @throws Error at the first answer that is no success */
  run(order: LoadOrder): Promise<LoadResult>
}

/** Starts the load generator, in a process of its own. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(join(import.meta.dirname, 'load-process.ts'))
  return {
    async run(order) {
      child.send(order)
      const [message] = (await once(child, 'message')) as [{ result?: LoadResult; error?: string }]
      if (!message.result) throw new Error(message.error)
      return message.result
    },
    [Symbol.dispose]: () => void child.kill(),
  }
}

/** A GraphQL operation, or other JSON that a server takes, as an HTTP request. */
export function writeRequest(token: string, path: string, body: object): string {
  const text = JSON.stringify(body)
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${text}`
}
