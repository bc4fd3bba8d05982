import type { CombinedError } from '@urql/core'
import type { LiveSettings } from './live-changes.ts'
import {
  isSilent,
  isToBeProbed,
  isToBeRenewed,
  type LinkState,
  nextPatience,
  type Occasion,
  pauseBefore,
} from './live-rules.ts'
import { type ChangePage, openLiveStream } from './live-stream.ts'

export type LiveLinkSettings = Pick<LiveSettings, 'apiUrl' | 'client' | 'documents' | 'status'> & {
  readCursor: () => string
  onPage: (since: string, page: ChangePage) => void
  /** The stream is alive, and at this cursor. */
  onHeartbeat: (cursor: string) => void
  /** No changes are received until the next page. */
  onLost: () => void
  onUselessCursor: () => void
}

export type LiveLink = {
  /** Connects again, from the cursor, if the occasion asks for it. */
  look: (occasion: Occasion, hasTrouble?: boolean) => void
  /** Reports the cursor of the stream if it is open. */
  reportCursor: () => void
  end: () => void
}

const probeTimeoutMs = 3_000
const probePath = '/livez'

/** Holds a connection for live changes until it is ended, and connects again whenever it is lost. */
export function openLiveLink(settings: LiveLinkSettings): LiveLink {
  const { apiUrl, client, documents, status, readCursor } = settings
  let state: LinkState
  let cursor: string
  let endStream = () => {}
  let rest: ReturnType<typeof setTimeout> | undefined
  let attempts = 0
  let patience = 3_000
  let isProbing = false
  connect()

  function connect(): void {
    close()
    const now = Date.now()
    state = { isOpen: false, startedAt: now, lastMessageAt: now, hasTrouble: false, patience }
    cursor = readCursor()
    endStream = openLiveStream({
      ...{ client, document: documents.changes, since: cursor },
      onSign() {
        state = { ...state, isOpen: true, lastMessageAt: Date.now() }
        settings.onHeartbeat(cursor)
      },
      onPage(page) {
        attempts = 0
        patience = 3_000
        const since = cursor
        cursor = page.cursor
        settings.onPage(since, page)
      },
      onEnd: reconnect,
    })
  }

  function reconnect(error: CombinedError | undefined): void {
    settings.onLost()
    if (error && isUselessCursor(error)) {
      settings.onUselessCursor()
      return
    }
    rest = setTimeout(connect, pauseBefore(attempts, Math.random()))
    attempts += 1
  }

  function close(): void {
    clearTimeout(rest)
    rest = undefined
    endStream()
  }

  function look(occasion: Occasion, hasTrouble = false): void {
    const now = Date.now()
    const isTroubled = hasTrouble || status.read().trouble
    if (rest !== undefined) {
      if (occasion !== 'tick') connect()
      return
    }
    if (isToBeProbed(state, now)) void probe(state.startedAt)
    if (!isToBeRenewed({ ...state, hasTrouble: isTroubled }, occasion, now)) return
    if (isSilent(state, now)) status.update((before) => ({ ...before, trouble: true }))
    // What couldn't be loaded meanwhile is requested again when changes are received again.
    settings.onLost()
    if (occasion === 'reached') patience = nextPatience(patience)
    connect()
  }

  /**
   * An attempt that a network swallowed isn't answered when that network is back, and a slow one is
   * to be left alone: another request shows which it is.
   */
  async function probe(startedAt: number): Promise<void> {
    if (isProbing) return
    isProbing = true
    const signal = AbortSignal.timeout(probeTimeoutMs)
    // Any answer will do, so this needs no permission to read it across origins.
    const options = { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal } as const
    const isReached = await fetch(apiUrl + probePath, options).then(
      () => true,
      () => false,
    )
    isProbing = false
    if (isReached && state.startedAt === startedAt && rest === undefined) look('reached')
  }

  return {
    look,
    reportCursor() {
      if (state.isOpen) settings.onHeartbeat(cursor)
    },
    end() {
      close()
      // A probe under way has nothing to report to.
      state = { ...state, startedAt: Number.NaN }
    },
  }
}

/** Whether the API can't continue from a cursor. */
export function isUselessCursor({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT')
}
