import { performance } from 'node:perf_hooks'

/** A point in time, and how long this process had waited by then, with nothing else to do. */
export type Moment = {
  atMs: number
  idleMs: number
}

export function readClock(): Moment {
  return { atMs: performance.now(), idleMs: performance.nodeTiming.idleTime }
}

/** How slowly the clock adapts to a longer round trip. */
const drift = 0.001

/**
 * Measures from outside how long the database worked on something. While this process was busy, an
 * answer may have been waiting, and that isn't the database's time; neither is the network's round
 * trip, which is known from the quickest answers.
 */
export class WorkClock {
  readonly #isEmbedded: boolean
  #wayMs = Number.POSITIVE_INFINITY

  /** @param isEmbedded whether the database runs in this process, and its work is this process's */
  constructor(isEmbedded: boolean) {
    this.#isEmbedded = isEmbedded
  }

  /**
   * @param sent when it left
   * @param answered when it was answered
   * @param before when the one before it on the same connection was answered
   */
  measure(sent: Moment, answered: Moment, before?: Moment): number {
    const begun = before && before.atMs > sent.atMs ? before : sent
    const wholeMs = answered.atMs - begun.atMs
    const tookMs = this.#isEmbedded ? wholeMs : Math.min(wholeMs, answered.idleMs - begun.idleMs)
    // A statement that waited for another one on the connection had arrived already.
    if (begun !== sent) return tookMs
    this.#wayMs = tookMs < this.#wayMs ? tookMs : this.#wayMs + (tookMs - this.#wayMs) * drift
    return Math.max(0, tookMs - this.#wayMs)
  }
}
