import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, startTestAccounts, type TestAccounts } from './support/test-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await startTestAccounts()
})
afterAll(() => accounts[Symbol.asyncDispose]())

const oldEnd = 'Change your e-mail address?'
const newEnd = 'Confirm your new e-mail address'

test('an address changes once both addresses have agreed', async () => {
  const { ask, signUp, readMail, readToken, sink } = accounts
  const person = await signUp('old@example.com')
  const newEmail = 'new@example.com'
  expect((await ask('/change-email', { newEmail }, person)).status).toBe(200)
  expect((await readMail(person.email, oldEnd)).text).toContain(newEmail)
  expect(sink.findMail(newEmail, newEnd)).toBeUndefined()

  expect((await ask(`/verify-email?token=${await readToken(person.email, oldEnd)}`)).status).toBe(
    200,
  )
  const token = await readToken(newEmail, newEnd)
  expect(await readEmail(person.cookie)).toBe(person.email)
  expect((await ask(`/verify-email?token=${token}`)).status).toBe(200)
  expect(await readEmail(person.cookie)).toBe(newEmail)
  expect((await ask('/sign-in/email', { email: newEmail, password })).status).toBe(200)
  expect((await ask('/sign-in/email', { email: person.email, password })).status).toBe(401)
})

test('the new address alone changes nothing: its link exists only after the old one agreed', async () => {
  const { ask, signUp, readToken } = accounts
  const person = await signUp('alone@example.com')
  await ask('/change-email', { newEmail: 'alone.new@example.com' }, person)
  const token = await readToken(person.email, oldEnd)
  await ask(`/verify-email?token=${token}`)
  await ask(`/verify-email?token=${token}`)
  expect(await readEmail(person.cookie)).toBe(person.email)
})

test('a change to a known address looks the same, and its owner learns of it', async () => {
  const { ask, signUp, sink, readMail, readToken } = accounts
  const taken = await signUp('taken@example.com')
  const person = await signUp('wants.taken@example.com')
  const other = await signUp('wants.free@example.com')
  const known = await ask(
    '/change-email',
    { newEmail: 'Taken@example.com', callbackURL: '/settings' },
    person,
  )
  const unknown = await ask(
    '/change-email',
    { newEmail: 'free@example.com', callbackURL: '/settings' },
    other,
  )
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  const [mail, otherMail] = [
    await readMail(person.email, oldEnd),
    await readMail(other.email, oldEnd),
  ]
  expect(hideDifferences(mail.text, taken.email)).toBe(
    hideDifferences(otherMail.text, 'free@example.com'),
  )

  const agreed = await ask(`/verify-email?token=${await readToken(person.email, oldEnd)}`)
  const otherAgreed = await ask(`/verify-email?token=${await readToken(other.email, oldEnd)}`)
  expect([agreed.status, agreed.body]).toEqual([otherAgreed.status, otherAgreed.body])
  expect((await readMail(taken.email, 'This address already has an account')).text).not.toContain(
    'http',
  )
  expect(sink.findMail(taken.email, newEnd)).toBeUndefined()
  expect(await readEmail(person.cookie)).toBe(person.email)
})

test('somebody with an unconfirmed address doesn’t learn of a known one either', async () => {
  const { ask, signUp, sink, readMail } = accounts
  const taken = await signUp('taken.too@example.com')
  const person = await signUp('unconfirmed@example.com')
  await forgetConfirmation(person.email)
  expect((await ask('/change-email', { newEmail: taken.email }, person)).body).toEqual({
    status: true,
  })
  await readMail(taken.email, 'This address already has an account')
  expect(sink.findMail(person.email, oldEnd)).toBeUndefined()
})

test('an address that was taken in between is refused with a message', async () => {
  const { ask, signUp, readToken } = accounts
  const person = await signUp('slow@example.com')
  const newEmail = 'contested@example.com'
  await ask('/change-email', { newEmail }, person)
  await ask(`/verify-email?token=${await readToken(person.email, oldEnd)}`)
  const token = await readToken(newEmail, newEnd)
  await signUp(newEmail)
  expect(await ask(`/verify-email?token=${token}`)).toMatchObject({
    status: 409,
    body: { code: 'ADDRESS_TAKEN' },
  })
  expect(await readEmail(person.cookie)).toBe(person.email)
})

test('a person who is signed in as somebody else can’t follow a link', async () => {
  const { ask, signUp, readToken } = accounts
  const ada = await signUp('ada.link@example.com')
  const bob = await signUp('bob.link@example.com')
  await ask('/change-email', { newEmail: 'ada.link.new@example.com' }, ada)
  const token = await readToken(ada.email, oldEnd)
  expect((await ask(`/verify-email?token=${token}`, undefined, bob)).status).toBe(401)
})

test('a reset link to the old address becomes invalid with the change', async () => {
  const { ask, signUp, readToken } = accounts
  const person = await signUp('moved@example.com')
  await ask('/request-password-reset', { email: person.email })
  const reset = await readToken(person.email, 'Choose a new password')
  await ask('/change-email', { newEmail: 'moved.new@example.com' }, person)
  await ask(`/verify-email?token=${await readToken(person.email, oldEnd)}`)
  await ask(`/verify-email?token=${await readToken('moved.new@example.com', newEnd)}`)
  const answer = await ask('/reset-password', { newPassword: 'a different good one', token: reset })
  expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_TOKEN' } })
})

test('an address that was never confirmed is replaced by confirming the new one', async () => {
  const { ask, signUp, readToken } = accounts
  const person = await signUp('typo@example.com')
  await forgetConfirmation(person.email)
  await ask('/change-email', { newEmail: 'no.typo@example.com' }, person)
  await ask(`/verify-email?token=${await readToken('no.typo@example.com', newEnd)}`)
  const session = await accounts.findSession(person)
  expect(session).toMatchObject({
    user: { email: 'no.typo@example.com', emailVerified: true },
  })
})

async function readEmail(cookie: string): Promise<unknown> {
  return (await accounts.findSession({ cookie }))?.user.email
}

async function forgetConfirmation(email: string): Promise<void> {
  await accounts.app.owner
    .updateTable('auth_user')
    .set({ email_verified: false })
    .where('email', '=', email)
    .execute()
}

function hideDifferences(text: string | undefined, newEmail: string): string | undefined {
  return text?.replace(newEmail, '…').replace(/token=\S+/, 'token=…')
}
