import type { Environment } from '../domain/settings/environment.ts'

export type MailSettings =
  /** Mails are sent through a server; `from` is their sender. */
  | { kind: 'smtp'; url: string; from: string }
  /** With the embedded database: mails are shown in the terminal and on the local page. */
  | { kind: 'local' }
  /** With a database server, but no mail server. */
  | { kind: 'off' }

/** What both processes read of their environment. */
type MailVariables = {
  SMTP_URL?: string | undefined
  MAIL_FROM?: string | undefined
  DATABASE_URL?: string | undefined
}

export function readMailSettings({
  SMTP_URL,
  MAIL_FROM,
  DATABASE_URL,
}: MailVariables): MailSettings {
  if (SMTP_URL && MAIL_FROM) return { kind: 'smtp', url: SMTP_URL, from: MAIL_FROM }
  return { kind: DATABASE_URL ? 'off' : 'local' }
}

/** What is wrong with the variables together, as a sentence that begins with a variable's name. */
export function findMailProblem(env: Environment): string | undefined {
  if (!env.SMTP_URL || env.MAIL_FROM) return undefined
  return 'MAIL_FROM is missing although SMTP_URL is set: set the sender, like Tend <tend@example.com>'
}
