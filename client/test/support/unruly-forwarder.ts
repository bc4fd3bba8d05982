import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of a request on its way to the API and back. */
export type Fate =
  | 'pass'
  /** The API never gets it. */
  | 'cut'
  /** The API does it, and its answer is lost. */
  | 'lose the answer'
  /** The API does it, and the connection breaks in the midst of its answer. */
  | 'cut the answer'
  /** Everything goes through up to a length, and then nothing, with the connection open. */
  | { silentAfterBytes: number }
  /** Everything goes through up to a length, and then the connection breaks. */
  | { cutAfterBytes: number }
  /** It is answered in the place of the API. */
  | { status: number; retryAfter?: string; body?: string }

export interface UnrulyForwarder extends AsyncDisposable {
  /** Without a slash at the end. */
  url: string
  /** The bodies of all requests so far. */
  bodies: string[]
  /** How many requests are being answered. */
  countOpen(): number
}

/** An HTTP proxy in front of the API that treats each request as it is told. */
export async function startUnrulyForwarder(
  target: string,
  decide: (nth: number) => Fate,
): Promise<UnrulyForwarder> {
  const bodies: string[] = []
  let open = 0
  const server = createServer((incoming, outgoing) => {
    open += 1
    outgoing.once('close', () => {
      open -= 1
    })
    void readBody(incoming).then(
      (body) => {
        bodies.push(body)
        treat(decide(bodies.length), { target, incoming, outgoing, body })
      },
      () => outgoing.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    countOpen: () => open,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

type Exchange = {
  target: string
  incoming: IncomingMessage
  outgoing: ServerResponse
  body: string
}

function treat(fate: Fate, exchange: Exchange): void {
  const { incoming, outgoing, target, body } = exchange
  if (fate === 'cut') return void outgoing.destroy()
  if (typeof fate === 'object' && 'status' in fate) {
    const wait = fate.retryAfter === undefined ? {} : { 'retry-after': fate.retryAfter }
    outgoing.writeHead(fate.status, { 'content-type': 'text/html', ...wait })
    return void outgoing.end(fate.body ?? '<h1>Busy</h1>')
  }
  const { method, headers, url } = incoming
  const asked = request(`${target}${url}`, { method, headers }, (answer) => {
    if (fate === 'lose the answer') {
      answer.resume().once('end', () => outgoing.destroy())
      return
    }
    outgoing.writeHead(answer.statusCode ?? 0, answer.headers)
    let room = Number.POSITIVE_INFINITY
    if (fate === 'cut the answer') room = 10
    else if (typeof fate === 'object')
      room = 'cutAfterBytes' in fate ? fate.cutAfterBytes : fate.silentAfterBytes
    const isCut = fate === 'cut the answer' || (typeof fate === 'object' && 'cutAfterBytes' in fate)
    answer.on('data', (chunk: Buffer) => {
      outgoing.write(chunk.subarray(0, room))
      room = Math.max(0, room - chunk.length)
      // Not before what came until then is on its way.
      if (room === 0 && isCut) setTimeout(() => outgoing.destroy(), 5)
    })
    answer.on('end', () => {
      if (room > 0) outgoing.end()
    })
    answer.on('error', () => outgoing.destroy())
  })
  asked.on('error', () => outgoing.destroy())
  outgoing.on('close', () => asked.destroy())
  asked.end(body)
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
