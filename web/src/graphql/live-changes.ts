import type { Client, CombinedError, OperationResult, TypedDocumentNode } from '@urql/core'
import { onEnd, pipe, subscribe } from 'wonka'
import { runAfterPaint } from '../time/after-paint.ts'
import { fetchInBudget } from './fetch-in-budget.ts'
import type { SyncStatus } from './sync-status.ts'

/** The documents by which the API tells where changes stand and what they are. */
export type LiveDocuments = {
  cursor: TypedDocumentNode<{ syncCursor: string }, Record<string, never>>
  changes: TypedDocumentNode<LiveAnswer, { since: string }>
}

type LiveAnswer = {
  changes: { cursor: string; resetRequired: boolean; changes: readonly unknown[] }
}

export type LiveSettings = {
  client: Client
  documents: LiveDocuments
  /** Where changes stood before anything was loaded, when that is known already. */
  cursor: string | undefined
  status: SyncStatus
  /** Called once, when what is loaded from then on is told of its changes. */
  onCursor: () => void
  /** What is loaded is too old to be brought up to date: everything is to be loaded anew. */
  onReset: () => void
}

const firstPauseMilliseconds = 500
const longestPauseMilliseconds = 15_000

/**
 * Follows what changes elsewhere for as long as the page lives: takes the cursor, subscribes from it
 * on, and after a cut subscribes again from the last page's cursor, so that nothing is missed. The
 * cache applies what arrives. Gives the function that ends it.
 */
export function followChanges(settings: LiveSettings): () => void {
  const { client, documents, status, onCursor, onReset } = settings
  let stopped = false
  let pause = firstPauseMilliseconds
  let wake: () => void = () => {}

  async function run(): Promise<void> {
    let cursor = settings.cursor ?? (await readCursor())
    const isLate = cursor === undefined
    onCursor()
    while (cursor === undefined && !stopped) {
      await rest()
      cursor = await readCursor()
    }
    // What was loaded meanwhile was loaded before anything was followed.
    if (isLate && !stopped) return onReset()
    while (cursor !== undefined && !stopped) {
      cursor = await follow(cursor)
      status.update((state) => ({ ...state, live: false }))
      if (cursor !== undefined && !stopped) await rest()
    }
    if (!stopped) onReset()
  }

  async function readCursor(): Promise<string | undefined> {
    const options = { requestPolicy: 'network-only', fetch: fetchInBudget } as const
    const { data } = await client.query(documents.cursor, {}, options).toPromise()
    return data?.syncCursor
  }

  /** Follows until the connection ends; gives the cursor to go on from, or undefined without one. */
  function follow(since: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      let cursor: string | undefined = since
      const { unsubscribe } = pipe(
        client.subscription(documents.changes, { since }),
        onEnd(() => resolve(cursor)),
        subscribe((result: OperationResult<LiveAnswer>) => {
          if (result.data) {
            cursor = result.data.changes.resetRequired ? undefined : result.data.changes.cursor
            pause = firstPauseMilliseconds
            const heard = result.data.changes.changes.length > 0 ? 1 : 0
            status.update((state) => ({ ...state, live: true, heard: state.heard + heard }))
          }
          if (result.error && isUselessCursor(result.error)) cursor = undefined
          if (result.error || cursor === undefined) end()
        }),
      )
      function end(): void {
        unsubscribe()
        resolve(cursor)
      }
      wake = end
    })
  }

  function rest(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, pause)
    wake = resolve
    pause = Math.min(pause * 2, longestPauseMilliseconds)
    return promise.finally(() => clearTimeout(timer))
  }

  /** A connection may have died unnoticed while the machine slept or the network was away. */
  function onReturn(): void {
    if (document.visibilityState !== 'visible') return
    pause = firstPauseMilliseconds
    wake()
  }

  window.addEventListener('online', onReturn)
  // With a cursor in hand nobody waits for it.
  const callOff = runAfterPaint(() => void run())
  return () => {
    stopped = true
    callOff()
    window.removeEventListener('online', onReturn)
    wake()
  }
}

function isUselessCursor({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT')
}
