import { setTimeout as sleep } from 'node:timers/promises'

/** Others hardly notice such a wait. */
const pieceMs = 4
/** Others have three quarters of the process meanwhile. */
const restForEachMs = 3

/** Does long work in short pieces: after each few milliseconds that block everybody, it pauses for longer. */
export class Stint {
  readonly #rest: (milliseconds: number) => Promise<unknown>
  #workedMs = 0

  constructor(rest: (milliseconds: number) => Promise<unknown> = sleep) {
    this.#rest = rest
  }

  /** Does a step, which should take less than a piece, and pauses when the piece is full. */
  async do<Result>(step: () => Result): Promise<Result> {
    const startedAt = performance.now()
    const result = step()
    this.#workedMs += performance.now() - startedAt
    if (this.#workedMs >= pieceMs) {
      const workedMs = this.#workedMs
      this.#workedMs = 0
      await this.#rest(restForEachMs * workedMs)
    }
    return result
  }
}
