import type { Person } from '../../../server/test/support/person.ts'
import { startTestApp, type TestAppOptions } from '../../../server/test/support/test-app.ts'
import { type ClientSettings, createClient, type TendClient, TendError } from '../../src/index.ts'
import { type Fate, startUnrulyForwarder } from './unruly-forwarder.ts'

/** A person, and their client, whose requests go through an unruly network. */
export interface Connected extends AsyncDisposable {
  client: TendClient
  /** The bodies of all requests so far. */
  bodies: string[]
  /** How many requests are being answered. */
  countOpen(): number
}

/** @param decide what becomes of each request, counted from 1 */
export async function connect(
  person: Person,
  decide: (nth: number) => Fate = () => 'pass',
  settings: Partial<ClientSettings> = {},
): Promise<Connected> {
  const forwarder = await startUnrulyForwarder(person.url, decide)
  const { url, bodies, countOpen } = forwarder
  return {
    client: createClient({ url, token: person.token, ...settings }),
    bodies,
    countOpen,
    [Symbol.asyncDispose]: () => forwarder[Symbol.asyncDispose](),
  }
}

/** The API, to be disposed of after all tests of a file. */
export function startApi(options?: TestAppOptions) {
  return startTestApp(options)
}

/** Chooses among fates, the same ones in the same order for the same seed. */
export function drawFates(seed: number, fates: readonly Fate[]): () => Fate {
  let state = seed
  return () => {
    // Numerical Recipes' generator: good enough to mix, and the same everywhere.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return fates[Math.floor((state / 2 ** 32) * fates.length)] ?? 'pass'
  }
}

/** The error that a call must end with. */
export async function refusalOf(call: Promise<unknown>): Promise<TendError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof TendError)) throw new Error(`A TendError was expected, found ${error}`)
  return error
}
