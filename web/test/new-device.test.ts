import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listNewDeviceSessions } from '../src/auth/sessions/device.queries.ts'
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

// Each signs several people up, and passwords are slow by intent.
vi.setConfig({ testTimeout: 60_000 })

const subject = 'New sign-in to Tend'

function signIn(email: string, cookie = ''): Promise<Answer> {
  return accounts.ask('/sign-in/email', { email, password }, { cookie })
}

/** Of a browser's cookies the one that outlives sessions. */
function deviceOf({ cookie }: { cookie: string }): string {
  return cookie.match(/[\w-]+\.device=[^;]+/)?.[0] ?? ''
}

function countNotices(email: string): number {
  return accounts.sink.mails.filter(
    (mail) => mail.to?.[0]?.address === email && mail.subject === subject,
  ).length
}

/** Once this one has arrived, everything that was sent to the person before has too. */
async function waitForMails(email: string): Promise<void> {
  await accounts.ask('/request-password-reset', { email })
  await accounts.readToken(email, 'Choose a new password')
}

async function listNew({ cookie }: { cookie: string }): Promise<{ isNew: boolean; count: number }> {
  const found = await accounts.findSession({ cookie })
  const ids = await listNewDeviceSessions(accounts.app.owner, found?.session.userId ?? '')
  return { isNew: ids.includes(found?.session.id ?? ''), count: ids.length }
}

test('the first sign-in after signing up, and later ones from that browser, cause no mail', async () => {
  const person = await accounts.signUp('first@example.com')
  const device = deviceOf(person)
  expect(device).toBeTruthy()
  for (const _time of ['second', 'third']) {
    const again = await signIn(person.email, device)
    expect(again.status).toBe(200)
    expect(deviceOf(again)).toBe(device)
    expect(await listNew(again)).toEqual({ isNew: false, count: 0 })
  }
  await waitForMails(person.email)
  expect(countNotices(person.email)).toBe(0)
})

test('a sign-in from another browser is reported once, by mail and in the list of sessions', async () => {
  const person = await accounts.signUp('second@example.com')
  const other = await signIn(person.email)
  const mail = await accounts.readMail(person.email, subject)
  expect(mail.text).toMatch(/\d{4} at \d{2}:\d{2} \(UTC\)/)
  expect(mail.text).toContain('/settings/sessions')
  expect(await listNew(other)).toEqual({ isNew: true, count: 1 })
  expect(await listNew(person)).toEqual({ isNew: false, count: 1 })
  expect((await signIn(person.email, deviceOf(other))).status).toBe(200)
  await waitForMails(person.email)
  expect(countNotices(person.email)).toBe(1)
})

test('a browser that is known for one person is new for another', async () => {
  const ada = await accounts.signUp('third@example.com')
  const bob = await accounts.signUp('fourth@example.com')
  await signIn(bob.email, deviceOf(ada))
  await accounts.readMail(bob.email, subject)
})

test('a wrong password causes no mail and sets no cookie', async () => {
  const person = await accounts.signUp('fifth@example.com')
  const answer = await accounts.ask('/sign-in/email', {
    email: person.email,
    password: 'wrong one!',
  })
  expect([answer.status, deviceOf(answer)]).toEqual([401, ''])
  await waitForMails(person.email)
  expect(countNotices(person.email)).toBe(0)
})

test('the cookie can’t be read by scripts and other sites, is long-lived, and is stored only as a hash', async () => {
  const person = await accounts.signUp('sixth@example.com')
  const answer = await signIn(person.email)
  const line = answer.headers.getSetCookie().find((cookie) => cookie.includes('.device='))
  expect(line).toMatch(/HttpOnly/i)
  expect(line).toMatch(/SameSite=Lax/i)
  expect(line).toMatch(/Max-Age=34560000/i)
  const rows = await accounts.app.owner.selectFrom('auth_device').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(deviceOf(answer).split('=')[1])
})

test('an invalid device cookie is replaced', async () => {
  const person = await accounts.signUp('seventh@example.com')
  const name = deviceOf(person).split('=')[0]
  for (const value of ['x', '%00', 'a'.repeat(3_000)]) {
    const answer = await signIn(person.email, `${name}=${value}`)
    expect(answer.status).toBe(200)
    expect(deviceOf(answer)).toMatch(/=[\w-]{43}$/)
  }
})
