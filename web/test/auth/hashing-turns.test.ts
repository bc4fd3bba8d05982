import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accounts, startAccounts } from '../support/accounts.ts'

let accounts: Accounts

beforeAll(async () => {
  accounts = await startAccounts()
})
afterAll(() => accounts?.[Symbol.asyncDispose]())

/** A process whose hashes take until they are let go. */
function startHeld() {
  const { promise: letGo, resolve: release } = Promise.withResolvers<void>()
  const counts = { underWay: 0, most: 0, begun: 0 }
  async function hold<T>(result: T): Promise<T> {
    counts.begun += 1
    counts.underWay += 1
    counts.most = Math.max(counts.most, counts.underWay)
    await letGo
    counts.underWay -= 1
    return result
  }
  const passwords = { hash: () => hold('a hash'), verify: () => hold(false) }
  return { held: accounts.startAnother({}, passwords), counts, release }
}

/** Sends many at once, and collects the answers as they come. */
function sendMany(count: number, send: (number: number) => Promise<Response>) {
  const answers: Response[] = []
  const all = Promise.all(
    Array.from({ length: count }, async (_, number) => answers.push(await send(number))),
  )
  const countOf = (status: number) => answers.filter((answer) => answer.status === status).length
  return { answers, all, countOf }
}

test('of a hundred sign-ins at once two are hashed, sixty wait, and everything else is answered', async () => {
  const { cookie } = await accounts.signUp()
  const { held, counts, release } = startHeld()
  await using _held = held
  const sent = sendMany(100, (number) =>
    held.ask('/sign-in/email', {
      body: { email: `crowd${number}@example.com`, password: 'a guess of ten' },
      address: `198.51.100.${number}`,
    }),
  )
  try {
    await expect.poll(() => sent.answers.length, { timeout: 10_000 }).toBe(38)
    expect(sent.countOf(503)).toBe(38)
    expect(counts.underWay).toBe(2)
    expect((await held.askToken({ cookie })).status).toBe(200)
    const [refused] = sent.answers
    expect(refused?.headers.get('retry-after')).toBe('5')
    expect(await refused?.json()).toEqual({
      code: 'TOO_MANY_SIGNING_IN',
      message: 'Too many people are signing in right now. Try again in a few seconds.',
    })
  } finally {
    release()
    await sent.all
  }
  expect(sent.countOf(401)).toBe(62)
  expect(counts).toEqual({ underWay: 0, most: 2, begun: 62 })
})

test('sign-ups that wait for their hash hold no connection', async () => {
  const { cookie } = await accounts.signUp()
  const { held, counts, release } = startHeld()
  await using _held = held
  const sent = sendMany(20, (number) =>
    held.ask('/sign-up/email', {
      body: { name: 'Ada', email: `new${number}@example.com`, password: 'a password of ten' },
      address: `198.51.101.${number}`,
    }),
  )
  try {
    await expect.poll(() => counts.underWay).toBe(2)
    const answer = await Promise.race([
      held.askToken({ cookie }),
      new Promise((resolve) => setTimeout(resolve, 5_000, 'no answer')),
    ])
    expect(answer).toMatchObject({ status: 200 })
  } finally {
    release()
    await sent.all
  }
  expect(sent.countOf(200)).toBe(20)
  expect(counts).toEqual({ underWay: 0, most: 2, begun: 20 })
})

test('whoever is refused because too many are being hashed loses no attempt', async () => {
  const { email } = await accounts.signUp()
  const { held, release } = startHeld()
  await using _held = held
  const signIn = (body: { email: string; password: string }, address: string) =>
    held.ask('/sign-in/email', { body, address })
  const crowd = sendMany(100, (number) =>
    signIn(
      { email: `full${number}@example.com`, password: 'a guess of ten' },
      `203.0.113.${number}`,
    ),
  )
  try {
    await expect.poll(() => crowd.countOf(503), { timeout: 10_000 }).toBe(38)
    const own = sendMany(15, () => signIn({ email, password: 'a guess of ten' }, '192.0.2.77'))
    await own.all
    expect(own.countOf(503)).toBe(15)
  } finally {
    release()
    await crowd.all
  }
  expect((await signIn({ email, password: 'a guess of ten' }, '192.0.2.77')).status).toBe(401)
})
