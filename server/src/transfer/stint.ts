import { setTimeout as sleep } from 'node:timers/promises'

/** Others hardly notice such a wait. */
const pieceMs = 4
/** Others have three quarters of the process meanwhile. */
const restForEachMs = 3

/** Does long work in short pieces: after each few milliseconds that block everybody, it pauses for longer. */
export class Stint {
  readonly #rest: (milliseconds: number) => Promise<unknown>
  readonly #clock: () => number
  #workedMs = 0

  /** @param clock Milliseconds from any start. */
  constructor(
    rest: (milliseconds: number) => Promise<unknown> = sleep,
    clock: () => number = () => performance.now(),
  ) {
    this.#rest = rest
    this.#clock = clock
  }

  /** Does a step, which should take less than a piece, and pauses when the piece is full. */
  async do<Result>(step: () => Result): Promise<Result> {
    const startedAt = this.#clock()
    const result = step()
    this.#workedMs += this.#clock() - startedAt
    if (this.#workedMs >= pieceMs) {
      const workedMs = this.#workedMs
      this.#workedMs = 0
      await this.#rest(restForEachMs * workedMs)
    }
    return result
  }
}
