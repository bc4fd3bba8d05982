import type { Kysely } from 'kysely'
import { gather } from '../gather.ts'
import { handOut } from '../hand-out.ts'
import { type Mail, type MailedRing, ringKind } from './mail.ts'
import {
  type ClaimedMail,
  claimMails,
  deleteExpiredMails,
  deleteMails,
  findSecondsToNextMail,
  insertMails,
  keepMail,
  noteHandOvers,
  postponeMail,
} from './mail-outbox.queries.ts'
import { type MailSecrets, openMail, sealMail } from './sealed-mail.ts'

export type OutboxSettings = {
  database: Kysely<unknown>
  secrets: MailSecrets
  /**
   * Passes a mail to a mail server, and awaits `handOver` before it passes the end.
   *
   * @throws Error with nodemailer's `code` and `responseCode`
   */
  transmit: (mail: Mail, handOver: () => Promise<void>) => Promise<void>
  /** Without it, what has rung is left to other processes. */
  isStillWanted?: ((ring: MailedRing) => Promise<boolean>) | undefined
  /** After how long others take up what a process that died was sending. */
  leaseSeconds?: number
  /** How long to wait before looking again when nothing is known to be due. */
  longestRestSeconds?: number
}

export type Outbox = AsyncDisposable & {
  /** Keeps a mail until it is sent; resolves once it is stored. @throws Error of the database */
  put(mail: Mail): Promise<void>
  /** Stores mails as part of a transaction; `deliver` sends them once that is committed. */
  putWith<Tables>(transaction: Kysely<Tables>, mails: readonly Mail[]): Promise<void>
  /** Sends everything that is due, and again when the next mail is due. Never rejects. */
  deliver(): Promise<void>
}

const usualLeaseSeconds = 30
/** A process that lives keeps what it is sending, so often within a lease. */
const keptPerLease = 3
/** How many mails a process sends at once. */
export const mailsAtOnce = 4
/** So that a crowd costs few statements. */
const claimedTogether = 32
/** With pauses of half an hour, more than a day's worth: a mail server may be down for that long. */
const mostAttempts = 60
const usualRestSeconds = 30
const firstPauseSeconds = 10
const longestPauseSeconds = 1_800

/**
 * The outgoing mails in the database, for all processes of the API and the web app together. Each is retried,
 * with longer and longer pauses, until a server accepts it or it is no longer useful. If the connection is lost, or
 * the process dies, after the server got everything and before that was noted, it is sent again: a mail may come
 * twice then, rather than never. One that `comesOnce` isn't sent again then.
 */
export function createOutbox({
  database,
  secrets,
  transmit,
  isStillWanted,
  leaseSeconds = usualLeaseSeconds,
  longestRestSeconds = usualRestSeconds,
}: OutboxSettings): Outbox {
  const except = isStillWanted ? undefined : ringKind
  let delivering: Promise<void> | undefined
  let isWanted = false
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const markHandedOver = gather(
    (mails: readonly ClaimedMail[]) => noteHandOvers(database, mails),
    mailsAtOnce,
  )
  const finish = gather((ids: readonly string[]) => deleteMails(database, ids), mailsAtOnce)

  async function workThrough(): Promise<void> {
    const inHand = new Set<ClaimedMail>()
    const keepAll = (seconds: number) =>
      Promise.all([...inHand].map((one) => keepMail(database, one, seconds)))
    const takeNext = handOut(async () => {
      const claimed = await claimMails(database, { leaseSeconds, most: claimedTogether, except })
      for (const one of claimed) inHand.add(one)
      return claimed
    })
    const everyMs = (leaseSeconds * 1_000) / keptPerLease
    const keeping = setInterval(() => void keepAll(leaseSeconds).catch(() => {}), everyMs)
    async function work(): Promise<void> {
      for (let one = await takeNext(); one && !isOver; one = await takeNext()) {
        await attempt(one)
        inHand.delete(one)
      }
    }
    try {
      await Promise.all(Array.from({ length: mailsAtOnce }, work))
      // It stops before it has begun these.
      await keepAll(0)
    } finally {
      clearInterval(keeping)
    }
  }

  async function attempt(claimed: ClaimedMail): Promise<void> {
    const { id, kind, sealed, attempts } = claimed
    const mail = openMail(sealed, secrets)
    if (mail?.ring && attempts > 1 && !(await isStillWanted?.(mail.ring))) return void finish(id)
    const failure = await findFailure(mail, claimed)
    if (failure) logFailure(kind, failure)
    if (!mail || !failure || isFinal(failure) || attempts >= mostAttempts) {
      return finish(id)
    }
    await postponeMail(database, claimed, pauseAfter(attempts))
  }

  async function findFailure(
    mail: Mail | undefined,
    claimed: ClaimedMail,
  ): Promise<MailFailure | undefined> {
    if (!mail) return { code: 'SECRET_CHANGED' }
    if (mail.comesOnce && claimed.isHandedOver) return { code: unconfirmed }
    let isMine = true
    let isHandedOver = false
    try {
      await transmit(mail, async () => {
        isMine = await markHandedOver(claimed)
        if (!isMine) throw new Error('Another process has taken this mail over.')
        isHandedOver = true
      })
      return undefined
    } catch (error) {
      const failure = isMine ? (error as MailFailure) : { code: 'TAKEN_OVER' }
      const isUnknown = isHandedOver && failure.responseCode === undefined
      return mail.comesOnce && isUnknown ? { code: unconfirmed } : failure
    }
  }

  async function deliverOnce(): Promise<void> {
    clearTimeout(timer)
    let rest: number | undefined = longestRestSeconds
    try {
      for (const kind of await deleteExpiredMails(database)) logFailure(kind, { code: 'TOO_LATE' })
      await workThrough()
      rest = await findSecondsToNextMail(database, { except })
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

  async function putWith<Tables>(
    connection: Kysely<Tables>,
    mails: readonly Mail[],
  ): Promise<void> {
    const sealed = mails.map((mail) => ({
      ...{ kind: mail.kind, usefulSeconds: mail.usefulSeconds },
      sealed: sealMail(mail, secrets),
    }))
    await insertMails(connection, sealed)
  }

  return {
    async put(mail) {
      await putWith(database, [mail])
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

const unconfirmed = 'UNCONFIRMED'

/**
 * The mail itself is refused permanently (RFC 5321, section 4.2.1), or may be at its reader's already; a refused
 * sender may be corrected.
 */
function isFinal({ code, responseCode = 0 }: MailFailure): boolean {
  if (code === unconfirmed) return true
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
