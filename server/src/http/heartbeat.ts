/** Beats every so often, for everybody in the same moment, as long as anybody feels it. */
export type Heartbeat = (beat: () => void) => Disposable

export function createHeartbeat(everyMs: number): Heartbeat {
  const beats = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined
  return (beat) => {
    beats.add(beat)
    timer ??= setInterval(() => {
      for (const each of beats) each()
    }, everyMs).unref()
    return {
      [Symbol.dispose]() {
        beats.delete(beat)
        if (beats.size > 0) return
        clearInterval(timer)
        timer = undefined
      },
    }
  }
}
