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

const ada = { name: 'Ada', password }

test('an address is confirmed by the link in a mail before its person can sign in', async () => {
  const { ask, readMail, readToken } = accounts
  const email = 'new@example.com'
  const signedUp = await ask('/sign-up/email', { ...ada, email, callbackURL: '/today' })
  expect([signedUp.status, signedUp.cookie]).toEqual([200, ''])
  expect(await ask('/sign-in/email', { email, password })).toMatchObject({
    status: 403,
    body: { code: 'EMAIL_NOT_VERIFIED' },
  })
  const mail = await readMail(email, 'Confirm your e-mail address')
  expect(mail.text).toContain('/verify-email?next=%2Ftoday&token=')
  expect(mail.html).toContain('/verify-email?next=%2Ftoday&amp;token=')

  const confirmed = await ask(`/verify-email?token=${await readToken(email, mail.subject ?? '')}`)
  expect([confirmed.status, confirmed.cookie]).toEqual([200, ''])
  expect((await ask('/sign-in/email', { email, password })).status).toBe(200)
})

test('signing up with a known address answers the same, and tells its owner by mail', async () => {
  const { ask, readMail, signUp } = accounts
  const { email } = await signUp('known@example.com')
  const known = await ask('/sign-up/email', { ...ada, email })
  const unknown = await ask('/sign-up/email', { ...ada, email: 'unknown@example.com' })
  expect(seen(known)).toEqual(seen(unknown))
  const mail = await readMail(email, 'You have an account already')
  expect(mail.text).toContain('/forgot-password')
  expect((await ask('/sign-in/email', { email, password })).status).toBe(200)
})

test.each([
  ['an empty name', { name: ' ' }],
  ['a picture that is none', { image: 'nothing' }],
  ['a short password', { password: 'short' }],
  ['a common password', { password: 'password123' }],
  ['an unknown time zone', { timeZone: 'Mars/Olympus' }],
  ['a field that isn’t its own', { theme: 'dark' }],
])('a sign-up with %s doesn’t tell whether the address is known', async (_case, wrong) => {
  const { ask, signUp } = accounts
  const { email } = await signUp(`known.${Math.random()}@example.com`)
  const known = await ask('/sign-up/email', { ...ada, email, ...wrong })
  const unknown = await ask('/sign-up/email', { ...ada, email: `x.${email}`, ...wrong })
  expect(seen(known)).toEqual(seen(unknown))
})

test('of two sign-ups at once with a new address, neither tells that the other came first', async () => {
  const { ask } = accounts
  for (const round of [1, 2, 3]) {
    const body = { ...ada, email: `twice.${round}@example.com` }
    const answers = await Promise.all([ask('/sign-up/email', body), ask('/sign-up/email', body)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  }
})

test('the verification mail is sent again on request, with the same answer for any address', async () => {
  const { ask, sink } = accounts
  const email = 'again@example.com'
  await ask('/sign-up/email', { ...ada, email })
  const answers = await Promise.all([
    ask('/send-verification-email', { email }),
    ask('/send-verification-email', { email: 'nobody@example.com' }),
  ])
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [200, { status: true }],
    [200, { status: true }],
  ])
  await expect
    .poll(() => sink.mails.filter((mail) => mail.to?.[0]?.address === email).length)
    .toBe(2)
  expect(sink.mails.some((mail) => mail.to?.[0]?.address === 'nobody@example.com')).toBe(false)
})

function seen({ status, body, cookie }: Answer) {
  return { status, body, cookie }
}
