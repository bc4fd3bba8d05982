import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { password, startTestAccounts, type TestAccounts } from './support/test-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await startTestAccounts()
})
afterAll(() => accounts[Symbol.asyncDispose]())

// Each signs in often, and passwords are slow by intent.
vi.setConfig({ testTimeout: 60_000 })

const atOnce = 5

const countMails = (to: string) =>
  accounts.sink.mails.filter((mail) => mail.to?.[0]?.address === to).length

/** Mails leave one after the other: once this one has arrived, all before it have. */
async function waitForMails(): Promise<void> {
  const email = `last.${crypto.randomUUID()}@example.com`
  await accounts.ask('/sign-up/email', { name: 'Last', email, password })
  await accounts.readMail(email, 'Confirm your e-mail address')
}

test('a link that is opened again and again sends a stranger five mails, with the same answer', async () => {
  const { ask, readToken } = accounts
  const person = await accounts.signUp('gunner@example.com')
  const stranger = 'Stranger@elsewhere.example'
  await ask('/change-email', { newEmail: stranger }, person)
  const token = await readToken(person.email, 'Change your e-mail address?')
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const answers = []
  for (let nth = 0; nth < 12; nth += 1) answers.push(await ask(`/verify-email?token=${token}`))
  const lines = written.mock.calls.map(([line]) => String(line))
  written.mockRestore()
  await waitForMails()
  expect(countMails(stranger.toLowerCase())).toBe(atOnce)
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
  const kind = 'e-mail change, new address'
  const line = `WARN A mail (${kind}) was not sent: too many to the same address.\n`
  expect(lines).toEqual(Array.from({ length: 12 - atOnce }, () => line))
})

test('sign-ups and sign-ins, through several processes, send a stranger five mails together', async () => {
  const email = 'unasked@elsewhere.example'
  const body = { email, password }
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await accounts.ask('/sign-up/email', { name: 'Ada', ...body })
  const answers = []
  for (const { ask } of [accounts, accounts.restart({})])
    for (let nth = 0; nth < 4; nth += 1) answers.push(await ask('/sign-in/email', body))
  await accounts.ask('/send-verification-email', { email })
  await accounts.ask('/request-password-reset', { email })
  vi.restoreAllMocks()
  await waitForMails()
  expect(countMails(email)).toBe(atOnce)
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
})

test('what strangers ask for keeps no notice from the owner, and neither do other notices', async () => {
  const { ask, readMail, signUp } = accounts
  const { email, cookie } = await signUp('owner@example.com')
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  for (let nth = 0; nth < 5; nth += 1) await ask('/request-password-reset', { email })
  for (let nth = 0; nth < 6; nth += 1) await ask('/sign-in/email', { email, password })
  const change = { currentPassword: password, newPassword: 'a different good one' }
  expect((await ask('/change-password', change, { cookie })).status).toBe(200)
  vi.restoreAllMocks()
  await readMail(email, 'New sign-in to Tend')
  await readMail(email, 'Your password was changed')
})
