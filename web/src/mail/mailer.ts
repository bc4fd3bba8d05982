import { createTransport } from 'nodemailer'
import { keepLocalMail } from './local-mailbox.ts'
import type { Mail } from './mail.ts'

export type MailSettings =
  /** Mails leave through a server; `from` is their sender. */
  | { kind: 'smtp'; url: string; from: string }
  /** The embedded default: mails are shown in the terminal and on the local page. */
  | { kind: 'local' }
  /** A database server, and nothing to send mail with. */
  | { kind: 'off' }

export type Mailer = {
  /**
   * Hands a mail over and comes back at once, so that an answer takes no longer for an address that
   * gets one. A failure is logged, without address or text.
   */
  send(mail: Mail): void
}

export function createMailer(settings: MailSettings): Mailer {
  switch (settings.kind) {
    case 'smtp':
      return createSmtpMailer(settings)
    case 'local':
      return { send: keepLocalMail }
    case 'off':
      return { send: () => {} }
  }
}

const timeoutMilliseconds = 20_000

function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: timeoutMilliseconds,
      greetingTimeout: timeoutMilliseconds,
      socketTimeout: timeoutMilliseconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    send({ kind, to, subject, text, html }) {
      // Answering machines must not answer these (RFC 3834, section 5).
      const headers = { 'Auto-Submitted': 'auto-generated' }
      transport
        .sendMail({ to, subject, text, html, headers })
        .catch((error: unknown) => logFailure(kind, error))
    },
  }
}

/** The server's own words repeat the address, so only the kind of failure is told. */
function logFailure(kind: string, error: unknown): void {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const reason = [code ?? 'unknown', responseCode].filter(Boolean).join(' ')
  process.stderr.write(`A mail (${kind}) was not sent: ${reason}\n`)
}
