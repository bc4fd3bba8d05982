import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailSink, startMailSink } from '../../server/test/support/mail-sink.ts'
import { type Accounts, type AskOptions, readCookies, startAccounts } from './support/accounts.ts'
import { type CaptchaService, startCaptchaService } from './support/captcha-service.ts'

let service: CaptchaService
let sink: MailSink
let accounts: Accounts
let networks = 0

const password = 'correct horse battery'

beforeAll(async () => {
  service = await startCaptchaService()
  sink = await startMailSink()
  accounts = await startAccounts(settings())
})
afterAll(async () => {
  await accounts?.[Symbol.asyncDispose]()
  await sink?.[Symbol.asyncDispose]()
  await service?.[Symbol.asyncDispose]()
})

function settings(secretKey = service.secretKey): Record<string, string> {
  return {
    TURNSTILE_SITE_KEY: service.siteKey,
    TURNSTILE_SECRET_KEY: secretKey,
    TURNSTILE_URL: `${service.url}/`,
    SMTP_URL: sink.url,
    MAIL_FROM: 'Tend <tend@example.com>',
  }
}

function send(path: string, body: object, answer?: string, options: AskOptions = {}) {
  networks += 1
  const address = `2001:db8:${networks}::1`
  const headers = answer === undefined ? {} : { 'x-captcha-response': answer }
  return accounts.ask(path, { body, headers, address, ...options })
}

async function outcome(response: Response) {
  return [response.status, ((await response.json()) as { code?: string }).code]
}

const endpoints: [string, object][] = [
  ['/sign-up/email', { name: 'Ada', email: 'ada@example.com', password }],
  ['/sign-in/email', { email: 'nobody@example.com', password }],
  ['/request-password-reset', { email: 'nobody@example.com' }],
  ['/send-verification-email', { email: 'nobody@example.com' }],
]

test.each(endpoints)('%s accepts an answer of the check, once', async (path, body) => {
  expect(await outcome(await send(path, body))).toEqual([400, 'CAPTCHA_MISSING'])
  expect(await outcome(await send(path, body, 'made up'))).toEqual([403, 'CAPTCHA_REFUSED'])
  const answer = service.pass()
  const [status] = await outcome(await send(path, body, answer))
  expect(status).toBe(path === '/sign-in/email' ? 401 : 200)
  expect(await outcome(await send(path, body, answer))).toEqual([403, 'CAPTCHA_REFUSED'])
})

test('an answer that is far too long isn’t passed on', async () => {
  const before = service.judged()
  const refused = await send(
    '/sign-in/email',
    { email: 'a@example.com', password },
    'x'.repeat(3_000),
  )
  expect(await outcome(refused)).toEqual([400, 'CAPTCHA_MISSING'])
  expect(service.judged()).toBe(before)
})

test('a failed check uses up nobody’s attempts', async () => {
  const { email } = await signUp('attempts@example.com')
  const address = '198.51.100.7'
  const body = { email, password: 'not the password' }
  for (let attempt = 0; attempt < 15; attempt += 1)
    expect((await send('/sign-in/email', body, 'made up', { address })).status).toBe(403)
  expect(
    (await send('/sign-in/email', { email, password }, service.pass(), { address })).status,
  ).toBe(200)
})

test('the service is asked a limited number of times for one address', async () => {
  const address = '198.51.100.8'
  const before = service.judged()
  const body = { email: 'often@example.com', password }
  let status = 403
  for (let attempt = 0; attempt < 120 && status === 403; attempt += 1)
    ({ status } = await send('/sign-in/email', body, 'made up', { address }))
  expect(status).toBe(429)
  expect(service.judged() - before).toBeLessThan(100)
})

test('a signed-in person can have mails sent to their own address without it, and to no other', async () => {
  const { email, cookie } = await signUp('own@example.com')
  const ask = async (to: string) =>
    outcome(await send('/request-password-reset', { email: to }, undefined, { cookie }))
  expect(await ask(email.toUpperCase())).toEqual([200, undefined])
  expect(await ask('ada@example.com')).toEqual([400, 'CAPTCHA_MISSING'])
})

test('a service that doesn’t answer lets nobody through, and the answer says when to retry', async () => {
  service.fail(true)
  const refused = await send('/sign-in/email', { email: 'a@example.com', password }, 'any')
  service.fail(false)
  expect(refused.headers.get('retry-after')).toBe('5')
  expect(await outcome(refused)).toEqual([503, 'CAPTCHA_UNREACHABLE'])
})

test('a wrong secret key is logged as our mistake', async () => {
  await using wrong = await startAccounts(settings('another key'))
  const headers = { 'x-captcha-response': service.pass() }
  const refused = await wrong.ask('/sign-in/email', {
    body: { email: 'a@example.com', password },
    headers,
  })
  expect(await outcome(refused)).toEqual([503, 'CAPTCHA_UNREACHABLE'])
})

/** Somebody who has confirmed the address and signed in. */
async function signUp(email: string) {
  await send('/sign-up/email', { name: 'Ada', email, password }, service.pass())
  await accounts.owner
    .updateTable('auth_user')
    .set({ email_verified: true })
    .where('email', '=', email)
    .execute()
  const signedIn = await send('/sign-in/email', { email, password }, service.pass())
  expect(signedIn.status).toBe(200)
  return { email, cookie: readCookies(signedIn) }
}
