import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { listLocalMails } from '../../src/mail/local-mailbox.ts'
import { type Mail, writeMail } from '../../src/mail/mail.ts'
import { createOutbox } from '../../src/mail/mail-outbox.ts'
import { createMailer, type Mailer } from '../../src/mail/mailer.ts'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let sink: MailSink
let mailer: Mailer
let mailers: AsyncDisposableStack
let written = ''
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  sink = await startMailSink()
  mailers = new AsyncDisposableStack()
  mailer = startMailer()
  written = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += text
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  // One that goes on would take mails of the next test.
  await mailers.disposeAsync()
  await app.owner.deleteFrom('mail_outbox').execute()
  await sink[Symbol.asyncDispose]()
})

const secrets = { current: 'a secret of a good length, number 1', previous: undefined }
const link = 'https://tend.example/reset-password?token=SECRET'
const subject = 'Choose a new password'
const isStillWanted = async () => true

const reminderMail = (to: string) =>
  writeMail({ kind: 'reminder', to, subject, paragraphs: ['Feed the cat.'], comesOnce: true })

const passwordResetMail = (to: string, url: string) =>
  writeMail({
    kind: 'password reset',
    to,
    usefulSeconds: 3_600,
    subject,
    paragraphs: ['Somebody asked for a new password for your Tend account.'],
    action: { label: 'Choose a password', url },
  })

/** A process that sends mail. */
function startMailer(with_: { current: string; previous?: string | undefined } = secrets): Mailer {
  const settings = { kind: 'smtp', url: sink.url, from: 'Tend <tend@example.com>' } as const
  return mailers.use(
    createMailer(settings, { database: app.owner, secrets: with_ }, { isStillWanted }),
  )
}

function listWaiting() {
  return app.owner.selectFrom('mail_outbox').selectAll().execute()
}

/** Lets the time pass that everything waits for. */
async function passPauses(): Promise<void> {
  await app.owner.updateTable('mail_outbox').set({ due_at: sql`now()` }).execute()
}

async function sendAndFail(to: string): Promise<void> {
  await mailer.send(passwordResetMail(to, link))
  await mailer.resume()
  expect(sink.findMail(to, subject)).toBeUndefined()
}

test('a mail that was sent leaves nothing behind', async () => {
  await mailer.send(passwordResetMail('ada@example.com', link))
  await mailer.resume()
  expect(sink.findMail('ada@example.com', subject)?.text).toContain(link)
  expect(await listWaiting()).toEqual([])
})

test('before a server can have a mail, it is noted that it may', async () => {
  const noted: unknown[] = []
  const note = async () => {
    for (const { handed_over } of await listWaiting()) noted.push(handed_over)
  }
  sink.before('recipient', note)
  sink.before('end', note)
  await mailer.send(reminderMail('ada@example.com'))
  await mailer.resume()
  expect(noted).toEqual([false, true])
})

test('a mail that a server may have from a process that died is only sent again if it may come twice', async () => {
  sink.refuse(451)
  await mailer.send(reminderMail('ada@example.com'))
  await sendAndFail('bob@example.com')
  sink.accept()
  // As the process leaves them that dies in that moment.
  await app.owner.updateTable('mail_outbox').set({ handed_over: true }).execute()
  await passPauses()
  await startMailer().resume()
  expect(sink.mails.map(({ to }) => to?.[0]?.address)).toEqual(['bob@example.com'])
  expect(await listWaiting()).toEqual([])
  expect(written).toContain('A mail (reminder) was not sent: UNCONFIRMED')
})

test('the same holds when the connection breaks before the server has answered to the end', async () => {
  sink.before('end', async () => {
    sink.cut()
    await sleep(100)
  })
  await mailer.send(reminderMail('ada@example.com'))
  await mailer.resume()
  await mailer.send(passwordResetMail('bob@example.com', link))
  await mailer.resume()
  expect((await listWaiting()).map(({ kind }) => kind)).toEqual(['password reset'])
  expect(written).toContain('A mail (reminder) was not sent: UNCONFIRMED')
})

test('a mail that a server has refused at its end is tried again, also if it comes once', async () => {
  sink.before('end', async () => {
    throw Object.assign(new Error('try later'), { responseCode: 451 })
  })
  await mailer.send(reminderMail('ada@example.com'))
  await mailer.resume()
  expect(await listWaiting()).toMatchObject([{ handed_over: false, attempts: 1 }])
})

test('a process from which another has taken a mail over passes no end of it', async () => {
  sink.before('recipient', async () => {
    await sql`update mail_outbox set attempts = attempts + 1`.execute(app.owner)
  })
  await mailer.send(reminderMail('ada@example.com'))
  await mailer.resume()
  expect(sink.mails).toEqual([])
  expect(written).toContain('TAKEN_OVER')
  expect(await listWaiting()).toMatchObject([{ handed_over: false, attempts: 2 }])
})

test('what has rung is left to the processes that can tell whether it is still wanted', async () => {
  const sent: string[] = []
  const transmit = async ({ kind }: Mail) => void sent.push(kind)
  await using web = createOutbox({ database: app.owner, secrets, transmit })
  await web.putWith(app.owner, [
    reminderMail('ada@example.com'),
    passwordResetMail('ada@example.com', link),
  ])
  await web.deliver()
  expect(sent).toEqual(['password reset'])
  await using api = createOutbox({ database: app.owner, secrets, transmit, isStillWanted })
  await api.deliver()
  expect(sent).toEqual(['password reset', 'reminder'])
  expect(await listWaiting()).toEqual([])
})

test('a process keeps the mail that it is sending for longer than its lease, and loses it when it is dead', async () => {
  const sent: string[] = []
  const start = (name: string, transmit: () => Promise<void>) =>
    createOutbox({
      database: app.owner,
      secrets,
      leaseSeconds: 1,
      isStillWanted,
      transmit: async (mail: Mail) => {
        sent.push(`${mail.to} by ${name}`)
        await transmit()
      },
    })
  await using slow = start('the slow one', () => sleep(2_500))
  await using other = start('the other one', async () => {})
  await slow.putWith(app.owner, [reminderMail('ada@example.com')])
  const sending = slow.deliver()
  await sleep(1_500)
  await other.deliver()
  await sending
  expect(sent).toEqual(['ada@example.com by the slow one'])
  await slow.putWith(app.owner, [reminderMail('bob@example.com')])
  // As a process leaves it that dies.
  await sql`
    update mail_outbox set attempts = 1, due_at = now() + interval '1 second'`.execute(app.owner)
  await other.deliver()
  expect(sent).toHaveLength(1)
  await sleep(1_100)
  await other.deliver()
  expect(sent.slice(1)).toEqual(['bob@example.com by the other one'])
})

test('a mail that is refused temporarily is tried again later, and not before', async () => {
  sink.refuse(451)
  await sendAndFail('ada@example.com')
  sink.accept()
  await mailer.resume()
  expect(sink.mails).toEqual([])
  await passPauses()
  await mailer.resume()
  expect(sink.mails).toHaveLength(1)
  expect(await listWaiting()).toEqual([])
})

test('the pauses between attempts grow, last for half a day and more, and end', async () => {
  sink.refuse(451)
  await sendAndFail('ada@example.com')
  const pauses: number[] = []
  while ((await listWaiting()).length > 0) {
    const { rows } = await sql<{ pause: number }>`
      select extract(epoch from due_at - now())::float8 as pause from mail_outbox`.execute(
      app.owner,
    )
    pauses.push(Math.ceil((rows[0]?.pause ?? 0) / 10))
    await passPauses()
    await mailer.resume()
  }
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses.length).toBeLessThan(70)
  const hours = pauses.reduce((sum, tens) => sum + tens, 0) / 360
  expect(hours).toBeGreaterThan(12)
})

test('a mail whose server was down is sent after a restart, by whichever process comes first', async () => {
  sink.hang()
  await sink[Symbol.asyncDispose]()
  await sendAndFail('ada@example.com')
  expect(written).toMatch(/A mail \(password reset\) was not sent: E/)
  sink = await startMailSink()
  await passPauses()
  await startMailer().resume()
  expect(sink.findMail('ada@example.com', subject)).toBeDefined()
})

test('of several processes one sends each mail, and none is sent twice', async () => {
  sink.refuse(451)
  const people = Array.from({ length: 20 }, (_, index) => `person.${index}@example.com`)
  for (const to of people) await mailer.send(passwordResetMail(to, link))
  await mailer.resume()
  sink.accept()
  await passPauses()
  await Promise.all([startMailer(), startMailer(), startMailer()].map((one) => one.resume()))
  const sent = sink.mails.map(({ to }) => to?.[0]?.address)
  expect(sent.sort()).toEqual([...people].sort())
})

test('a link that is soon of no use goes before a crowd of reminders that wait already', async () => {
  const sent: string[] = []
  await using outbox = createOutbox({
    isStillWanted,
    ...{ database: app.owner, secrets },
    transmit: async ({ kind }) => void sent.push(kind),
  })
  const crowd = 100
  for (let nth = 0; nth < crowd; nth += 1)
    await outbox.putWith(app.owner, [reminderMail(`person.${nth}@example.com`)])
  await outbox.putWith(app.owner, [passwordResetMail('ada@example.com', link)])
  await outbox.deliver()
  expect(sent).toHaveLength(crowd + 1)
  // It is in the first of the crowds that are claimed together.
  expect(sent.indexOf('password reset')).toBeLessThan(crowd / 2)
})

test('a mail that its server refuses permanently is dropped, and logged without address or link', async () => {
  sink.refuse(550)
  await sendAndFail('ada@example.com')
  expect(await listWaiting()).toEqual([])
  expect(written).toContain('A mail (password reset) was not sent: EENVELOPE 550')
  expect(written).not.toMatch(/ada@|SECRET/)
})

test('an expired link is never sent', async () => {
  sink.refuse(451)
  await sendAndFail('ada@example.com')
  sink.accept()
  await app.owner
    .updateTable('mail_outbox')
    .set({ expires_at: sql`now()`, due_at: sql`now()` })
    .execute()
  await mailer.resume()
  expect(sink.mails).toEqual([])
  expect(await listWaiting()).toEqual([])
})

test('a waiting mail reveals neither its address nor its link to readers of the table', async () => {
  sink.refuse(451)
  await sendAndFail('ada@example.com')
  const { rows } =
    await sql`select t::text || encode(sealed, 'escape') as row from mail_outbox t`.execute(
      app.owner,
    )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toMatch(/ada@|SECRET|tend\.example/)
})

test('a waiting mail survives a change of the secret, but not its loss', async () => {
  sink.refuse(451)
  await sendAndFail('ada@example.com')
  sink.accept()
  await passPauses()
  const changed = 'a secret of a good length, number 2'
  await startMailer({ current: changed, previous: secrets.current }).resume()
  expect(sink.mails).toHaveLength(1)
  sink.refuse(451)
  await sendAndFail('bob@example.com')
  sink.accept()
  await passPauses()
  await startMailer({ current: changed }).resume()
  expect(sink.mails).toHaveLength(1)
  expect(await listWaiting()).toEqual([])
  expect(written).toContain('SECRET_CHANGED')
})

test('the status says whether mails can be sent', async () => {
  expect(await mailer.isReachable()).toBe(true)
  const { url } = sink
  await sink[Symbol.asyncDispose]()
  const settings = { kind: 'smtp', url, from: 'tend@example.com' } as const
  expect(await createMailer(settings, { database: app.owner, secrets }).isReachable()).toBe(false)
})

test('without a mail server the API leaves its mails to the process with the local page', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const stores = { database: app.owner, secrets }
  // It is the process's, and other files of this process fill it too.
  listLocalMails().splice(0)
  await using api = createMailer({ kind: 'local' }, stores, { hasLocalPage: false })
  await api.send(passwordResetMail('lea@example.com', link))
  await app.owner
    .transaction()
    .execute((transaction) =>
      api.sendWith(transaction, [passwordResetMail('leo@example.com', link)]),
    )
  await api.resume()
  expect(listLocalMails()).toEqual([])
  await using web = createMailer({ kind: 'local' }, stores)
  await web.resume()
  const shown = listLocalMails().map(({ to }) => to)
  expect(shown.toSorted()).toEqual(['lea@example.com', 'leo@example.com'])
})
