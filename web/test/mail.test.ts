import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listLocalMails } from '../../server/src/mail/local-mailbox.ts'
import { password, startTestAccounts } from './support/test-accounts.ts'

// It is the process's, and other files of this process fill it too.
beforeEach(() => void listLocalMails().splice(0))
afterEach(() => vi.restoreAllMocks())

const ada = { name: 'Ada', email: 'ada@example.com', password }

test('a mail has its sender, text and HTML, and asks machines not to answer', async () => {
  await using accounts = await startTestAccounts()
  await accounts.ask('/sign-up/email', ada)
  const mail = await accounts.readMail(ada.email, 'Confirm your e-mail address')
  expect(mail.from).toMatchObject({ name: 'Tend', address: 'tend@example.com' })
  expect(mail.text).toBeTruthy()
  expect(mail.html).toContain('<a href=')
  expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  expect(mail.text + String(mail.html)).not.toContain('Ada')
})

test('a mail that is refused is logged without its address or token, and the answer is the same', async () => {
  await using accounts = await startTestAccounts()
  accounts.sink.refuse()
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect((await accounts.ask('/sign-up/email', ada)).status).toBe(200)
  const lines = () => written.mock.calls.map(([line]) => String(line)).join('')
  await expect
    .poll(lines, { timeout: 10_000 })
    .toContain('A mail (verification) was not sent: EENVELOPE')
  expect(lines()).not.toMatch(/ada@|token=/)
})

test('a mail server that never answers delays nobody', async () => {
  await using accounts = await startTestAccounts()
  accounts.sink.hang()
  const { ask } = accounts
  expect((await ask('/sign-up/email', ada)).status).toBe(200)
  expect((await ask('/send-verification-email', { email: ada.email })).status).toBe(200)
  expect((await ask('/request-password-reset', { email: ada.email })).status).toBe(200)
})

test('on the embedded default a person is signed in immediately, and the mail is kept for the local page', async () => {
  const shown = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await using accounts = await startTestAccounts({ SMTP_URL: '', MAIL_FROM: '', DATABASE_URL: '' })
  const signedUp = await accounts.ask('/sign-up/email', ada)
  expect(signedUp.body?.token).toBeTruthy()
  expect((await accounts.ask('/sign-in/email', ada)).status).toBe(200)
  // The second came by another browser than the first, for it brought no cookie.
  expect(listLocalMails().map(({ to, subject }) => [to, subject])).toEqual([
    [ada.email, 'New sign-in to Tend'],
    [ada.email, 'Confirm your e-mail address'],
  ])
  expect(shown.mock.calls.join('')).toContain('/verify-email?token=')
})

test('with a database server but without mail, nothing is offered that needs mail', async () => {
  await using accounts = await startTestAccounts({
    SMTP_URL: '',
    MAIL_FROM: '',
    DATABASE_URL: 'postgres://user:password@db.example.com/tend',
  })
  const { ask } = accounts
  const { cookie } = await ask('/sign-up/email', ada)
  expect(await accounts.findSession({ cookie })).toMatchObject({
    user: { email: ada.email },
  })
  const { email } = ada
  expect((await ask('/request-password-reset', { email })).status).toBe(400)
  expect((await ask('/change-email', { newEmail: 'b@example.com' }, { cookie })).status).toBe(400)
})
