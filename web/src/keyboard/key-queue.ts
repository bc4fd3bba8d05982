export type KeyQueue<Key> = {
  /** Has a key handled: at once, or after those that wait. */
  take: (key: Key) => void
  /** To be called when there is somebody new who handles keys. */
  retry: () => void
  /** Whether keys still wait. */
  isPatient: () => boolean
}

/**
 * Keys that came before what handles them is there wait for it for a while, and those after them wait
 * behind, so that nothing is done out of its order. `handle` gives false for what nobody handles yet.
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
