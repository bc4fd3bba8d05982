export type AttemptLimit = {
  /** Counts one attempt; gives the seconds to wait when it is one too many, else 0. */
  take(key: string, nowMilliseconds: number): number
  /** Forgets the attempts of a key, because one of them was right. */
  clear(key: string): void
}

export type AttemptLimitSettings = { maxAttempts: number; windowSeconds: number; maxKeys: number }

type Window = { attempts: number; endsAtMilliseconds: number }

/**
 * Bounds how often one account may be tried, whatever addresses the tries come from. Kept in memory,
 * so several processes multiply the bound; of more than `maxKeys` accounts the oldest are forgotten.
 */
export function createAttemptLimit(settings: AttemptLimitSettings): AttemptLimit {
  const windows = new Map<string, Window>()

  function startWindow(key: string, nowMilliseconds: number): Window {
    const window = {
      attempts: 0,
      endsAtMilliseconds: nowMilliseconds + settings.windowSeconds * 1_000,
    }
    windows.delete(key)
    windows.set(key, window)
    const oldest = windows.keys().next()
    if (windows.size > settings.maxKeys && !oldest.done) windows.delete(oldest.value)
    return window
  }

  return {
    take(key, nowMilliseconds) {
      const known = windows.get(key)
      const window =
        known && known.endsAtMilliseconds > nowMilliseconds
          ? known
          : startWindow(key, nowMilliseconds)
      if (window.attempts >= settings.maxAttempts) {
        return Math.ceil((window.endsAtMilliseconds - nowMilliseconds) / 1_000)
      }
      window.attempts += 1
      return 0
    },
    clear(key) {
      windows.delete(key)
    },
  }
}
