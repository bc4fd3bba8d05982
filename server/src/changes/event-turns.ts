import { setTimeout as sleep } from 'node:timers/promises'
import { PersonTurns } from './person-turns.ts'

/** An event is under way until its turn is disposed of. */
export interface EventTurn extends Disposable {
  /** Says that it has been created: the person's next one may follow after a pause. */
  noteMade(restMs: number): void
}

/**
 * Lets one of a person's events be created at a time in this process, and limits how many are under way,
 * however many live results are open: the next one starts when one of these has been read.
 */
export class EventTurns {
  readonly #onTheWay: PersonTurns
  readonly #making = new PersonTurns(1)
  readonly #rest: (milliseconds: number) => Promise<unknown>

  constructor(
    mostOnTheWay: number,
    rest: (milliseconds: number) => Promise<unknown> = restQuietly,
  ) {
    this.#onTheWay = new PersonTurns(mostOnTheWay)
    this.#rest = rest
  }

  /** Waits for a turn, first come, first served; an aborted signal ends the wait with a turn of no weight. */
  async take(userId: string, signal: AbortSignal): Promise<EventTurn> {
    const onTheWay = await this.#onTheWay.take(userId, signal)
    const making = await this.#making.take(userId, signal)
    let isMade = false
    const noteMade = (restMs: number) => {
      if (isMade) return
      isMade = true
      if (restMs > 0) void this.#rest(restMs).then(() => making[Symbol.dispose]())
      else making[Symbol.dispose]()
    }
    return {
      noteMade,
      [Symbol.dispose]() {
        noteMade(0)
        onTheWay[Symbol.dispose]()
      },
    }
  }
}

/** A process that stops doesn't wait for it. */
function restQuietly(milliseconds: number): Promise<void> {
  return sleep(milliseconds, undefined, { ref: false })
}
