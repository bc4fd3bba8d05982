/** Lets each person have only so many turns at once. */
export class PersonTurns {
  readonly #most: number
  readonly #taken = new Map<string, number>()
  readonly #waiting = new Map<string, Set<() => void>>()

  constructor(most: number) {
    this.#most = most
  }

  /** Waits for a turn, first come, first served; an aborted signal ends the wait with a turn of no weight. */
  async take(userId: string, signal: AbortSignal): Promise<Disposable> {
    while ((this.#taken.get(userId) ?? 0) >= this.#most && !signal.aborted)
      await this.#wait(userId, signal)
    if (signal.aborted) return { [Symbol.dispose]() {} }
    this.#taken.set(userId, (this.#taken.get(userId) ?? 0) + 1)
    return { [Symbol.dispose]: () => this.#giveBack(userId) }
  }

  async #wait(userId: string, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const wake = () => resolve()
    const waiting = this.#waiting.get(userId) ?? new Set()
    this.#waiting.set(userId, waiting.add(wake))
    signal.addEventListener('abort', wake)
    await promise
    signal.removeEventListener('abort', wake)
    waiting.delete(wake)
    if (waiting.size === 0) this.#waiting.delete(userId)
  }

  #giveBack(userId: string): void {
    const left = (this.#taken.get(userId) ?? 0) - 1
    if (left > 0) this.#taken.set(userId, left)
    else this.#taken.delete(userId)
    for (const wake of this.#waiting.get(userId) ?? []) wake()
  }
}
