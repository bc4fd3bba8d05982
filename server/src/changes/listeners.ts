/** Hears when a person's things have changed. */
export interface Ear extends Disposable {
  /**
   * Waits until something was told since the last time it was asked, the time is over or the signal
   * aborts. Never throws.
   */
  heard(timeoutMs: number, signal: AbortSignal): Promise<void>
}

/**
 * Who in this process waits for whose changes. What is told carries nothing but that there is
 * something to look for in the log, so telling too often costs a look, and too seldom only time.
 */
export class Listeners {
  readonly #ears = new Map<string, Set<OneEar>>()

  /** How many wait for this person's changes. */
  count(userId: string): number {
    return this.#ears.get(userId)?.size ?? 0
  }

  /** How many wait in all. */
  get size(): number {
    let size = 0
    for (const ears of this.#ears.values()) size += ears.size
    return size
  }

  listen(userId: string): Ear {
    const ear = new OneEar(() => this.#forget(userId, ear))
    const ears = this.#ears.get(userId) ?? new Set()
    this.#ears.set(userId, ears.add(ear))
    return ear
  }

  tell(userId: string): void {
    for (const ear of this.#ears.get(userId) ?? []) ear.tell()
  }

  /** For when nobody knows what was missed. */
  tellEverybody(): void {
    for (const userId of this.#ears.keys()) this.tell(userId)
  }

  #forget(userId: string, ear: OneEar): void {
    const ears = this.#ears.get(userId)
    ears?.delete(ear)
    if (ears?.size === 0) this.#ears.delete(userId)
  }
}

class OneEar implements Ear {
  #told = false
  #wake: (() => void) | undefined
  readonly #forget: () => void

  constructor(forget: () => void) {
    this.#forget = forget
  }

  tell(): void {
    this.#told = true
    this.#wake?.()
  }

  async heard(timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (!this.#told && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const wake = () => resolve()
      const timer = setTimeout(wake, timeoutMs)
      signal.addEventListener('abort', wake)
      this.#wake = wake
      await promise
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      this.#wake = undefined
    }
    this.#told = false
  }

  [Symbol.dispose](): void {
    this.#forget()
  }
}
