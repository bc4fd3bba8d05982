import { setTimeout as sleep } from 'node:timers/promises'
import { FairQueue } from '../db/fair-queue.ts'

/** Runs work that can't be divided, and takes the time for which it holds up everybody. */
export type Hold = <Result>(piece: () => Result) => Result

/** What others hardly notice. */
export const shortMs = 15
/** However long it took: what takes seconds is the machine's doing, and would keep a program waiting for minutes. */
const longestRestMs = 3_000

/**
 * How long a person's next heavy request waits after one that held up everybody for so long, three seconds
 * at most: they have a fifth of the process, and of the others' requests one in a hundred meets what is
 * longer than short.
 */
export function restAfter(heldMs: number): number {
  return Math.min(4 * heldMs + 100 * Math.max(0, heldMs - shortMs), longestRestMs)
}

export type HeavyRules = {
  /** How many of one person's wait; what is more is refused. */
  waitingPerPerson: number
  /** For what can't be timed. */
  leastRestMs: number
}

/**
 * Lets each person's heavy requests be read and begun one after the other, with a rest in between. An
 * answer doesn't wait for the rest after it.
 */
export class HeavyTurns {
  readonly #queue: FairQueue
  readonly #leastRestMs: number
  readonly #rest: (milliseconds: number) => Promise<unknown>

  constructor(
    { waitingPerPerson, leastRestMs }: HeavyRules,
    rest: (milliseconds: number) => Promise<unknown> = sleep,
  ) {
    this.#queue = new FairQueue({
      atOnce: Number.POSITIVE_INFINITY,
      atOncePerPerson: 1,
      waitingPerPerson,
      waitSeconds: 30,
    })
    this.#leastRestMs = leastRestMs
    this.#rest = rest
  }

  /**
   * @param signal when it is aborted, the work is not begun any more
   * @throws RateLimitedError when so much of the person's waits that no more is taken
   */
  run<Result>(
    userId: string,
    signal: AbortSignal,
    work: (hold: Hold) => Promise<Result>,
  ): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    const turn = async () => {
      let heldMs = 0
      const hold: Hold = (piece) => {
        const startedAt = performance.now()
        try {
          return piece()
        } finally {
          heldMs += performance.now() - startedAt
        }
      }
      await work(hold).then(resolve, reject)
      await this.#rest(this.#leastRestMs + restAfter(heldMs))
    }
    this.#queue.run(userId, turn, signal).catch(reject)
    return promise
  }
}
