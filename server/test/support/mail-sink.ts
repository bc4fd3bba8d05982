import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server that keeps what it gets. */
export interface MailSink extends AsyncDisposable {
  url: string
  mails: Email[]
  /** The newest mail to an address with that subject; undefined while there is none. */
  findMail(to: string, subject: string): Email | undefined
  /** Answers every mail from now on with a refusal that repeats the address; 4xx is for now, 5xx for good. */
  refuse(responseCode?: number): void
  /** Breaks all connections and turns away whoever connects from now on, as a server that is being mended. */
  stop(): void
  /** Takes mails again. */
  accept(): void
  /** Does this with each mail before it answers to its recipient, or, when it has got everything, to its end. */
  before(moment: Moment, work: () => Promise<void>): void
  /** Breaks all connections, without a word. */
  cut(): void
  /** Breaks all connections; takes new ones, and says nothing. */
  hang(): void
}

type Moment = 'recipient' | 'end'

export async function startMailSink(): Promise<MailSink> {
  const mails: Email[] = []
  let refusal = 0
  let isStopped = false
  let hangs = false
  const work: Partial<Record<Moment, () => Promise<void>>> = {}
  const server = new SMTPServer({
    // How long it waits for connections when it closes.
    closeTimeout: 100,
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      const error = Object.assign(new Error('back soon'), { responseCode: 421 })
      if (!hangs) done(isStopped ? error : null)
    },
    async onRcptTo({ address }, _session, done) {
      await work.recipient?.()
      const error = new Error(`no mailbox for ${address}`)
      done(refusal ? Object.assign(error, { responseCode: refusal }) : null)
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        mails.push(await PostalMime.parse(Buffer.concat(chunks)))
        await (work.end?.() ?? Promise.resolve()).then(
          () => done(),
          (error: Error) => done(error),
        )
      })
    },
  })
  // A sender may be killed in the midst of a mail.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    findMail: (to, subject) =>
      mails.findLast((mail) => mail.to?.[0]?.address === to && mail.subject === subject),
    refuse(responseCode = 550) {
      refusal = responseCode
    },
    stop() {
      isStopped = true
      cut()
    },
    accept() {
      refusal = 0
      isStopped = false
    },
    before(moment, todo) {
      work[moment] = todo
    },
    cut,
    hang() {
      hangs = true
      cut()
    },
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed())),
  }
}
