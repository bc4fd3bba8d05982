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

test('signing up with a known address has the same answer, and notifies its owner by mail', async () => {
  const { ask, readMail, signUp } = accounts
  const { email } = await signUp('known@example.com')
  const known = await ask('/sign-up/email', { ...ada, email })
  const unknown = await ask('/sign-up/email', { ...ada, email: 'unknown@example.com' })
  expect(seen(known)).toEqual(seen(unknown))
  const mail = await readMail(email, 'You already have an account')
  expect(mail.text).toContain('/forgot-password')
  expect((await ask('/sign-in/email', { email, password })).status).toBe(200)
})

test.each([
  ['an empty name', { name: ' ' }, 'INVALID_PROFILE'],
  ['a name that is no text', { name: 7 }, 'VALIDATION_ERROR'],
  ['a picture that is none', { image: 'nothing' }, 'INVALID_PROFILE'],
  ['a picture that is no text', { image: 7 }, 'VALIDATION_ERROR'],
  ['a short password', { password: 'short' }, 'PASSWORD_TOO_SHORT'],
  ['a long password', { password: 'x'.repeat(129) }, 'PASSWORD_TOO_LONG'],
  ['a common password', { password: 'password123' }, 'PASSWORD_REFUSED'],
  ['no zone but a name', { timeZone: 'Mars/Olympus' }, 'INVALID_TIME_ZONE'],
  ['an offset for a zone', { timeZone: '+01:00' }, 'INVALID_TIME_ZONE'],
  ['a zone that is no text', { timeZone: 7 }, 'INVALID_TIME_ZONE'],
  ['a field that isn’t its own', { theme: 'dark' }, 'FIELD_NOT_ALLOWED'],
])(
  'a sign-up with %s is refused with a message, whether the address is known or not',
  async (_case, wrong, code) => {
    const { ask, signUp, sink } = accounts
    const { email } = await signUp(`known.${Math.random()}@example.com`)
    const sent = sink.mails.length
    const known = await ask('/sign-up/email', { ...ada, email, ...wrong })
    const unknown = await ask('/sign-up/email', { ...ada, email: `x.${email}`, ...wrong })
    expect(unknown).toMatchObject({ status: 400, body: { code, message: expect.any(String) } })
    expect(seen(known)).toEqual(seen(unknown))
    expect(sink.mails).toHaveLength(sent)
  },
)

test.each(['nothing', 'a@b', 'ada@example.com\n', '', `${'x'.repeat(250)}@example.com`])(
  'a sign-up with the address %j is refused with a message',
  async (email) => {
    const { status, body } = await accounts.ask('/sign-up/email', { ...ada, email })
    expect([status, body]).toEqual([400, { code: expect.any(String), message: expect.any(String) }])
  },
)

test('of two simultaneous sign-ups with a new address, neither reveals that the other was first', async () => {
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

test('who is signed in can’t use up the verification mails of another address', async () => {
  const { ask, signUp } = accounts
  const person = await signUp('signed.in@example.com')
  const email = 'somebody.else@example.com'
  for (let number = 0; number < 6; number += 1) {
    const refused = await ask('/send-verification-email', { email }, person)
    expect(refused).toMatchObject({ status: 400, body: { code: 'EMAIL_MISMATCH' } })
  }
  expect((await ask('/send-verification-email', { email })).status).toBe(200)
})

function seen({ status, body, cookie }: Answer) {
  return { status, body, cookie }
}
