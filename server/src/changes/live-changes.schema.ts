import { changePageSize, maxLiveResults } from '../domain/limits.ts'
import { AppError } from '../errors.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { ChangePageType, sinceDescription } from './change.schema.ts'
import { type ChangePage, readChangePage } from './change-page.ts'
import { followChanges } from './follow-changes.ts'
import type { SyncCursor } from './sync-cursor.ts'

builder.subscriptionField('changes', (t) =>
  t.field({
    type: ChangePageType,
    description: `First what was missed since the cursor, then what changes as it happens. The first page comes at once and may be empty. When the connection is cut, subscribe again with the last page’s cursor: nothing is missed and nothing comes twice. At most ${maxLiveResults} at a time.`,
    authScopes: { scope: 'tasks:read' },
    extensions: { cost: { defaultSize: changePageSize.default } },
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
  if (live.listeners.count(userId) >= maxLiveResults)
    throw new AppError(
      'LIMIT_EXCEEDED',
      `At most ${maxLiveResults} live results can be open at a time. Close one first.`,
    )
  const follower = {
    read: (cursor: SyncCursor | null | undefined, limit: number) =>
      context.asUser((db) => readChangePage(db, userId, cursor, limit)),
    ear: live.listeners.listen(userId),
    lookEveryMs: live.lookEverySeconds * 1000,
    signal: live.signal,
  }
  yield* followChanges(follower, since)
  if (live.signal.reason instanceof AppError) throw live.signal.reason
}
