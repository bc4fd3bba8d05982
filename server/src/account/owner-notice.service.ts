import type { UserDatabase } from '../db/user-database.ts'
import type { LastingAccess } from '../domain/lasting-access.ts'
import { describeMoment } from '../mail/describe-moment.ts'
import type { Mail } from '../mail/mail.ts'
import { getNoticeReader } from './owner-notice.queries.ts'

/** Whoever creates and revokes them in turns must not fill the owner's mailbox. */
const mostNoticesAnHour = 10

/**
 * The mail that tells an account's owner of something new that opens it; undefined when they got many of them
 * within the hour.
 *
 * @param write gets the owner's address, and when it was created in words
 */
export async function writeOwnerNotice(
  db: UserDatabase,
  { made, createdAt }: { made: LastingAccess; createdAt: string },
  write: (to: string, when: string) => Mail,
): Promise<Mail | undefined> {
  const { email, timeZone, createdThisHour } = await getNoticeReader(db, made)
  if (createdThisHour > mostNoticesAnHour) return undefined
  return write(email, describeMoment(new Date(createdAt), timeZone))
}
