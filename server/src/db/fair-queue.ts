import { RateLimitedError } from '../errors.ts'

export type FairQueueRules = {
  /** How much runs at once, for all people together. */
  atOnce: number
  atOncePerPerson: number
  /** How much more may wait for each person. */
  waitingPerPerson: number
  waitSeconds: number
}

type Person = {
  running: number
  waiting: Set<() => void>
}

const usualRetryAfterSeconds = 1

/**
 * Limits how much each person does at once, and all people together. Anything beyond that waits, and people
 * take turns, so that nobody waits for everything that another person has asked for.
 */
export class FairQueue {
  readonly #rules: FairQueueRules
  /** The people who have something running or waiting. */
  readonly #people = new Map<string, Person>()
  /** The people with something waiting that may run as soon as there is room, the next one first. */
  readonly #turns = new Set<string>()
  #running = 0
  #waiting = 0

  constructor(rules: FairQueueRules) {
    this.#rules = rules
  }

  /** How much waits, for all people together. */
  get waitingCount(): number {
    return this.#waiting
  }

  /**
   * @param signal when it is aborted, the work isn't started any more
   * @throws RateLimitedError when too much of the person's work is waiting
   * @throws an error that counts as unavailable when it has waited too long
   */
  async run<T>(userId: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const person = this.#people.get(userId) ?? { running: 0, waiting: new Set() }
    this.#people.set(userId, person)
    if (this.#hasRoom(person) && person.waiting.size === 0) this.#begin(person)
    else await this.#wait(userId, person, signal)
    try {
      return await work()
    } finally {
      this.#end(userId, person)
    }
  }

  #hasRoom(person: Person): boolean {
    const { atOnce, atOncePerPerson } = this.#rules
    return this.#running < atOnce && person.running < atOncePerPerson
  }

  #begin(person: Person): void {
    person.running += 1
    this.#running += 1
  }

  #end(userId: string, person: Person): void {
    person.running -= 1
    this.#running -= 1
    this.#takeTurn(userId, person)
    for (const next of this.#turns) {
      if (this.#running >= this.#rules.atOnce) break
      this.#beginNextOf(next)
    }
  }

  #beginNextOf(userId: string): void {
    const person = this.#people.get(userId)
    const [begin] = person?.waiting ?? []
    this.#turns.delete(userId)
    if (!person || !begin) return
    this.#begin(person)
    begin()
    this.#takeTurn(userId, person)
  }

  /** Puts the person behind the others who wait, if they have something that could run. */
  #takeTurn(userId: string, person: Person): void {
    if (person.waiting.size > 0 && person.running < this.#rules.atOncePerPerson)
      this.#turns.add(userId)
    else this.#turns.delete(userId)
    if (person.waiting.size === 0 && person.running === 0) this.#people.delete(userId)
  }

  #wait(userId: string, person: Person, signal: AbortSignal | undefined): Promise<void> {
    const { waitingPerPerson, waitSeconds } = this.#rules
    if (person.waiting.size >= waitingPerPerson)
      return Promise.reject(
        new RateLimitedError(
          usualRetryAfterSeconds,
          `More of your requests wait already than the ${waitingPerPerson} that may. Send fewer at once.`,
          'TOO_MANY_WAITING',
        ),
      )
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        person.waiting.delete(begin)
        this.#waiting -= 1
      }
      const begin = () => {
        leave()
        resolve()
      }
      const refuse = (reason: unknown) => {
        leave()
        this.#takeTurn(userId, person)
        reject(reason)
      }
      const cancel = () => refuse(signal?.reason)
      const timer = setTimeout(() => refuse(waitedTooLong(waitSeconds)), waitSeconds * 1000)
      signal?.addEventListener('abort', cancel)
      person.waiting.add(begin)
      this.#waiting += 1
      this.#takeTurn(userId, person)
    })
  }
}

/** The code is one by which the database counts as unavailable. */
function waitedTooLong(seconds: number): Error {
  const error = new Error(
    `What was asked before by the same person took more than ${seconds} seconds`,
  )
  return Object.assign(error, { code: 'ETIMEDOUT' })
}
