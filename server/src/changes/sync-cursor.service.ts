import { createHash } from 'node:crypto'
import { badUserInput } from '../errors.ts'

/**
 * How far a client has read its person's log. Clients can't read it; it names the person it was
 * made for.
 */
export type SyncCursor = string

export function writeSyncCursor(userId: string, seq: number): SyncCursor {
  return Buffer.from(JSON.stringify(['sync', ownerTag(userId), seq])).toString('base64url')
}

/** A cursor that counts as too old, so that clients can try what they do then. */
export const expiredCursor: SyncCursor = 'expired'

/**
 * The position in the log; 0 means its beginning, and so does no cursor.
 *
 * @throws AppError `BAD_USER_INPUT` for a cursor that was not made for this person
 */
export function readSyncCursor(userId: string, cursor: string | null | undefined): number {
  if (cursor == null) return 0
  if (cursor === expiredCursor) return Number.MAX_SAFE_INTEGER
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === 3) {
      const [kind, owner, seq] = parts
      const inRange = Number.isSafeInteger(seq) && seq >= 0
      if (kind === 'sync' && owner === ownerTag(userId) && inRange) return seq
    }
  } catch {
    // Reported below like every other text that is not ours.
  }
  const message =
    'since is no cursor of your changes. Take it from an earlier page, or leave it out to start from the beginning.'
  throw badUserInput([{ path: ['since'], message }])
}

// Not a secret: it only keeps a client that changed its account from going on in the wrong log.
function ownerTag(userId: string): string {
  return createHash('sha256').update(`sync:${userId}`).digest('base64url').slice(0, 12)
}
