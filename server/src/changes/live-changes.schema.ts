import { setTimeout as sleep } from 'node:timers/promises'
import { liveEventSize, maxLiveResults } from '../domain/limits.ts'
import { AppError, requireWithin } from '../errors.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { ChangePageType, sinceDescription } from './change.schema.ts'
import { type ChangePage, readChangePage } from './change-page.ts'
import { followChanges } from './follow-changes.ts'
import type { SyncCursor } from './sync-cursor.service.ts'

builder.subscriptionField('changes', (t) =>
  t.field({
    type: ChangePageType,
    description: `First what was missed since the cursor, then what changes as it happens. The first page comes at once and may be empty. When the connection is cut, subscribe again with the last page’s cursor: nothing is missed and nothing comes twice. At most ${maxLiveResults} at a time.`,
    authScopes: { scope: 'tasks:read' },
    extensions: { cost: { defaultSize: liveEventSize } },
    args: { since: t.arg({ type: 'SyncCursor', description: sinceDescription }) },
    subscribe: (_root, { since }, context) => follow(since, context),
    resolve: (page) => page,
  }),
)

async function* follow(
  since: SyncCursor | null | undefined,
  context: RequestContext,
): AsyncGenerator<ChangePage, void, void> {
  const { live, viewer } = context
  const { userId } = viewer
  requireWithin('liveResults', live.listeners.count(userId) + 1)
  const follower = {
    read: (cursor: SyncCursor | null | undefined, limit: number) =>
      context.asUser((db) => readChangePage(db, userId, cursor, limit)),
    subscriber: live.listeners.listen(userId),
    takeTurn: (isFirst: boolean) => takeTurn(isFirst, context),
    lookEveryMs: live.lookEverySeconds * 1000,
    signal: live.signal,
  }
  for await (const page of followChanges(follower, since)) {
    yield page
    // The caller got an error instead of this event. A later event would hide that it is missing.
    if (context.work.excess) return
  }
  if (live.signal.reason instanceof AppError) throw live.signal.reason
}

/**
 * How long a person's next event waits, for each point of this one. A point takes about 0.02 ms of
 * everybody's time, so one person uses at most a quarter of it. Small events follow each other at once.
 */
const restMsAPoint = 0.06

/** Never throws. */
function sleepUnlessOver(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal, ref: false }).catch(() => {})
}

/**
 * Waits for a turn, and until the person's budget has room again: events are charged for their contents
 * afterwards. The first is paid for when the subscription begins. Changes meanwhile are read from the log
 * later, so nothing is missed.
 */
async function takeTurn(isFirst: boolean, context: RequestContext): Promise<Disposable> {
  const { live, viewer, budget, work } = context
  const turn = await live.turns.take(viewer.userId, live.signal)
  while (!isFirst && !live.signal.aborted) {
    const seconds = budget.secondsUntilRoom(1)
    if (seconds === 0) break
    // No longer, because another process may report that more, or less, was spent.
    await sleepUnlessOver(Math.min(seconds, 60) * 1000, live.signal)
  }
  work.beginEvent(isFirst)
  live.noteMade = () => turn.noteMade(Math.floor(work.used * restMsAPoint))
  return turn
}
