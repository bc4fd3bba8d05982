import type { ServerResponse } from 'node:http'
import type { TransferLimits } from './http-exchange.ts'

/** For one person, on one process: several of the largest answers. */
const maxUnreadBytes = 40_000_000

/**
 * Cuts off answers that nobody reads, because each is kept in memory completely until its last byte is
 * sent. This happens when a reader pauses or is too slow for all of it, and when too many unread answers
 * of the same person are in memory already.
 */
export class UnreadAnswers {
  readonly #limits: TransferLimits
  readonly #bytesByPerson = new Map<string, number>()

  constructor(limits: TransferLimits) {
    this.#limits = limits
  }

  /** @param findPerson returns whose answer it is, once it has been created */
  watch(response: ServerResponse, findPerson: () => string | undefined): void {
    response.once('prefinish', () => {
      const length = response.writableLength
      if (length === 0) return
      const cut = () => response.destroy()
      const person = findPerson()
      if (person && !this.#hold(person, length, response)) return cut()
      const { stallSeconds, leastBytesPerSecond } = this.#limits
      response.setTimeout(stallSeconds * 1000, cut)
      const seconds = stallSeconds + length / leastBytesPerSecond
      const tooSlow = setTimeout(cut, seconds * 1000).unref()
      response.once('close', () => clearTimeout(tooSlow))
    })
  }

  /** @returns false when there is no room for it */
  #hold(person: string, length: number, response: ServerResponse): boolean {
    const held = this.#bytesByPerson.get(person) ?? 0
    if (held > 0 && held + length > maxUnreadBytes) return false
    this.#bytesByPerson.set(person, held + length)
    response.once('close', () => {
      const left = (this.#bytesByPerson.get(person) ?? 0) - length
      if (left > 0) this.#bytesByPerson.set(person, left)
      else this.#bytesByPerson.delete(person)
    })
    return true
  }
}
