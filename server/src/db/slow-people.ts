const rememberedSeconds = 30
const mostRemembered = 10_000

/** The people whose reads were slow recently. */
export class SlowPeople {
  readonly #untilMs = new Map<string, number>()

  add(userId: string): void {
    this.#untilMs.delete(userId)
    this.#untilMs.set(userId, performance.now() + rememberedSeconds * 1000)
    // A map keeps the order of insertion, so its first key is the one that ends first.
    const [oldest] = this.#untilMs.keys()
    if (oldest !== undefined && this.#untilMs.size > mostRemembered) this.#untilMs.delete(oldest)
  }

  has(userId: string): boolean {
    const untilMs = this.#untilMs.get(userId)
    if (untilMs === undefined) return false
    if (untilMs > performance.now()) return true
    this.#untilMs.delete(userId)
    return false
  }
}
