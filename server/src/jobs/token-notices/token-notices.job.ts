import { describeMoment } from '../../mail/describe-moment.ts'
import type { JobTables } from '../job.table.ts'
import type { Job, JobContext } from '../job.ts'
import { tokenEndsMail } from './token-ends.mail.ts'
import { claimEndingTokens } from './token-notices.queries.ts'

export const tokenNoticesJob: Job = {
  name: 'token-notices',
  everyHours: 1,
  run: sendTokenNotices,
}

/** How long before a token's end its owner is notified; not at all if it lives no longer than this. */
const noticeDays = 7

/**
 * Notifies people by mail, once, that one of their access tokens is about to expire. The claim and the
 * mail are one transaction: nobody is notified twice, and if the process dies in between, nobody is.
 *
 * @throws Error of the database
 */
export async function sendTokenNotices(
  context: Pick<JobContext, 'owner' | 'mailer' | 'webUrl'>,
): Promise<{ notices: number }> {
  const { mailer } = context
  if (!mailer.canSend) return { notices: 0 }
  let notices = 0
  for (let count = 1; count > 0; notices += count) {
    count = await sendSomeNotices(context)
    if (count > 0) await mailer.resume()
  }
  return { notices }
}

function sendSomeNotices({
  owner,
  mailer,
  webUrl,
}: Pick<JobContext, 'owner' | 'mailer' | 'webUrl'>): Promise<number> {
  return owner.transaction().execute(async (transaction) => {
    const ending = await claimEndingTokens(transaction, noticeDays)
    const mails = ending.map(({ name, expiresAt, email, timeZone }) => {
      const when = describeMoment(expiresAt, timeZone)
      const usefulSeconds = Math.ceil((expiresAt.getTime() - Date.now()) / 1_000)
      return tokenEndsMail(email, { name, when, usefulSeconds }, `${webUrl}/settings/tokens`)
    })
    if (mails.length > 0) await mailer.sendWith<JobTables>(transaction, mails)
    return ending.length
  })
}
