import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Json } from './ask.ts'

export type ReceivedEvent = {
  path: string
  id: string
  headers: IncomingHttpHeaders
  text: string
  /** The body, read. */
  body: Json
  /** When it had arrived, by `performance.now`. */
  atMs: number
}

/** A receiver of webhooks on loopback, for those of several people: each by its path. */
export interface WebhookReceiver extends AsyncDisposable {
  origin: string
  /** Everything that came, in order, whatever it was answered. */
  received: ReceivedEvent[]
  /** What came to a path and was answered with success, in order. */
  accepted(path: string): ReceivedEvent[]
  /** How many connections there have been. */
  connections(): number
  /** Answers from now on what comes to a path with this; one that answers nothing lets it wait. */
  answer(path: string, how: (event: ReceivedEvent, response: ServerResponse) => void): void
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedEvent[] = []
  const accepted = new Set<ReceivedEvent>()
  const answers = new Map<string, (event: ReceivedEvent, response: ServerResponse) => void>()
  let connections = 0
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request).catch(() => undefined)
    // A sender may be killed in the midst of it.
    if (!bytes) return
    const { url: path = '', headers } = request
    const text = bytes.toString('utf8')
    const id = String(headers['webhook-id'])
    const event = { path, id, headers, text, body: JSON.parse(text), atMs: performance.now() }
    received.push(event)
    const answer = answers.get(path)
    if (answer) answer(event, response)
    else response.writeHead(204).end()
    if (response.writableEnded && response.statusCode < 300) accepted.add(event)
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    accepted: (path) => received.filter((event) => event.path === path && accepted.has(event)),
    connections: () => connections,
    answer: (path, how) => void answers.set(path, how),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
