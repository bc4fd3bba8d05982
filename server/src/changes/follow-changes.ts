import { liveEventSize } from '../domain/limits.ts'
import type { ChangePage } from './change-page.ts'
import type { Subscriber } from './listeners.ts'
import type { SyncCursor } from './sync-cursor.service.ts'

export type Follower = {
  read(since: SyncCursor | null | undefined, limit: number): Promise<ChangePage>
  subscriber: Subscriber
  /** Waits until the next page may be created; it counts as under way until the turn is disposed of. */
  takeTurn(isFirst: boolean): Promise<Disposable>
  /** How long to rely on notifications before polling the log. */
  lookEveryMs: number
  /** Ends it. */
  signal: AbortSignal
}

/**
 * First what was missed since the cursor, in at least one page, which may be empty, so that the caller knows
 * its position. Then every change as it happens. Changes are always read from the log, so a lost
 * notification delays a change but can't lose it.
 */
export async function* followChanges(
  follower: Follower,
  since: SyncCursor | null | undefined,
): AsyncGenerator<ChangePage, void, void> {
  using subscriber = follower.subscriber
  // Between two pages only the position is kept, because this may wait for hours.
  let cursor = since
  let hasMore = true
  let isFirst = true
  while (!follower.signal.aborted) {
    if (!hasMore) await subscriber.notified(follower.lookEveryMs, follower.signal)
    using _turn = await follower.takeTurn(isFirst)
    if (follower.signal.aborted) break
    const page = await follower.read(cursor, liveEventSize)
    cursor = page.cursor
    hasMore = page.hasMore
    if (isFirst || page.changes.length > 0 || page.resetRequired) yield page
    isFirst = false
  }
}
