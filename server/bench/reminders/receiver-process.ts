/** The push service and the mail server of the measurement: they take everything, and note when. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What came, by its Topic or its subject, and when by this machine's clock. */
export type Arrival = [what: string, atMs: number]
export type Received = { pushes: Arrival[]; mails: Arrival[] }
export type ReceiverPorts = { push: number; mail: number }

const received: Received = { pushes: [], mails: [] }

const push = createServer((request, response) => {
  request.resume().on('end', () => {
    received.pushes.push([String(request.headers.topic), Date.now()])
    response.writeHead(201).end()
  })
})
const mail = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let head = ''
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4_000) head += chunk.toString('latin1')
    })
    stream.on('end', () => {
      received.mails.push([/^Subject: (.*?)\r?$/m.exec(head)?.[1] ?? '', Date.now()])
      done()
    })
  },
})

push.listen(0, '127.0.0.1')
await once(push, 'listening')
await new Promise<void>((listening) => mail.listen(0, '127.0.0.1', listening))
const portOf = (address: unknown) => (address as AddressInfo).port
const ports: ReceiverPorts = { push: portOf(push.address()), mail: portOf(mail.server.address()) }
process.on('message', () => process.send?.(received))
process.on('disconnect', () => process.exit())
process.send?.(ports)
