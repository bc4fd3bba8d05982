import { setTimeout as sleep } from 'node:timers/promises'
import { FairQueue } from '../db/fair-queue.ts'

/** Runs work that can't be divided, and measures how long it blocks everybody. */
export type Hold = <Result>(piece: () => Result) => Result

/** What others hardly notice. */
export const shortMs = 15
/** The longest pause: work that takes seconds is due to the machine, and would make a program wait for minutes. */
const longestRestMs = 3_000

/**
 * How long a person's next heavy request waits after one that blocked everybody for so long, three seconds
 * at most. So a person uses a fifth of the process, and one in a hundred of the others' requests meets a
 * block that is longer than short.
 */
export function restAfter(heldMs: number): number {
  return Math.min(4 * heldMs + 100 * Math.max(0, heldMs - shortMs), longestRestMs)
}

export type HeavyRules = {
  /** How many of one person's requests may wait; more are refused. */
  waitingPerPerson: number
  /** For work that can't be measured. */
  leastRestMs: number
}

/**
 * Lets each person's heavy requests be read and started one after the other, with a pause in between. An
 * answer doesn't wait for the pause after it.
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
   * @param signal when it is aborted, the work isn't started any more
   * @throws RateLimitedError when too many of the person's requests are waiting
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
