import { FairQueue } from '@tend/server/fair-queue'
import { APIError } from 'better-auth/api'

/** How passwords are stored and checked, as Better Auth asks for it. */
export type Passwords = {
  hash(password: string): Promise<string>
  verify(given: { hash: string; password: string }): Promise<boolean>
}

// A hash keeps one of Node's four threads busy, and 32 MB. Files and names of hosts need the others.
const hashesAtOnce = 2
const maxWaiting = 60
const maxWaitingPerAddress = 20
const maxWaitSeconds = 15
const retryAfterSeconds = 5

/** Lets the hashes of this process wait for each other, with addresses taking turns. */
export class HashingTurns {
  readonly #passwords: Passwords
  readonly #queue = new FairQueue({
    atOnce: hashesAtOnce,
    atOncePerPerson: hashesAtOnce,
    waitingPerPerson: maxWaitingPerAddress,
    waitSeconds: maxWaitSeconds,
  })

  constructor(passwords: Passwords) {
    this.#passwords = passwords
  }

  /** The same, in the turn of this address. Both refuse with 503 when too much is waiting. */
  of(address: string): Passwords {
    return {
      hash: (password) => this.#run(address, () => this.#passwords.hash(password)),
      verify: (given) => this.#run(address, () => this.#passwords.verify(given)),
    }
  }

  /** @throws APIError 503 when so much is waiting that nothing more would be taken. */
  assertRoom(): void {
    if (this.#queue.waitingCount >= maxWaiting) throw tooManySigningIn()
  }

  async #run<T>(address: string, work: () => Promise<T>): Promise<T> {
    this.assertRoom()
    let hasBegun = false
    const begin = () => {
      hasBegun = true
      return work()
    }
    return this.#queue.run(address, begin).catch((error) => {
      throw hasBegun ? error : tooManySigningIn()
    })
  }
}

function tooManySigningIn(): APIError {
  const message = 'Too many people are signing in right now. Try again in a few seconds.'
  return new APIError(
    'SERVICE_UNAVAILABLE',
    { code: 'TOO_MANY_SIGNING_IN', message },
    { 'retry-after': String(retryAfterSeconds) },
  )
}
