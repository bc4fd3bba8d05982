import type { Mail } from './mail.ts'

export type LocalMail = Mail & { sentAt: Date }

const kept = 50

// Pages and routes may be bundled separately, but must see the same mails.
const shared = globalThis as { tendLocalMails?: LocalMail[] }

/** Keeps a mail for the local page, the newest 50 while the process lives, and shows it in the terminal. */
export function keepLocalMail(mail: Mail): void {
  const mails = listLocalMails()
  mails.unshift({ ...mail, sentAt: new Date() })
  mails.length = Math.min(mails.length, kept)
  const lines = [
    `To: ${mail.to}`,
    `Subject: ${mail.subject}`,
    '',
    ...mail.text.trimEnd().split('\n'),
  ]
  process.stdout.write(`\n  Mail\n${lines.map((line) => `  │ ${line}`).join('\n')}\n\n`)
}

/** The mails of this process, newest first. */
export function listLocalMails(): LocalMail[] {
  shared.tendLocalMails ??= []
  return shared.tendLocalMails
}
