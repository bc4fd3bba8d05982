import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let sink: MailSink
let app: TestApp
let ada: Person

beforeAll(async () => {
  sink = await startMailSink()
  app = await startTestApp({
    env: { SMTP_URL: sink.url, MAIL_FROM: 'Tend <tend@example.com>' },
    app: { reminders: true },
  })
})
beforeEach(async () => {
  ada = await app.createPerson('ada')
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await sink?.[Symbol.asyncDispose]()
})

/** A task with a reminder that rings in so many milliseconds. */
async function remind(title: string, inMs: number, input: object = {}): Promise<Json> {
  const given = { title, dueOn: '2037-06-30', reminders: [{ minutesBefore: 0 }], ...input }
  const selection = 'task { id reminders { id } }'
  const { task } = await runMutation(ada, 'createTask', given, selection)
  await snooze(task, inMs)
  return task
}

async function snooze({ id: taskId, reminders: [{ id: reminderId }] }: Json, inMs: number) {
  const until = new Date(Date.now() + inMs).toISOString()
  return runMutation(ada, 'snoozeReminder', { taskId, reminderId, until }, 'mutationId')
}

function mailsTo({ email }: Person) {
  return sink.mails.filter((mail) => mail.to?.[0]?.address === email)
}

function subjects(): string[] {
  return mailsTo(ada).map(({ subject }) => subject ?? '')
}

async function firstMail() {
  return waitFor('A mail', async () => mailsTo(ada)[0])
}

const rungQuery = '{ rangReminders { totalCount nodes { rangAt task { title } reminder { id } } } }'

async function listRung(): Promise<string[]> {
  return (await ada.data(rungQuery)).rangReminders.nodes.map(({ task }: Json) => task.title)
}

/** Nothing waits any more, so what hasn't been sent by now never will be. */
async function settled(): Promise<void> {
  await waitFor('That nothing waits', async () => {
    const { rows } = await sql`
      select 1 from delivery where user_id = ${ada.userId} and state = 'waiting'
        and (attempts > 0 or next_at < now() + interval '10 seconds')
      union all select 1 from mail_outbox`.execute(app.owner)
    return rows.length === 0 ? true : undefined
  })
}

/** Gives the reminder of a task a time that was so many hours ago, as if nobody had been there since. */
async function putIntoPast(taskId: string, hours: number): Promise<void> {
  const ago = (more: number) => new Date(Date.now() - (hours + more) * 3_600_000).toISOString()
  await app.owner.transaction().execute(async (transaction) => {
    await sql`
      update task set reminders = jsonb_set(jsonb_set(reminders, '{0,snoozedUntil}', ${JSON.stringify(ago(0))}::jsonb), '{0,setAt}', ${JSON.stringify(ago(1))}::jsonb),
        updated_at = now() where id = ${taskId}`.execute(transaction)
    await sql`
      update delivery set after_at = ${ago(1)}, next_at = now() where subject_id = ${taskId}`.execute(
      transaction,
    )
  })
  // Whoever changes something wakes the process.
  await runMutation(ada, 'createTask', { title: 'Something else' }, 'mutationId')
}

test('A reminder rings when it is due: once by mail, and in the list of what has rung', async () => {
  const task = await remind('Call <Bob>', 700)
  const mail = await firstMail()
  expect(mail.subject).toBe('Reminder: Call <Bob>')
  expect(mail.text).toContain('Call <Bob>: due on Tuesday, 30 Jun 2037.')
  expect(mail.text).toContain(`/task/${task.id}`)
  expect(mail.html).toContain('Call &lt;Bob&gt;')
  expect(mail.text).not.toContain('comes late')
  const { rangReminders } = await ada.data(rungQuery)
  expect(rangReminders).toEqual({
    totalCount: 1,
    nodes: [
      {
        rangAt: expect.any(String),
        task: { title: 'Call <Bob>' },
        reminder: { id: task.reminders[0].id },
      },
    ],
  })
  await settled()
  expect(subjects()).toEqual(['Reminder: Call <Bob>'])
})

test('The mail is named after the reminder, and can be ended by one click', async () => {
  await remind('Water the plants', 300)
  const { messageId, headers } = await firstMail()
  expect(messageId).toMatch(/^<[0-9a-f]{40}@localhost>$/)
  const header = (key: string) => headers.find((one) => one.key === key)?.value
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const url = /^<(.*)>$/.exec(header('list-unsubscribe') ?? '')?.[1] ?? ''
  const there = url.replace(app.config.apiUrl, app.url)
  const ended = await fetch(there, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  expect(ended.status).toBe(200)
  const { me } = await ada.data('{ me { reminderSettings { channels } } }')
  expect(me.reminderSettings.channels).toEqual(['PUSH'])
  await remind('Water them again', 300)
  await waitFor('The second in the list', async () => (await listRung()).length === 2 || undefined)
  await settled()
  expect(subjects()).toEqual(['Reminder: Water the plants'])
})

test('A mail that couldn’t be sent isn’t tried again once its task is done', async () => {
  sink.refuse(451)
  const [done] = [await remind('Done meanwhile', 200), await remind('Still open', 200)]
  await waitFor('Two refused mails', async () => {
    const { rows } = await sql`
      select 1 from mail_outbox where attempts = 1 and due_at > now() + interval '1 second'
        and not handed_over`.execute(app.owner)
    return rows.length === 2 || undefined
  })
  await runMutation(ada, 'completeTask', { id: done.id }, 'mutationId')
  sink.accept()
  await sql`update mail_outbox set due_at = now()`.execute(app.owner)
  // Whatever rings has the outbox looked through.
  await remind('The next', 200)
  await waitFor('The next', async () => subjects().includes('Reminder: The next') || undefined)
  await settled()
  expect(subjects().toSorted()).toEqual(['Reminder: Still open', 'Reminder: The next'])
})

test('Dismissed and snoozed reminders leave the list, and so does a completed task', async () => {
  const tasks = [
    await remind('Dismissed', 200),
    await remind('Snoozed', 200),
    await remind('Completed', 200),
    await remind('Stays', 200),
  ]
  await waitFor('All in the list', async () => (await listRung()).length === 4 || undefined)
  const [dismissed, snoozed, completed] = tasks
  const name = { taskId: dismissed.id, reminderId: dismissed.reminders[0].id }
  const { mutationId } = await runMutation(ada, 'dismissReminder', name, 'mutationId')
  await snooze(snoozed, 3_600_000)
  await runMutation(ada, 'completeTask', { id: completed.id }, 'mutationId')
  expect(await listRung()).toEqual(['Stays'])
  await runMutation(ada, 'undo', { mutationId }, 'mutationId')
  expect((await listRung()).toSorted()).toEqual(['Dismissed', 'Stays'])
})

test('What has rung is paged, newest first', async () => {
  for (const title of ['One', 'Two', 'Three']) await remind(title, 100)
  await waitFor('All in the list', async () => (await listRung()).length === 3 || undefined)
  const all = await listRung()
  const titles: string[] = []
  for (let after: string | null = null, more = true; more; ) {
    const query = `query($after: String) { rangReminders(first: 1, after: $after) { nodes { task { title } } pageInfo { hasNextPage endCursor } } }`
    const { nodes, pageInfo }: Json = (await ada.data(query, { after })).rangReminders
    titles.push(...nodes.map(({ task }: Json) => task.title))
    after = pageInfo.endCursor
    more = pageInfo.hasNextPage
  }
  expect(titles).toEqual(all)
})

test.for<[string, (task: Json) => Promise<unknown>]>([
  ['completed', ({ id }) => runMutation(ada, 'completeTask', { id }, 'mutationId')],
  ['trashed', ({ id }) => runMutation(ada, 'deleteTask', { id }, 'mutationId')],
  ['moved to another day', ({ id }) => update(id, { dueOn: '2037-07-01' })],
  ['without reminders', ({ id }) => update(id, { reminders: null })],
  ['snoozed for longer', (task) => snooze(task, 3_600_000)],
])('A task that is %s just before doesn’t ring', async ([, change]) => {
  const task = await remind('Not any more', 3_000)
  await change(task)
  await remind('Another one', 3_300)
  await waitFor('The other one', async () => (subjects().length > 0 ? true : undefined))
  await settled()
  expect(subjects()).toEqual(['Reminder: Another one'])
})

test('A task in an archived list doesn’t ring', async () => {
  const { list } = await runMutation(ada, 'createList', { name: 'Old' }, 'list { id }')
  await remind('Archived', 3_000, { listId: list.id })
  await runMutation(ada, 'archiveList', { id: list.id }, 'mutationId')
  await remind('Another one', 3_300)
  await waitFor('The other one', async () => (subjects().length > 0 ? true : undefined))
  await settled()
  expect(subjects()).toEqual(['Reminder: Another one'])
})

test('What was undone just before doesn’t ring, and what was redone does', async () => {
  const task = await remind('Undone', 3_600_000)
  const { mutationId } = await snooze(task, 3_000)
  await runMutation(ada, 'undo', { mutationId }, 'mutationId')
  await remind('Another one', 3_300)
  await waitFor('The other one', async () => (subjects().length > 0 ? true : undefined))
  expect(subjects()).toEqual(['Reminder: Another one'])
  const again = await snooze(task, 1_000)
  const undone = await runMutation(ada, 'undo', { mutationId: again.mutationId }, 'mutationId')
  await runMutation(ada, 'undo', { mutationId: undone.mutationId }, 'mutationId')
  await waitFor('Both', async () => (subjects().length === 2 ? true : undefined))
})

test('A late reminder says when it was due, and one that is much later is only in the list', async () => {
  const late = await remind('Late', 3_600_000)
  const missed = await remind('Missed', 3_600_000)
  await settled()
  await putIntoPast(missed.id, 13)
  await putIntoPast(late.id, 3)
  const mail = await firstMail()
  expect(mail.text).toContain('This reminder was due at')
  await waitFor('Both in the list', async () => (await listRung()).length === 2 || undefined)
  await settled()
  expect(subjects()).toEqual(['Reminder: Late'])
})

test('A reminder whose zone has got other rules since is derived again, and not sent at the old time', async () => {
  const task = await remind('Later than thought', 3_600_000)
  await settled()
  // As if it had been planned when the zone was an hour ahead.
  await sql`
    update delivery set fire_at = now(), next_at = now() where subject_id = ${task.id}`.execute(
    app.owner,
  )
  await runMutation(ada, 'createTask', { title: 'Something else' }, 'mutationId')
  const { rows } = await waitFor('The new plan', async () => {
    const found = await sql<{ inMs: number }>`
      select extract(epoch from next_at - now())::float8 * 1000 as "inMs"
      from delivery where subject_id = ${task.id} and next_at > now()`.execute(app.owner)
    return found.rows[0] && found.rows[0].inMs > 60_000 ? found : undefined
  })
  expect(rows[0]?.inMs).toBeLessThanOrEqual(3_600_000)
  expect(await listRung()).toEqual([])
})

test('Whoever changes their zone or hours gets their reminders at other times', async () => {
  await remind('At nine', 100)
  await firstMail()
  const next = async () => (await ada.data('{ nextReminderAt }')).nextReminderAt
  await waitFor('Nine in UTC', async () =>
    (await next()) === '2037-06-30T09:00:00.000Z' ? true : undefined,
  )
  await runMutation(ada, 'updateMe', { timeZone: 'Asia/Tokyo' }, 'mutationId')
  await waitFor('Nine in Tokyo', async () =>
    (await next()) === '2037-06-30T00:00:00.000Z' ? true : undefined,
  )
  await runMutation(ada, 'updateReminderSettings', { dayTime: '10:00' }, 'mutationId')
  await waitFor('Ten in Tokyo', async () =>
    (await next()) === '2037-06-30T01:00:00.000Z' ? true : undefined,
  )
})

test('A hidden title is in no mail', async () => {
  await runMutation(ada, 'updateReminderSettings', { hidesTitles: true }, 'mutationId')
  await remind('Secret', 100)
  const mail = await firstMail()
  expect(mail.subject).toBe('Reminder')
  expect(`${mail.text}${mail.html}`).not.toContain('Secret')
})

test('The link of a mail asks first, then completes or snoozes the task as its person', async () => {
  const task = await remind('Call the <b>bank</b>', 100)
  const { text } = await firstMail()
  const link = (/\S+\/reminders\?link=\S+/.exec(text ?? '')?.[0] ?? '').replace(
    app.config.apiUrl,
    app.url,
  )
  const page = await fetch(link)
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).toContain('Call the &lt;b&gt;bank&lt;/b&gt;')
  const read = `query($id: ID!) { task(id: $id) { completed reminders { snoozedUntil dismissedAt } history(first: 1) { nodes { actor { kind } } } } }`
  const before = (await ada.data(read, { id: task.id })).task
  expect(before.completed).toBe(false)
  const choose = (action: string, url = link) =>
    fetch(url, { method: 'POST', body: new URLSearchParams({ action }) })
  expect((await choose('hour')).status).toBe(200)
  const snoozed = (await ada.data(read, { id: task.id })).task
  expect(Date.parse(snoozed.reminders[0].snoozedUntil) - Date.now()).toBeGreaterThan(3_500_000)
  expect(snoozed.history.nodes[0].actor.kind).toBe('SESSION')
  expect((await choose('complete')).status).toBe(200)
  expect((await ada.data(read, { id: task.id })).task.completed).toBe(true)
  const forged = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/.{5}$/, 'AAAAA')
  expect((await choose('complete', forged)).status).toBe(404)
  expect((await fetch(`${app.url}/reminders`)).status).toBe(404)
  expect((await choose('x'.repeat(2_000))).status).toBe(413)
  expect((await fetch(link, { method: 'PUT' })).status).toBe(405)
})

test('While the mail server is down, the reminder waits, and the list has it all the same', async () => {
  sink.stop()
  try {
    await remind('Patience', 100)
    await waitFor('It in the list', async () => (await listRung()).length === 1 || undefined)
    // An attempt under way would still succeed: until it has failed, the mail is kept for longer.
    await waitFor('A failed attempt', async () => {
      const { rows } = await sql`
        select 1 from mail_outbox where attempts > 0 and due_at < now() + interval '15 seconds'`.execute(
        app.owner,
      )
      return rows.length > 0 ? true : undefined
    })
    expect(subjects()).toEqual([])
  } finally {
    sink.accept()
  }
  await sql`update mail_outbox set due_at = now()`.execute(app.owner)
  await remind('Next', 100)
  await waitFor('Both', async () => (subjects().length === 2 ? true : undefined))
  expect(subjects().toSorted()).toEqual(['Reminder: Next', 'Reminder: Patience'])
})

test('The summary of a day is mailed once, with what is due, and not at all when nothing is', async () => {
  const summaryTime = new Date().toISOString().slice(11, 16)
  const [today, yesterday] = [0, 1].map((days) =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10),
  )
  await runMutation(ada, 'createTask', { title: 'Now', dueOn: today }, 'mutationId')
  await runMutation(ada, 'createTask', { title: 'Long ago', dueOn: yesterday }, 'mutationId')
  const bob = await app.createPerson('bob')
  for (const person of [ada, bob])
    await runMutation(person, 'updateReminderSettings', { summaryTime }, 'mutationId')
  await settled()
  // As if they had chosen it yesterday.
  await sql`
    update delivery set after_at = now() - interval '1 day', next_at = now()
    where user_id in (${ada.userId}, ${bob.userId})`.execute(app.owner)
  await runMutation(ada, 'createTask', { title: 'Something else' }, 'mutationId')
  const mail = await firstMail()
  expect(mail.subject).toBe('Your day: 1 for today, 1 overdue')
  expect(mail.text).toContain('• Now')
  expect(mail.text).toContain('• Long ago (')
  await settled()
  expect([mailsTo(ada).length, mailsTo(bob).length]).toEqual([1, 0])
  const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  const url = header.slice(1, -1).replace(app.config.apiUrl, app.url)
  expect((await fetch(url, { method: 'POST' })).status).toBe(200)
  const { me } = await ada.data('{ me { reminderSettings { summaryTime channels } } }')
  expect(me.reminderSettings).toEqual({ summaryTime: null, channels: ['MAIL', 'PUSH'] })
})

async function update(id: string, changes: object) {
  return runMutation(ada, 'updateTask', { id, ...changes }, 'mutationId')
}
