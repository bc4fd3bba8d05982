import { randomUUIDv7 } from 'node:crypto'
import { writeOwnerNotice } from '../account/owner-notice.service.ts'
import { hashFeedSecret, makeFeedSecret } from '../auth/feed-secret.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { isUuid } from '../domain/ids.ts'
import { textLimits } from '../domain/limits.ts'
import { checkText } from '../domain/text/text.ts'
import { badUserInput, notFound, requireWithin } from '../errors.ts'
import type { Mail } from '../mail/mail.ts'
import { findView } from '../views/saved-view.queries.ts'
import {
  countFeeds,
  deleteRevokedFeeds,
  type Feed,
  insertFeed,
  setFeedRevoked,
} from './feed.queries.ts'
import { newFeedMail } from './new-feed.mail.ts'

/**
 * Creates an address for calendar apps. The second value is its secret, which nobody can show again.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (the view), `LIMIT_EXCEEDED`
 */
export async function createFeed(
  db: UserDatabase,
  draft: { name: string; viewId?: string | null | undefined },
): Promise<{ feed: Feed; secret: string }> {
  const name = checkText(draft.name, textLimits.feedName)
  if (!name.ok) throw badUserInput([{ path: ['input', 'name'], message: name.message }])
  const viewId = draft.viewId?.toLowerCase() ?? null
  if (viewId !== null && !(isUuid(viewId) && (await findView(db, viewId))))
    throw notFound('view', ['input', 'viewId'])
  await deleteRevokedFeeds(db)
  requireWithin('feeds', (await countFeeds(db)) + 1)
  const secret = makeFeedSecret()
  const secretHash = hashFeedSecret(secret)
  if (!secretHash) throw new Error('A secret was made that can’t be read')
  const feed = await insertFeed(db, { id: randomUUIDv7(), name: name.value, viewId, secretHash })
  return { feed, secret }
}

/** Revokes an address for good and returns it as it was. @throws AppError `NOT_FOUND` */
export async function revokeFeed(db: UserDatabase, id: string): Promise<Feed> {
  const revoked = isUuid(id) ? await setFeedRevoked(db, id) : undefined
  if (!revoked) throw notFound('calendar address')
  return revoked
}

/** The mail that tells its owner of it; undefined when they got many of them within the hour. */
export function writeFeedNotice(
  db: UserDatabase,
  { name, createdAt }: Feed,
  webUrl: string,
): Promise<Mail | undefined> {
  return writeOwnerNotice(db, { made: 'feed', createdAt }, (to, when) =>
    newFeedMail(to, { name, when }, `${webUrl}/settings/data`),
  )
}
