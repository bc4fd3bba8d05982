/** Who waits for a person's changes. */
export interface Subscriber extends Disposable {
  /**
   * Waits until there was a notification since the last call, the time is over or the signal aborts.
   * Never throws.
   */
  notified(timeoutMs: number, signal: AbortSignal): Promise<void>
}

/**
 * The subscribers in this process, by the person whose changes they wait for. A notification only says that
 * there is something new in the log, so a superfluous one costs a query, and a lost one only time.
 */
export class Listeners {
  readonly #subscribers = new Map<string, Set<OneSubscriber>>()

  /** How many wait for this person's changes. */
  count(userId: string): number {
    return this.#subscribers.get(userId)?.size ?? 0
  }

  /** How many wait in all. */
  get size(): number {
    let size = 0
    for (const subscribers of this.#subscribers.values()) size += subscribers.size
    return size
  }

  listen(userId: string): Subscriber {
    const subscriber = new OneSubscriber(() => this.#forget(userId, subscriber))
    const subscribers = this.#subscribers.get(userId) ?? new Set()
    this.#subscribers.set(userId, subscribers.add(subscriber))
    return subscriber
  }

  notify(userId: string): void {
    for (const subscriber of this.#subscribers.get(userId) ?? []) subscriber.notify()
  }

  /** For when nobody knows what was missed. */
  notifyEverybody(): void {
    for (const userId of this.#subscribers.keys()) this.notify(userId)
  }

  #forget(userId: string, subscriber: OneSubscriber): void {
    const subscribers = this.#subscribers.get(userId)
    subscribers?.delete(subscriber)
    if (subscribers?.size === 0) this.#subscribers.delete(userId)
  }
}

class OneSubscriber implements Subscriber {
  #isNotified = false
  #wake: (() => void) | undefined
  readonly #forget: () => void

  constructor(forget: () => void) {
    this.#forget = forget
  }

  notify(): void {
    this.#isNotified = true
    this.#wake?.()
  }

  async notified(timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (!this.#isNotified && !signal.aborted) {
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
    this.#isNotified = false
  }

  [Symbol.dispose](): void {
    this.#forget()
  }
}
