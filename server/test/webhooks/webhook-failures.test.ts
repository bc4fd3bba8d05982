import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailSink, startMailSink } from '../support/mail-sink.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'
import { createTask, createWebhook, readWebhook } from '../support/webhook.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'

const stack = new AsyncDisposableStack()
let app: TestApp
let receiver: WebhookReceiver
let sink: MailSink
let helper: Person

beforeAll(async () => {
  receiver = stack.use(await startWebhookReceiver())
  sink = stack.use(await startMailSink())
  const database = stack.use(await createTestDatabase())
  const start = () =>
    startTestApp({
      database,
      app: { reminders: true },
      env: {
        WEBHOOK_ORIGINS: receiver.origin,
        SMTP_URL: sink.url,
        MAIL_FROM: 'Tend <tend@example.com>',
      },
    })
  app = stack.use(await start())
  // A second process on the same database, where there can be one.
  if (database.databaseUrl) stack.use(await start())
  helper = await app.createPerson('helper')
})
afterAll(() => stack.disposeAsync())

const timeout = 20_000
const seqOf = ({ id }: { id: string }) => Number(id.split('_')[2])

/** Lets the pauses after failures be over, and has the deliverers look. */
async function passTime(): Promise<void> {
  await sql`
    update delivery set next_at = now(), fire_at = now()
    where kind = 'webhook' and state = 'waiting' and fire_at > now()`.execute(app.owner)
  await runMutation(helper, 'updateMe', { name: 'helper' }, 'mutationId')
}

/** When a webhook is tried again, in seconds from now. */
async function secondsToRetry(id: string): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from next_at - now())::float8 as seconds from delivery
    where kind = 'webhook' and subject_id = ${id} and fire_at > now()`.execute(app.owner)
  return rows[0]?.seconds ?? 0
}

test('of 200 mutations to a receiver that fails at every third, each arrives, in order, and twice only under the same id', {
  timeout: 180_000,
}, async () => {
  const ada = await app.createPerson('ada')
  const { id, path } = await createWebhook(ada, receiver)
  let nth = 0
  receiver.answer(path, (_event, response) => {
    nth += 1
    if (nth % 10 === 1) return void response.writeHead(500).end('broken')
    if (nth % 10 === 4) return void response.writeHead(302, { location: '/elsewhere' }).end()
    if (nth % 10 === 7) return void response.destroy()
    response.writeHead(200).end('{}')
  })
  const mutationIds: string[] = []
  for (let one = 0; one < 200; one += 1)
    mutationIds.push((await createTask(ada, `Task ${one}`)).mutationId)
  await expect
    .poll(
      async () => {
        await passTime()
        return receiver.accepted(path).length
      },
      { timeout: 150_000, interval: 50 },
    )
    .toBeGreaterThanOrEqual(200)
  const accepted = receiver.accepted(path)
  expect(accepted.map(({ body }) => body.data.mutationId)).toEqual(mutationIds)
  const seqs = accepted.map(seqOf)
  expect(seqs).toEqual(Array.from(seqs, (_, one) => (seqs[0] ?? 0) + one))
  const all = receiver.received.filter((event) => event.path === path)
  expect(all.length).toBeGreaterThan(250)
  const texts = new Map(all.map(({ id, text }) => [id, text]))
  for (const event of all) expect(event.text).toBe(texts.get(event.id))
  // What failed comes again before anything else does.
  const order = all.map(seqOf)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(receiver.received.some((event) => event.path === '/elsewhere')).toBe(false)
  await expect
    .poll(async () => (await readWebhook(ada, id)).attempts.totalCount, { timeout })
    .toBe(all.length)
})

test('dead receivers of one person delay nobody else', { timeout: 90_000 }, async () => {
  const [dead, alive] = [await app.createPerson('dead'), await app.createPerson('alive')]
  for (let nth = 0; nth < 10; nth += 1) {
    const { path } = await createWebhook(dead, receiver)
    receiver.answer(path, () => {})
  }
  const { path } = await createWebhook(alive, receiver)
  await createTask(dead, 'Nobody answers')
  await createTask(alive, 'Warm')
  await expect.poll(() => receiver.accepted(path).length, { timeout }).toBe(1)
  const delays: number[] = []
  for (let nth = 0; nth < 40; nth += 1) {
    await createTask(dead, `Dead ${nth}`)
    await createTask(alive, `Task ${nth}`)
    const committedMs = performance.now()
    await expect.poll(() => receiver.accepted(path).length, { timeout, interval: 10 }).toBe(nth + 2)
    delays.push((receiver.accepted(path).at(-1)?.atMs ?? 0) - committedMs)
  }
  const [p95 = 0] = delays.toSorted((a, b) => a - b).slice(37)
  expect(p95).toBeLessThan(1_000)
})

test('a failure is seen among the attempts, with how the answer began, and tried again after five seconds', async () => {
  const ada = await app.createPerson('ada')
  const { id, path } = await createWebhook(ada, receiver)
  const answer = `down\u0000${'x'.repeat(10_000)}`
  receiver.answer(path, (_event, response) => void response.writeHead(500).end(answer))
  await createTask(ada, 'Fails')
  await expect
    .poll(async () => (await readWebhook(ada, id)).attempts.totalCount, { timeout })
    .toBe(1)
  const seconds = await secondsToRetry(id)
  expect(seconds).toBeGreaterThan(1)
  expect(seconds).toBeLessThan(6)
  const webhook = await readWebhook(ada, id)
  expect(webhook).toMatchObject({ isEnabled: true, lastSuccessAt: null, lastFailure: 'HTTP 500' })
  expect(webhook.attempts.nodes).toMatchObject([
    { arrived: false, status: 500, problem: 'HTTP 500' },
  ])
  expect(webhook.attempts.nodes[0].answer).toBe(`down${'x'.repeat(996)}`)
  expect(Date.parse(webhook.nextAttemptAt)).toBeGreaterThan(Date.parse(webhook.lastFailureAt))
  await passTime()
  await expect.poll(() => secondsToRetry(id), { timeout }).toBeGreaterThan(200)
  // Who corrects the address needn't wait for that.
  const url = `${receiver.origin}${path}-right`
  await runMutation(ada, 'updateWebhook', { id, url }, 'mutationId')
  await expect.poll(() => receiver.accepted(`${path}-right`).length, { timeout }).toBe(1)
  const arrived = async () => {
    const { attempts, ...rest } = await readWebhook(ada, id)
    return {
      ...rest,
      ids: new Set(attempts.nodes.map((attempt: { id: string }) => attempt.id)).size,
    }
  }
  await expect.poll(arrived, { timeout }).toMatchObject({ nextAttemptAt: null, ids: 3 })
})

test('a Retry-After is kept to', async () => {
  const ada = await app.createPerson('ada')
  const { id, path } = await createWebhook(ada, receiver)
  receiver.answer(
    path,
    (_event, response) => void response.writeHead(429, { 'retry-after': '3600' }).end(),
  )
  await createTask(ada, 'Later')
  await expect.poll(() => secondsToRetry(id), { timeout }).toBeGreaterThan(3_500)
  // What happens meanwhile doesn't hurry it.
  await createTask(ada, 'Meanwhile')
  expect(await secondsToRetry(id)).toBeGreaterThan(3_500)
  expect(receiver.received.filter((event) => event.path === path)).toHaveLength(1)
})

test('410 stops it at once, and a mail says so; started again, it misses nothing', async () => {
  const ada = await app.createPerson('ada')
  const { id, path } = await createWebhook(ada, receiver, { description: 'Kitchen' })
  receiver.answer(path, (_event, response) => void response.writeHead(410).end())
  await createTask(ada, 'Gone')
  await expect.poll(async () => (await readWebhook(ada, id)).stopReason, { timeout }).toBe('GONE')
  await expect
    .poll(() => sink.findMail(ada.email, 'A webhook was stopped')?.text, { timeout })
    .toContain('“Kitchen”')
  const page = `${app.config.webUrl}/settings/webhooks/${id}`
  expect(sink.findMail(ada.email, 'A webhook was stopped')?.text).toContain(page)
  await createTask(ada, 'Not sent')
  await passTime()
  expect(receiver.received.filter((event) => event.path === path)).toHaveLength(1)
  receiver.answer(path, (_event, response) => void response.writeHead(200).end())
  await runMutation(ada, 'updateWebhook', { id, isEnabled: true }, 'mutationId')
  await expect.poll(() => receiver.accepted(path).length, { timeout }).toBe(2)
  const stops = sink.mails.filter(
    ({ to, subject }) => to?.[0]?.address === ada.email && subject === 'A webhook was stopped',
  )
  expect(stops).toHaveLength(1)
})

test('after five days of failures it is stopped, and a mail says so without its path', async () => {
  const ada = await app.createPerson('ada')
  const { id, path } = await createWebhook(ada, receiver)
  receiver.answer(path, (_event, response) => void response.writeHead(503).end())
  await createTask(ada, 'Fails')
  await expect
    .poll(async () => (await readWebhook(ada, id)).lastFailure, { timeout })
    .toBe('HTTP 503')
  const sinceDays = (days: number) =>
    sql`update webhook set failing_since = now() - make_interval(days => ${days}) where id = ${id}`.execute(
      app.owner,
    )
  await expect.poll(() => secondsToRetry(id), { timeout }).toBeGreaterThan(0)
  await sinceDays(4)
  await passTime()
  await expect.poll(() => secondsToRetry(id), { timeout }).toBeGreaterThan(100)
  expect(await readWebhook(ada, id)).toMatchObject({ isEnabled: true })
  await sinceDays(5)
  await passTime()
  await expect
    .poll(async () => (await readWebhook(ada, id)).stopReason, { timeout })
    .toBe('FAILING')
  await expect
    .poll(() => sink.findMail(ada.email, 'A webhook was stopped')?.text, { timeout })
    .toContain('nothing has arrived for 5 days')
  expect(sink.findMail(ada.email, 'A webhook was stopped')?.text).not.toContain(path)
})

test('what the log no longer has is said, with where to go on', async () => {
  const ada = await app.createPerson('ada')
  const { id, path } = await createWebhook(ada, receiver)
  await runMutation(ada, 'updateWebhook', { id, isEnabled: false }, 'mutationId')
  await createTask(ada, 'Cleared')
  await sql`
    with cleared as (delete from change where user_id = ${ada.userId})
    update change_counter set pruned_seq = last_seq where user_id = ${ada.userId}`.execute(
    app.owner,
  )
  const { syncCursor } = await ada.data('{ syncCursor }')
  await createTask(ada, 'Kept')
  await runMutation(ada, 'updateWebhook', { id, isEnabled: true }, 'mutationId')
  await expect.poll(() => receiver.accepted(path).length, { timeout }).toBe(2)
  const [reset, kept] = receiver.accepted(path).map(({ body }) => body)
  expect(reset).toMatchObject({ type: 'reset', data: { cursor: syncCursor } })
  expect(kept.data.changes[0].after.title).toBe('Kept')
})
