import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** What the load generator is to do. */
export type LoadOrder = {
  port: number
  /** Whole HTTP requests as they go over the wire, sent in turns. */
  requests: readonly string[]
  connections: number
  durationMs: number
  /** Whether each request may be sent once at most; then it may be over sooner. */
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

/** Starts the load generator, a process of its own beside those it asks. */
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

/** A GraphQL operation, or whatever JSON a server takes, as it goes over the wire. */
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
