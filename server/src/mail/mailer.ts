import { Transform } from 'node:stream'
import type { Kysely } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import { keepLocalMail } from './local-mailbox.ts'
import type { Mail, MailedRing } from './mail.ts'
import { createOutbox, mailsAtOnce, type OutboxSettings } from './mail-outbox.ts'
import type { MailSettings } from './mail-settings.ts'
import type { MailSecrets } from './sealed-mail.ts'

export type Mailer = AsyncDisposable & {
  /** Whether mails can reach anybody. */
  canSend: boolean
  /**
   * Accepts a mail and resolves as soon as it can't be lost any more, before it is sent. A failure to send it
   * is logged, without address or text, and sending is retried.
   */
  send(mail: Mail): Promise<void>
  /** The same for several, as part of a transaction: they are sent once that is committed and `resume` was called. */
  sendWith<Tables>(transaction: Kysely<Tables>, mails: readonly Mail[]): Promise<void>
  /** Sends mails that this or another process left unsent, and continues to. Never rejects. */
  resume(): Promise<void>
  /** Whether mails can be sent right now, regardless of the recipient. Never rejects. */
  isReachable(): Promise<boolean>
}

type Stores = { database: Kysely<unknown>; secrets: MailSecrets }

/** How soon a mail that another process left for the local page is shown there. */
const localRestSeconds = 5

export type MailerOptions = {
  /**
   * Whether this process shows the mails on the local page, as by default; others leave theirs in the database
   * for the one that does.
   */
  hasLocalPage?: boolean
  /** Without it, mails of what has rung are left to the processes that can tell. */
  isStillWanted?: (ring: MailedRing) => Promise<boolean>
}

export function createMailer(
  settings: MailSettings,
  stores: Stores,
  { hasLocalPage = true, isStillWanted }: MailerOptions = {},
): Mailer {
  switch (settings.kind) {
    case 'smtp':
      return createSmtpMailer(settings, { ...stores, isStillWanted })
    case 'local':
      return createLocalMailer(stores, hasLocalPage)
    case 'off':
      return { ...quiet, canSend: false, send: async () => {}, sendWith: async () => {} }
  }
}

const quiet = {
  canSend: true,
  resume: async () => {},
  isReachable: async () => true,
  [Symbol.asyncDispose]: async () => {},
}

function createLocalMailer(stores: Stores, hasLocalPage: boolean): Mailer {
  const transmit = async (mail: Mail) => keepLocalMail(mail)
  const outbox = createOutbox({
    ...stores,
    ...{ transmit, longestRestSeconds: localRestSeconds },
    // They are on the page at once.
    isStillWanted: async () => true,
  })
  if (!hasLocalPage)
    return {
      ...quiet,
      send: (mail) => outbox.putWith(stores.database, [mail]),
      sendWith: outbox.putWith,
    }
  return {
    ...quiet,
    send: transmit,
    async sendWith(_, mails) {
      for (const mail of mails) await transmit(mail)
    },
    resume: outbox.deliver,
    [Symbol.asyncDispose]: outbox[Symbol.asyncDispose],
  }
}

const silenceMs = 20_000
const longestAttemptMs = 120_000
const longestProbeMs = 3_000
const probeLifeMs = 10_000

function createSmtpMailer(
  { url, from }: { url: string; from: string },
  stores: Stores & Pick<OutboxSettings, 'isStillWanted'>,
): Mailer {
  const transport = createTransport(
    {
      url,
      // A connection costs several round trips, and is kept for the mails that follow.
      pool: true,
      maxConnections: mailsAtOnce,
      connectionTimeout: silenceMs,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  transport.use('stream', ({ data, message }, done) => {
    message.transform(() => holdBack((data as HandedOver).handOver))
    done()
  })
  const outbox = createOutbox({
    ...stores,
    async transmit({ to, subject, text, html, messageId, unsubscribeUrl }, handOver) {
      const headers = {
        // Automatic responders must not answer these (RFC 3834, section 5).
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribeUrl !== undefined && {
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      }
      const mail = {
        to,
        subject,
        text,
        html,
        headers,
        ...(messageId !== undefined && { messageId }),
      }
      await transport.sendMail({
        ...mail,
        signal: AbortSignal.timeout(longestAttemptMs),
        ...({ handOver } satisfies HandedOver),
      })
    },
  })
  return {
    canSend: true,
    send: outbox.put,
    sendWith: outbox.putWith,
    resume: outbox.deliver,
    isReachable: createProbe(transport),
    async [Symbol.asyncDispose]() {
      await outbox[Symbol.asyncDispose]()
      transport.close()
    },
  }
}

type HandedOver = { handOver: () => Promise<void> }

/** Passes everything on once that is allowed, in one piece: nodemailer makes a mail of many small ones. */
function holdBack(allow: () => Promise<void>): Transform {
  const pieces: Buffer[] = []
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece)
      done()
    },
    flush: (done) => void allow().then(() => done(null, Buffer.concat(pieces)), done),
  })
}

/** Greets the server, at most once in ten seconds. */
function createProbe(transport: Transporter): () => Promise<boolean> {
  let probe: Promise<boolean> | undefined
  let until = 0
  return () => {
    if (!probe || performance.now() > until) {
      until = performance.now() + probeLifeMs
      probe = within(longestProbeMs, transport.verify()).then(
        () => true,
        () => false,
      )
    }
    return probe
  }
}

function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const late = Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' })
  const timer = setTimeout(reject, milliseconds, late)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
