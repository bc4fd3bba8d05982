/** Calls all listeners at regular intervals, at the same moment, as long as there are any. */
export type Heartbeat = (listener: () => void) => Disposable

export function createHeartbeat(everyMs: number): Heartbeat {
  const listeners = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined
  return (listener) => {
    listeners.add(listener)
    timer ??= setInterval(() => {
      for (const each of listeners) each()
    }, everyMs).unref()
    return {
      [Symbol.dispose]() {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      },
    }
  }
}
