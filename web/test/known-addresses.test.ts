import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Answer,
  password,
  startTestAccounts,
  type TestAccounts,
} from './support/test-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await startTestAccounts()
})
afterAll(() => accounts[Symbol.asyncDispose]())

const rounds = 5
const wrong = 'not the right one'

/** What somebody may ask without knowing whose an address is. */
const endpoints: Record<string, (email: string) => [path: string, body: object]> = {
  'sign up': (email) => ['/sign-up/email', { name: 'Ada', email, password }],
  'sign in, wrong password': (email) => ['/sign-in/email', { email, password: wrong }],
  'forgotten password': (email) => ['/request-password-reset', { email }],
  'verification mail again': (email) => ['/send-verification-email', { email }],
  'change of address': (email) => ['/change-email', { newEmail: email }],
}

// The times are printed for people to judge; a test that asserts them would fail on a busy machine.
test('every endpoint has the same answer for a known and an unknown address', async () => {
  const { ask, signUp } = accounts
  const asker = await signUp('asker@example.com')
  const confirmed = await Promise.all(
    Array.from({ length: rounds }, async (_, round) => {
      return (await signUp(`confirmed.${round}@example.com`)).email
    }),
  )
  const waiting = confirmed.map((_, round) => `waiting.${round}@example.com`)
  await Promise.all(waiting.map((email) => ask('/sign-up/email', { name: 'Ada', email, password })))
  const table = []
  for (const [endpoint, toRequest] of Object.entries(endpoints)) {
    const isOfPerson = endpoint === 'change of address'
    const times = { known: [] as number[], unknown: [] as number[] }
    const seen = new Set<string>()
    for (let round = 0; round < rounds; round += 1) {
      const known = (endpoint === 'verification mail again' ? waiting : confirmed)[round] ?? ''
      const unknown = `${table.length}.${known}`
      for (const [kind, email] of Object.entries({ known, unknown }) as [
        'known' | 'unknown',
        string,
      ][]) {
        const [path, body] = toRequest(email)
        const startedAt = performance.now()
        const answer = await ask(path, body, isOfPerson ? asker : {})
        times[kind].push(performance.now() - startedAt)
        seen.add(JSON.stringify(describe(answer)))
      }
    }
    expect([...seen], endpoint).toHaveLength(1)
    const [answer = '{}'] = seen
    const { status, body } = JSON.parse(answer)
    table.push({
      endpoint,
      status,
      body: JSON.stringify(body).slice(0, 60),
      'known ms': median(times.known),
      'unknown ms': median(times.unknown),
    })
  }
  console.table(table)
}, 120_000)

function describe({ status, body, cookie, headers }: Answer) {
  return { status, body, cookie, names: [...headers.keys()].sort() }
}

function median(values: number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)
}
