export type Rounds = {
  /** There may be something to do. Costs nothing: the next round is soon, once for all that call. */
  wake(): void
  /** The next round is at once, or right after the one under way. */
  hurry(): void
  /** Lets the round under way end, and makes no other. */
  stop(): Promise<void>
}

export const longestRestSeconds = 30
const wakeAfterMs = 200
/** Where others are at it, and so nothing was to be had. */
const shortestRestSeconds = 0.05

/**
 * Makes one round after the other: each says in how many seconds the next has something to do. They come sooner when
 * that is asked for, and half a minute apart otherwise.
 *
 * @param round must not throw
 */
export function startRounds(round: () => Promise<number>): Rounds {
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  let timerAt = Number.POSITIVE_INFINITY
  let isWanted = false
  let working: Promise<void> | undefined

  async function work(): Promise<void> {
    let seconds = longestRestSeconds
    while (isWanted && !isOver) {
      isWanted = false
      seconds = await round()
    }
    working = undefined
    rest(Math.min(Math.max(seconds, shortestRestSeconds), longestRestSeconds) * 1_000)
  }

  /** Works after so many milliseconds, or before if it was going to. */
  function rest(ms: number): void {
    if (isOver || performance.now() + ms >= timerAt) return
    clearTimeout(timer)
    timerAt = performance.now() + ms
    timer = setTimeout(() => {
      timerAt = Number.POSITIVE_INFINITY
      isWanted = true
      working ??= work()
    }, ms).unref()
  }
  rest(0)

  return {
    wake: () => rest(wakeAfterMs),
    hurry: () => rest(0),
    async stop() {
      isOver = true
      clearTimeout(timer)
      await working
    },
  }
}
