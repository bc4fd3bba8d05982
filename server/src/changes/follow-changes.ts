import { changePageSize } from '../domain/limits.ts'
import type { ChangePage } from './change-page.ts'
import type { Ear } from './listeners.ts'
import type { SyncCursor } from './sync-cursor.ts'

export interface Follower {
  read(since: SyncCursor | null | undefined, limit: number): Promise<ChangePage>
  ear: Ear
  /** How long to trust that nudges arrive, before looking all the same. */
  lookEveryMs: number
  /** Ends it. */
  signal: AbortSignal
}

/**
 * First what was missed since the cursor, in one page at least, which may be empty: from then on the
 * caller knows where it stands. Then every change as it happens. The log is what is read each time,
 * so a nudge that got lost delays a change and can't lose it.
 */
export async function* followChanges(
  follower: Follower,
  since: SyncCursor | null | undefined,
): AsyncGenerator<ChangePage, void, void> {
  using ear = follower.ear
  let page = await follower.read(since, changePageSize.max)
  yield page
  while (!follower.signal.aborted) {
    if (!page.hasMore) await ear.heard(follower.lookEveryMs, follower.signal)
    if (follower.signal.aborted) break
    page = await follower.read(page.cursor, changePageSize.max)
    if (page.changes.length > 0 || page.resetRequired) yield page
  }
}
