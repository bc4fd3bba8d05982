import { type Client, createRequest } from '@urql/core'
import { pipe, take, toPromise } from 'wonka'
import type { LiveDocuments } from './live-changes.ts'
import { isUselessCursor } from './live-link.ts'
import type { ChangePage } from './live-stream.ts'
import type { SyncStatus } from './sync-status.ts'

export type LiveCopySettings = {
  client: Client
  documents: LiveDocuments
  cursor: string
  status: SyncStatus
  /** What the tab has loaded is too old to be updated. */
  onReset: () => void
}

/** A tab's data, kept current by changes. */
export type LiveCopy = {
  /** The cursor up to which it is current. */
  readCursor: () => string
  /** Takes a page of the stream, which began at `since`. */
  take: (since: string, page: ChangePage) => void
  /** Takes the cursor of the stream, and requests what was missed. */
  meet: (cursor: string) => void
}

/**
 * Applies the stream's pages in their order. A tab that came later than the stream, or slept, asks the
 * API once for what it missed, and continues with the stream from there. Cursors are only compared for
 * equality: their content is the API's business.
 */
export function createLiveCopy(settings: LiveCopySettings): LiveCopy {
  const { client, documents, status, onReset } = settings
  let cursor = settings.cursor
  /** The cursor of the stream at which the copy last held all its changes. */
  let met: string | undefined
  let work: Promise<void> = Promise.resolve()

  async function takeNow(since: string, page: ChangePage): Promise<void> {
    if (since !== met && since !== cursor) return meetNow(page.cursor)
    if (!(await apply(page))) return
    met = page.cursor
    // Nothing but an answer shows that the API can be reached.
    status.update((state) => ({ ...state, live: true, trouble: false }))
  }

  async function meetNow(at: string): Promise<void> {
    const isMet = at === met || at === cursor || (await catchUp())
    met = isMet ? at : undefined
    if (status.read().live !== isMet) status.update((state) => ({ ...state, live: isMet }))
  }

  /** Loads what was missed; whether everything that had changed by then was received. */
  async function catchUp(): Promise<boolean> {
    const context = { uncached: true, requestPolicy: 'network-only' } as const
    while (true) {
      const { data, error } = await client
        .query(documents.missed, { since: cursor }, context)
        .toPromise()
      if (error && isUselessCursor(error)) onReset()
      if (!data || !(await apply(data.changes))) return false
      if (!data.changes.hasMore) return true
    }
  }

  async function apply(page: ChangePage): Promise<boolean> {
    if (page.resetRequired) {
      onReset()
      return false
    }
    if (page.changes.length > 0) {
      // With the stream's variables it would be taken for the stream, and never be executed.
      const request = createRequest(documents.changes, { since: page.cursor })
      const answer = { changes: page }
      await pipe(client.executeSubscription(request, { answer }), take(1), toPromise)
      status.update((state) => ({ ...state, changeCount: state.changeCount + 1 }))
    }
    cursor = page.cursor
    return true
  }

  return {
    readCursor: () => cursor,
    take(since, page) {
      work = work.then(() => takeNow(since, page))
    },
    meet(at) {
      work = work.then(() => meetNow(at))
    },
  }
}
