import type { Kysely } from 'kysely'
import type { Mailer } from '../mail/mailer.ts'
import { tokenEndsMail } from '../mail/mails.ts'
import { logProblem } from './auth-log.ts'
import { describeMoment } from './describe-moment.ts'
import { claimEndingTokens } from './token-notices.queries.ts'

type Settings = { webUrl: string; database: Kysely<unknown>; mailer: Mailer }

export type TokenNotices = {
  /** Tells of all that is due now. @throws Error of the database */
  tell(): Promise<void>
  /** Tells now and every hour, as long as the process lives. Never throws. */
  start(): void
}

/** How long before its end people hear of it; of a token that lives no longer, never. */
const noticeDays = 7
const everyMilliseconds = 3_600_000

/**
 * Tells people by mail, once, that an access token of theirs is about to expire. The claim and the mail
 * are one transaction: nobody is told twice, and a process that dies in between has told nobody.
 */
export function createTokenNotices({ webUrl, database, mailer }: Settings): TokenNotices {
  function tellSome(): Promise<number> {
    return database.transaction().execute(async (transaction) => {
      const ending = await claimEndingTokens(transaction, noticeDays)
      for (const { name, expiresAt, email, timeZone } of ending) {
        const when = describeMoment(expiresAt, timeZone)
        const usefulSeconds = Math.ceil((expiresAt.getTime() - Date.now()) / 1_000)
        const mail = tokenEndsMail(
          email,
          { name, when, usefulSeconds },
          `${webUrl}/settings/tokens`,
        )
        await mailer.sendWith(transaction, mail)
      }
      return ending.length
    })
  }

  async function tell(): Promise<void> {
    while ((await tellSome()) > 0) await mailer.resume()
  }

  function tellQuietly(): void {
    tell().catch((error: unknown) => logProblem('warn', 'Notices of tokens failed', error))
  }

  let timer: NodeJS.Timeout | undefined
  return {
    tell,
    start() {
      if (timer) return
      tellQuietly()
      timer = setInterval(tellQuietly, everyMilliseconds).unref()
    },
  }
}
