/**
 * Lets one holder through at a time, in the order of asking. The embedded engine is one PostgreSQL
 * session: the holder has the session to itself until it releases it.
 */
export class Mutex {
  #last: Promise<void> = Promise.resolve()
  /** How many have asked so far. */
  turns = 0

  /** Waits for the turn and returns the function that ends it. */
  async enter(): Promise<() => void> {
    this.turns += 1
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#last
    this.#last = promise
    await before
    return resolve
  }
}
