import type { Kysely } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import { keepLocalMail } from './local-mailbox.ts'
import type { Mail } from './mail.ts'
import { createOutbox } from './mail-outbox.ts'
import type { MailSettings } from './mail-settings.ts'
import type { MailSecrets } from './sealed-mail.ts'

export type Mailer = AsyncDisposable & {
  /** Whether anybody gets to see what is sent. */
  canSend: boolean
  /**
   * Takes a mail on and comes back as soon as it can't be lost any more, before it leaves. That it
   * couldn't leave is logged, without address or text, and tried again.
   */
  send(mail: Mail): Promise<void>
  /** The same as a part of a transaction: it leaves when that is committed and `resume` was called. */
  sendWith<Tables>(transaction: Kysely<Tables>, mail: Mail): Promise<void>
  /** Sends what was left over, by this process or another, and goes on to. Never rejects. */
  resume(): Promise<void>
  /** Whether mails can leave right now; whom one is for plays no part. Never rejects. */
  isReachable(): Promise<boolean>
}

type Stores = { database: Kysely<unknown>; secrets: MailSecrets }

/** How soon what another process left for the local page is shown there. */
const localRestSeconds = 5

/**
 * @param hasLocalPage whether this process shows the mails of the embedded default; others leave theirs
 * in the database for the one that does
 */
export function createMailer(settings: MailSettings, stores: Stores, hasLocalPage = true): Mailer {
  switch (settings.kind) {
    case 'smtp':
      return createSmtpMailer(settings, stores)
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
  const outbox = createOutbox({ ...stores, transmit, longestRestSeconds: localRestSeconds })
  if (!hasLocalPage)
    return {
      ...quiet,
      send: (mail) => outbox.putWith(stores.database, mail),
      sendWith: outbox.putWith,
    }
  return {
    ...quiet,
    send: transmit,
    sendWith: (_, mail) => transmit(mail),
    resume: outbox.deliver,
    [Symbol.asyncDispose]: outbox[Symbol.asyncDispose],
  }
}

const silenceMs = 20_000
const longestAttemptMs = 120_000
const longestProbeMs = 3_000
const probeLifeMs = 10_000

function createSmtpMailer({ url, from }: { url: string; from: string }, stores: Stores): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: silenceMs,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  const outbox = createOutbox({
    ...stores,
    async transmit({ to, subject, text, html }) {
      // Answering machines must not answer these (RFC 3834, section 5).
      const headers = { 'Auto-Submitted': 'auto-generated' }
      const sent = transport.sendMail({ to, subject, text, html, headers })
      await within(longestAttemptMs, sent)
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
