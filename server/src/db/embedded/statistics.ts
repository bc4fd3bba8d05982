import type { PGlite } from '@electric-sql/pglite'
import type { Mutex } from './mutex.ts'

const lookEveryMs = 15_000
// The engine does nothing else meanwhile, so this must take only a small part of the time.
const shareOfTime = 0.02

/**
 * Keeps the planner's statistics up to date, as autovacuum does on a server: the embedded engine has no
 * background workers. Without it, a table that was filled quickly still counts as empty, and plans that read
 * all of a person's rows look cheap.
 */
export function keepStatistics(engine: PGlite, mutex: Mutex): Disposable {
  let turnsAtLastLook = 0
  let timer: NodeJS.Timeout

  function lookIn(waitMs: number): void {
    timer = setTimeout(async () => {
      const tookMs = await analyze().catch(() => 0)
      if (!engine.closed) lookIn(Math.max(lookEveryMs, tookMs / shareOfTime))
    }, waitMs).unref()
  }

  async function analyze(): Promise<number> {
    if (mutex.turns === turnsAtLastLook) return 0
    const endTurn = await mutex.enter()
    const startedAt = performance.now()
    try {
      if (!engine.closed) await engine.exec('analyze')
    } finally {
      turnsAtLastLook = mutex.turns
      endTurn()
    }
    return performance.now() - startedAt
  }

  lookIn(lookEveryMs)
  return { [Symbol.dispose]: () => clearTimeout(timer) }
}
