// The load generator, in a process of its own: it sends prepared requests over plain sockets, and
// on each connection the next one as soon as the answer is complete. It reads only what it needs of
// an answer, because it shares the machine with the server it measures.
import { connect, type Socket } from 'node:net'
import type { LoadOrder, LoadResult } from './load.ts'

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit())

async function run(order: LoadOrder): Promise<LoadResult> {
  const requests = order.requests.map((text) => Buffer.from(text))
  const latenciesMs: number[] = []
  const startedAt = performance.now()
  const until = startedAt + order.durationMs
  let next = 0
  const take = () => {
    if (performance.now() >= until) return undefined
    if (order.eachOnce && next >= requests.length) return undefined
    return requests[next++ % requests.length]
  }
  const work = async () => {
    const socket = connect(order.port, '127.0.0.1').setNoDelay(true)
    const read = createAnswerReader(socket)
    for (let request = take(); request; request = take()) {
      const sentAt = performance.now()
      socket.write(request)
      await read()
      latenciesMs.push(performance.now() - sentAt)
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: order.connections }, work))
  const seconds = (performance.now() - startedAt) / 1000
  latenciesMs.sort((a, b) => a - b)
  const at = (share: number) => latenciesMs[Math.floor(latenciesMs.length * share)] ?? 0
  return { count: latenciesMs.length, seconds, p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** Returns a function that waits for the next answer. @throws Error at an answer that is no success */
function createAnswerReader(socket: Socket): () => Promise<void> {
  let received: Buffer = Buffer.alloc(0)
  let waiting: PromiseWithResolvers<void> | undefined
  const fail = (reason: string) => {
    socket.destroy()
    waiting?.reject(new Error(`An answer with data was expected, found ${reason}`))
  }
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const end = findEnd(received)
    if (end === undefined) return
    const isGood = received.subarray(9, 12).equals(ok) && !received.includes(errorsKey)
    if (!isGood) return fail(received.toString('utf8', 0, 2_000))
    received = received.subarray(end)
    waiting?.resolve()
  })
  socket.on('error', (error) => fail(error.message))
  socket.on('close', () => fail('a closed connection'))
  return () => {
    waiting = Promise.withResolvers()
    return waiting.promise
  }
}

const ok = Buffer.from('200')
const errorsKey = Buffer.from('"errors":[')
const headEnd = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('\r\n0\r\n\r\n')

/** The index where an answer ends, if it is complete. */
function findEnd(bytes: Buffer): number | undefined {
  const bodyAt = bytes.indexOf(headEnd) + headEnd.length
  if (bodyAt < headEnd.length) return undefined
  const length = /^content-length: *(\d+)/im.exec(bytes.toString('latin1', 0, bodyAt))?.[1]
  if (length !== undefined) {
    const end = bodyAt + Number(length)
    return bytes.length >= end ? end : undefined
  }
  const chunkAt = bytes.indexOf(lastChunk, bodyAt)
  return chunkAt < 0 ? undefined : chunkAt + lastChunk.length
}
