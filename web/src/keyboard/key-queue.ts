export type KeyQueue<Key> = {
  /** Handles a key at once, or after those that wait. */
  take: (key: Key) => void
  /** To be called when there is a new handler. */
  retry: () => void
  /** Whether keys still wait. */
  isPatient: () => boolean
}

/**
 * Keys that come before their handler wait for it for a while, and later keys wait behind them, so that
 * nothing happens out of order. `handle` gives false for what nobody handles yet.
 */
export function createKeyQueue<Key>(
  handle: (key: Key) => boolean,
  patienceMs: number,
): KeyQueue<Key> {
  const waiting: Key[] = []
  let patient = true

  function retry(): void {
    for (const key of [...waiting]) {
      if (!handle(key) && patient) return
      waiting.shift()
    }
  }

  setTimeout(() => {
    patient = false
    retry()
  }, patienceMs)
  return {
    take(key) {
      waiting.push(key)
      if (waiting.length === 1) retry()
    },
    retry,
    isPatient: () => patient,
  }
}
