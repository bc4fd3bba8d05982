import type { Kysely } from 'kysely'
import type { Mail } from './mail.ts'
import {
  type ClaimedMail,
  claimMail,
  deleteExpiredMails,
  deleteMail,
  findSecondsToNextMail,
  insertMail,
  postponeMail,
} from './mail-outbox.queries.ts'
import { type MailSecrets, openMail, sealMail } from './sealed-mail.ts'

export type OutboxSettings = {
  database: Kysely<unknown>
  secrets: MailSecrets
  /** Passes a mail to a mail server. @throws Error with nodemailer's `code` and `responseCode` */
  transmit: (mail: Mail) => Promise<void>
  /** How long to wait before looking again when nothing is known to be due. */
  longestRestSeconds?: number
}

export type Outbox = AsyncDisposable & {
  /** Keeps a mail until it is sent; resolves once it is stored. @throws Error of the database */
  put(mail: Mail): Promise<void>
  /** Stores a mail as part of a transaction; `deliver` sends it once that is committed. */
  putWith<Tables>(transaction: Kysely<Tables>, mail: Mail): Promise<void>
  /** Sends everything that is due, and again when the next mail is due. Never rejects. */
  deliver(): Promise<void>
}

// Longer than any attempt takes, so that two processes never send the same mail at once.
const leaseSeconds = 300
const atOnce = 4
/** With pauses of half an hour, more than a day's worth: a mail server may be down for that long. */
const mostAttempts = 60
const usualRestSeconds = 60
const firstPauseSeconds = 10
const longestPauseSeconds = 1_800

/**
 * The outgoing mails in the database, for all processes of the API and the web app together. Each is retried,
 * with longer and longer pauses, until a server accepts it or it is no longer useful. If the connection is
 * lost after the server got everything, it is sent again: a mail may come twice then, rather than never.
 */
export function createOutbox({
  database,
  secrets,
  transmit,
  longestRestSeconds = usualRestSeconds,
}: OutboxSettings): Outbox {
  let delivering: Promise<void> | undefined
  let isWanted = false
  let isOver = false
  let timer: NodeJS.Timeout | undefined

  async function work(): Promise<void> {
    while (!isOver) {
      const claimed = await claimMail(database, leaseSeconds)
      if (!claimed) return
      await attempt(claimed)
    }
  }

  async function attempt({ id, kind, sealed, attempts }: ClaimedMail): Promise<void> {
    const mail = openMail(sealed, secrets)
    const failure = mail
      ? await transmit(mail).then(
          () => undefined,
          (error: unknown) => error as MailFailure,
        )
      : { code: 'SECRET_CHANGED' }
    if (failure) logFailure(kind, failure)
    if (!mail || !failure || isFinal(failure) || attempts >= mostAttempts) {
      return deleteMail(database, id)
    }
    await postponeMail(database, { id, attempts, seconds: pauseAfter(attempts) })
  }

  async function deliverOnce(): Promise<void> {
    clearTimeout(timer)
    let rest: number | undefined = longestRestSeconds
    try {
      for (const kind of await deleteExpiredMails(database)) logFailure(kind, { code: 'TOO_LATE' })
      await Promise.all(Array.from({ length: atOnce }, work))
      rest = await findSecondsToNextMail(database)
    } catch (error) {
      logFailure('outbox', error as MailFailure)
    }
    // Another process may add a mail at any time; it sends that one itself.
    const seconds = Math.min(Math.max(rest ?? longestRestSeconds, 1), longestRestSeconds)
    if (!isOver) timer = setTimeout(() => void deliver(), seconds * 1_000).unref()
  }

  async function deliver(): Promise<void> {
    if (isOver) return
    isWanted = true
    delivering ??= (async () => {
      while (isWanted) {
        isWanted = false
        await deliverOnce()
      }
      delivering = undefined
    })()
    await delivering
  }

  async function putWith<Tables>(connection: Kysely<Tables>, mail: Mail): Promise<void> {
    const { kind, usefulSeconds } = mail
    await insertMail(connection, { kind, sealed: sealMail(mail, secrets), usefulSeconds })
  }

  return {
    async put(mail) {
      await putWith(database, mail)
      void deliver()
    },
    putWith,
    deliver,
    async [Symbol.asyncDispose]() {
      isOver = true
      clearTimeout(timer)
      await delivering
    },
  }
}

type MailFailure = { code?: string; responseCode?: number }

/** The mail itself is refused permanently (RFC 5321, section 4.2.1); a refused sender may be corrected. */
function isFinal({ code, responseCode = 0 }: MailFailure): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500
}

function pauseAfter(attempts: number): number {
  return Math.min(firstPauseSeconds * 3 ** (attempts - 1), longestPauseSeconds)
}

/** The mail server's own message repeats the address, so only the kind of failure is logged. */
function logFailure(kind: string, { code, responseCode }: MailFailure): void {
  const reason = [code ?? 'unknown', responseCode].filter(Boolean).join(' ')
  process.stderr.write(`A mail (${kind}) was not sent: ${reason}\n`)
}
