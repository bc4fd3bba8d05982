export type KeyQueue<Key> = {
  /** Handles a key at once, or after those that wait. */
  take: (key: Key) => void
  /** To be called when there is a new handler, or nothing to wait for any more. */
  retry: () => void
}

/**
 * Keys that come before their handler wait for it as long as `isPatient`, and later keys wait behind them,
 * so that nothing happens out of order. `handle` gives false for what nobody handles yet.
 */
export function createKeyQueue<Key>(
  handle: (key: Key) => boolean,
  isPatient: () => boolean,
): KeyQueue<Key> {
  const waiting: Key[] = []

  function retry(): void {
    for (const key of [...waiting]) {
      if (!handle(key) && isPatient()) return
      waiting.shift()
    }
  }

  return {
    take(key) {
      waiting.push(key)
      if (waiting.length === 1) retry()
    },
    retry,
  }
}
