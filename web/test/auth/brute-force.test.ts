import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAttemptRules } from '../../src/auth/attempts/attempt-rules.ts'
import { findAskers } from '../../src/auth/open-endpoints.ts'
import { type Accounts, startAccounts } from '../support/accounts.ts'

let accounts: Accounts
let networks = 0

beforeAll(async () => {
  accounts = await startAccounts()
})
afterAll(() => accounts?.[Symbol.asyncDispose]())

/** An address that nobody has tried anything from. */
function newAddress(): string {
  networks += 1
  return `198.51.${Math.floor(networks / 250)}.${(networks % 250) + 1}`
}

// Refused for its length before it is hashed, which takes a while, but after it was counted.
const cheapGuess = 'x'.repeat(129)

function guess(email: string, address: string, password = cheapGuess, by = accounts) {
  return by.ask('/sign-in/email', { body: { email, password }, address })
}

async function countUntilRefused(attempt: (number: number) => Promise<Response>, most: number) {
  for (let number = 0; number < most; number += 1) {
    if ((await attempt(number)).status === 429) return number
  }
  return most
}

test('an account allows ten attempts from one address, and the answer says when to retry', async () => {
  const { email, password } = await accounts.signUp()
  const address = newAddress()
  expect((await guess(email, address, 'not the password')).status).toBe(401)
  expect(await countUntilRefused(() => guess(email, address), 20)).toBe(9)
  const refused = await guess(email, address, password)
  expect(refused.status).toBe(429)
  const retryAfter = Number(refused.headers.get('retry-after'))
  expect(retryAfter).toBeGreaterThan(0)
  expect(retryAfter).toBeLessThanOrEqual(30)
  expect(await refused.json()).toEqual({
    code: 'TOO_MANY_ATTEMPTS',
    message: expect.stringMatching(/^Too many attempts\. Try again in \d+ seconds?\.$/),
  })
})

test('simultaneous attempts are all counted', async () => {
  const { email } = await accounts.signUp()
  const address = newAddress()
  const answers = await Promise.all(Array.from({ length: 25 }, () => guess(email, address)))
  expect(answers.filter(({ status }) => status !== 429)).toHaveLength(10)
})

test('two processes count together', async () => {
  await using other = accounts.startAnother()
  const { email } = await accounts.signUp()
  const address = newAddress()
  const attempt = (number: number) =>
    guess(email, address, cheapGuess, number % 2 ? accounts : other)
  expect(await countUntilRefused(attempt, 20)).toBe(10)
})

test('another case of the address is the same account', async () => {
  const { email } = await accounts.signUp()
  const address = newAddress()
  const attempt = (number: number) =>
    guess(
      Array.from(email, (letter, at) => ((at + number) % 3 ? letter : letter.toUpperCase())).join(
        '',
      ),
      address,
    )
  expect(await countUntilRefused(attempt, 20)).toBe(10)
})

test('a client can’t fake another address in the proxy’s header', async () => {
  const { email } = await accounts.signUp()
  const address = newAddress()
  const attempt = (number: number) => guess(email, `203.0.113.${number}, ${address}`)
  expect(await countUntilRefused(attempt, 20)).toBe(10)
})

test('an IPv6 network of 64 bits is one address', async () => {
  const { email } = await accounts.signUp()
  const attempt = (number: number) => guess(email, `2001:db8:77:1:${number}::${number}`)
  expect(await countUntilRefused(attempt, 20)).toBe(10)
})

test.each([
  '//sign-in/email',
  '/sign-in//email',
  '/sign-in/email/',
  '/sign-%69n/email',
  '/sign-in%2Femail',
  '/SIGN-IN/EMAIL',
  '/sign-in/./email/',
  '/x/../sign-in/email//',
])('no other spelling of the path leads past the limits: %s', async (path) => {
  const { email, password } = await accounts.signUp()
  const address = newAddress()
  const answer = await accounts.ask(path, { body: { email, password }, address })
  expect(answer.status).toBe(404)
})

test('attempts from everywhere are limited for the account as a whole', async () => {
  const { email } = await accounts.signUp()
  expect(await countUntilRefused(() => guess(email, newAddress()), 80)).toBe(50)
})

test('attempts from everywhere lock nobody out where they signed in lately', async () => {
  const { email, password } = await accounts.signUp()
  const home = newAddress()
  expect((await guess(email, home, password)).status).toBe(200)
  await countUntilRefused(() => guess(email, newAddress()), 80)
  expect((await guess(email, home, password)).status).toBe(200)
  expect((await guess(email, newAddress(), password)).status).toBe(429)
})

test('a right password resets the account’s attempts from that address', async () => {
  const { email, password } = await accounts.signUp()
  const address = newAddress()
  expect(await countUntilRefused(() => guess(email, address), 9)).toBe(9)
  expect((await guess(email, address, password)).status).toBe(200)
  expect(await countUntilRefused(() => guess(email, address), 20)).toBe(10)
})

test('many accounts can’t be tried from one address', async () => {
  const address = newAddress()
  const attempt = (number: number) => guess(`nobody${number}@example.com`, address)
  const tried = await countUntilRefused(attempt, 120)
  expect(tried).toBeGreaterThanOrEqual(60)
  expect(tried).toBeLessThan(100)
})

test('an unknown account is refused in the same way', async () => {
  const address = newAddress()
  expect(await countUntilRefused(() => guess('nobody@example.org', address), 20)).toBe(10)
})

test('sign-ups from one address, and for one e-mail address, are limited', async () => {
  const address = newAddress()
  const signUp = (email: string, from: string) =>
    accounts.ask('/sign-up/email', {
      body: { name: 'Ada', email, password: 'correct horse battery' },
      address: from,
    })
  const same = await countUntilRefused(() => signUp('ada@example.net', newAddress()), 10)
  expect(same).toBe(5)
  const tried = await countUntilRefused((number) => signUp(`x${number}@`, address), 100)
  expect(tried).toBeGreaterThanOrEqual(60)
  expect(tried).toBeLessThan(70)
  // Each of them is hashed.
}, 90_000)

const signUp = { name: 'Ada', password: 'correct horse battery' }

test.each<[string, string, object]>([
  ['a way back to elsewhere', '/request-password-reset', { redirectTo: 'https://evil.example' }],
  ['a way back that is no text', '/request-password-reset', { redirectTo: 7 }],
  ['a destination elsewhere', '/send-verification-email', { callbackURL: '//evil.example' }],
  ['no password', '/sign-in/email', {}],
  ['no name', '/sign-up/email', { password: signUp.password }],
  ['an empty name', '/sign-up/email', { ...signUp, name: ' ' }],
  ['a short password', '/sign-up/email', { ...signUp, password: 'short' }],
  ['a long password', '/sign-up/email', { ...signUp, password: cheapGuess }],
  ['a common password', '/sign-up/email', { ...signUp, password: 'password123' }],
  ['a field of others', '/sign-up/email', { ...signUp, theme: 'dark' }],
])('requests with %s use up nothing of an account: %s', async (_case, path, wrong) => {
  const address = newAddress()
  for (let number = 0; number < 12; number += 1) {
    const body = { email: 'victim@example.org', ...wrong }
    expect((await accounts.ask(path, { body, address })).status).toBe(400)
  }
})

test('a stolen session can’t be used to guess the password where an account is deleted', async () => {
  const { cookie } = await accounts.signUp()
  const attempt = () =>
    accounts.ask('/delete-user', {
      body: { password: 'not the password' },
      cookie,
      address: newAddress(),
    })
  expect(await countUntilRefused(attempt, 20)).toBe(10)
})

/** The open endpoints for which the rule for everything else is enough, and why. */
const underTheRuleForTheRest: Record<string, string> = {
  '/sign-out': 'ends nothing but the session that is sent along',
  '/verify-email': 'takes a signed token, which nobody can guess',
  '/unlink-account': 'changes what belongs to the session, and asks for no password',
}

test('every open endpoint has a rule of its own, or is known to need none', () => {
  const open = Object.values(accounts.auth.api)
    .map((endpoint) => (endpoint as { path?: string }).path ?? '')
    .filter((path) =>
      ['GET', 'POST'].some((method) =>
        findAskers(method, `/api/auth${path.replace(/:\w+/g, 'x')}`),
      ),
    )
  expect(open).toContain('/delete-user')
  const theRest = getAttemptRules('anything else')
  const without = open.filter((path) => getAttemptRules(path) === theRest)
  expect(without.sort()).toEqual(Object.keys(underTheRuleForTheRest).sort())
})

test('tokens are limited for a person, wherever they ask from', async () => {
  const { cookie } = await accounts.signUp()
  const tried = await countUntilRefused(
    () => accounts.askToken({ cookie, address: newAddress() }),
    150,
  )
  expect(tried).toBeGreaterThanOrEqual(60)
  expect(tried).toBeLessThan(120)
})

test('the table of attempts contains nobody’s address', async () => {
  const rows = await accounts.owner.selectFrom('attempt_limit').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/example|198\.51/)
})
