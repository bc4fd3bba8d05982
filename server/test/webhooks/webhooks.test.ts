import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maxWebhookRequests, maxWebhooks } from '../../src/domain/limits.ts'
import { createAccessToken } from '../support/access-token.ts'
import { codesOf } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { readRowsOf } from '../support/rows.ts'
import { refusal, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTask, createWebhook, readWebhook } from '../support/webhook.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'

let app: TestApp
let receiver: WebhookReceiver
let ada: Person
let bob: Person

beforeAll(async () => {
  receiver = await startWebhookReceiver()
  app = await startTestApp({
    app: { reminders: true },
    env: { WEBHOOK_ORIGINS: receiver.origin },
  })
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await receiver?.[Symbol.asyncDispose]()
})

const timeout = 15_000
const arrived = (path: string) => receiver.accepted(path)
const waitFor = (path: string, count: number) =>
  expect.poll(() => arrived(path).length, { timeout }).toBeGreaterThanOrEqual(count)

test('each mutation is one event, which the official library verifies, with what was before and after', async () => {
  const { path, secret } = await createWebhook(ada, receiver)
  const { mutationId, task } = await createTask(ada, 'Feed the cat', { priority: 'HIGH' })
  const { mutationId: second } = await runMutation(
    ada,
    'updateTask',
    { id: task.id, title: 'Feed the cats' },
    'mutationId',
  )
  await waitFor(path, 2)
  const [created, updated] = arrived(path)
  expect(new Webhook(secret).verify(created?.text ?? '', created?.headers as never)).toEqual(
    created?.body,
  )
  expect(created?.headers).toMatchObject({ 'content-type': 'application/json' })
  expect(created?.body).toMatchObject({
    type: 'mutation',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: {
      mutationId,
      actor: { kind: 'SESSION', id: ada.sessionId },
      truncated: false,
      changes: [
        {
          entity: 'TASK',
          id: task.id,
          op: 'CREATE',
          before: null,
          after: { id: task.id, title: 'Feed the cat', priority: 'HIGH', completedAt: null },
        },
      ],
    },
  })
  expect(created?.id).toMatch(new RegExp(`^evt_[0-9a-f]{12}_${created?.body.data.seq}$`))
  expect(updated?.body.data).toMatchObject({
    mutationId: second,
    changes: [
      {
        op: 'UPDATE',
        before: { title: 'Feed the cat' },
        after: { title: 'Feed the cats', priority: 'HIGH' },
      },
    ],
  })
  expect(Object.keys(updated?.body.data.changes[0].before)).toEqual(['title'])
  const { changes } = await ada.data(
    'query ($since: SyncCursor) { changes(since: $since) { changes { id mutationId } } }',
    { since: updated?.body.data.cursor },
  )
  expect(changes.changes).toEqual([{ id: task.id, mutationId: second }])
})

test('a body that differs by one space, another id and another time are not verified', async () => {
  const { path, secret } = await createWebhook(ada, receiver)
  await createTask(ada, 'Signed')
  await waitFor(path, 1)
  const [event] = arrived(path)
  const verifier = new Webhook(secret)
  const headers = event?.headers as Record<string, string>
  const verify = (text: string, more = {}) => verifier.verify(text, { ...headers, ...more })
  const text = event?.text ?? ''
  expect(verify(text)).toEqual(event?.body)
  expect(() => verify(`${text} `)).toThrow('signature')
  expect(() => verify(text.replace('{"type"', '{ "type"'))).toThrow('signature')
  expect(() => verify(text, { 'webhook-id': `${event?.id}1` })).toThrow('signature')
  const later = String(Number(headers['webhook-timestamp']) + 1)
  expect(() => verify(text, { 'webhook-timestamp': later })).toThrow('signature')
})

test('what it wants to hear of is chosen, and the rest is passed over', async () => {
  const input = { entities: ['TAG', 'LIST'], operations: ['CREATE', 'DELETE'] }
  const { id, path } = await createWebhook(ada, receiver, input)
  await createTask(ada, 'Not this')
  const { tag } = await runMutation(ada, 'createTag', { name: 'home' }, 'tag { id }')
  await runMutation(ada, 'updateTag', { id: tag.id, name: 'house' }, 'mutationId')
  await createTask(ada, 'Nor that', { tagIds: [tag.id] })
  await runMutation(ada, 'deleteTag', { id: tag.id }, 'mutationId')
  await waitFor(path, 2)
  const heard = arrived(path).flatMap(({ body }) =>
    body.data.changes.map(({ entity, op, id }: Record<string, string>) => [entity, op, id]),
  )
  expect(heard).toEqual([
    ['TAG', 'CREATE', tag.id],
    ['TAG', 'DELETE', tag.id],
  ])
  const { syncCursor } = await ada.data('{ syncCursor }')
  await expect.poll(async () => (await readWebhook(ada, id)).cursor, { timeout }).toBe(syncCursor)
})

test('what is chosen can be changed, and chosen no more', async () => {
  const { id, path } = await createWebhook(ada, receiver, { entities: ['LIST'] })
  const moved = `${path}-moved`
  const change = {
    id,
    url: receiver.origin + moved,
    description: ' Moved ',
    operations: ['UPDATE'],
  }
  await runMutation(ada, 'updateWebhook', { ...change, entities: ['TASK'] }, 'mutationId')
  expect(await readWebhook(ada, id)).toMatchObject({
    ...{ url: receiver.origin + moved, description: 'Moved' },
    ...{ entities: ['TASK'], operations: ['UPDATE'] },
  })
  const { task } = await createTask(ada, 'New')
  await runMutation(ada, 'completeTask', { id: task.id }, 'mutationId')
  await waitFor(moved, 1)
  expect(arrived(moved)[0]?.body.data.changes).toMatchObject([
    { id: task.id, op: 'UPDATE', before: { completedAt: null } },
  ])
  await runMutation(ada, 'updateWebhook', { id, entities: null, operations: null }, 'mutationId')
  await runMutation(ada, 'createList', { name: 'All' }, 'mutationId')
  await waitFor(moved, 2)
  expect(await readWebhook(ada, id)).toMatchObject({ entities: null, operations: null })
  expect(arrived(path)).toEqual([])
})

test('more than 50 changes, and more than 20 kB, are only said to be too much, with where to read them', async () => {
  const { path } = await createWebhook(ada, receiver)
  const titles = Array.from({ length: 120 }, (_, nth) => ({ title: `Many ${nth}` }))
  const { mutationId } = await runMutation(ada, 'createTasks', { tasks: titles }, 'mutationId')
  await createTask(ada, 'Long', { description: 'x'.repeat(20_001) })
  await createTask(ada, 'Short')
  await waitFor(path, 3)
  const [many, long, short] = arrived(path).map(({ body }) => body.data)
  for (const data of [many, long]) expect(data).toMatchObject({ truncated: true, changes: [] })
  expect(many.mutationId).toBe(mutationId)
  expect(short).toMatchObject({ truncated: false })
  const query = `query ($since: SyncCursor) {
    changes(since: $since, first: 500) { changes { mutationId } } }`
  const { changes } = await ada.data(query, { since: many.cursor })
  const own = changes.changes.filter((one: { mutationId: string }) => one.mutationId === mutationId)
  expect(own).toHaveLength(120)
})

test('after a roll both secrets verify for a day, then only the new one, and neither is in the database', async () => {
  const { id, path, secret: former } = await createWebhook(ada, receiver)
  const { secret, webhook } = await runMutation(
    ada,
    'rollWebhookSecret',
    { id },
    'secret webhook { formerSecretUntil }',
  )
  expect(secret).not.toBe(former)
  const hoursLeft = (Date.parse(webhook.formerSecretUntil) - Date.now()) / 3_600_000
  expect(hoursLeft).toBeGreaterThan(23.9)
  expect(hoursLeft).toBeLessThan(24.1)
  await createTask(ada, 'Rolled')
  await waitFor(path, 1)
  const verifies = (one: string, nth: number) => {
    const event = arrived(path)[nth]
    try {
      return Boolean(new Webhook(one).verify(event?.text ?? '', event?.headers as never))
    } catch {
      return false
    }
  }
  expect([verifies(former, 0), verifies(secret, 0)]).toEqual([true, true])
  await sql`update webhook set previous_until = now() where id = ${id}`.execute(app.owner)
  await createTask(ada, 'A day later')
  await waitFor(path, 2)
  expect([verifies(former, 1), verifies(secret, 1)]).toEqual([false, true])
  const rows = JSON.stringify(await readRowsOf(app.owner, ada.userId))
  for (const one of [former, secret]) {
    const key = Buffer.from(one.slice('whsec_'.length), 'base64')
    for (const form of [one.slice('whsec_'.length), key.toString('hex')])
      expect(rows).not.toContain(form)
  }
})

test('a retry with the same key creates no second webhook and returns no secret', async () => {
  const input = { url: `${receiver.origin}/once`, idempotencyKey: 'once' }
  const first = await runMutation(bob, 'createWebhook', input, 'secret webhook { id }')
  const again = await runMutation(bob, 'createWebhook', input, 'secret webhook { id }')
  expect(first.secret).toMatch(/^whsec_[\w+/]{43}=$/)
  expect(again).toEqual({ ...first, secret: null })
})

test('replaying from a cursor and from a time sends the same bytes under the same ids, in order', async () => {
  const person = await app.createPerson('again')
  const { id, path, cursor } = await createWebhook(person, receiver)
  const from = new Date().toISOString()
  for (const title of ['One', 'Two', 'Three', 'Four']) await createTask(person, title)
  await waitFor(path, 4)
  const first = arrived(path).map(({ id, text }) => ({ id, text }))
  await runMutation(person, 'replayWebhook', { id, since: cursor }, 'mutationId')
  await waitFor(path, 8)
  await runMutation(person, 'replayWebhook', { id, from }, 'mutationId')
  await waitFor(path, 12)
  const all = arrived(path).map(({ id, text }) => ({ id, text }))
  expect(all).toEqual([...first, ...first, ...first])
  expect(first.map(({ text }) => JSON.parse(text).data.changes[0].after.title)).toEqual([
    ...['One', 'Two', 'Three', 'Four'],
  ])
  const { attempts } = await readWebhook(person, id)
  const third = attempts.nodes.find(({ eventId }: { eventId: string }) => eventId === first[2]?.id)
  await runMutation(person, 'replayWebhook', { id, since: third.cursor }, 'mutationId')
  await waitFor(path, 14)
  expect(
    arrived(path)
      .slice(12)
      .map(({ id }) => id),
  ).toEqual([first[2]?.id, first[3]?.id])
})

test('one event is sent again when asked for, and a test comes at once; both are among the attempts', async () => {
  const person = await app.createPerson('by-hand')
  const { id, path, secret } = await createWebhook(person, receiver)
  await createTask(person, 'Once')
  await waitFor(path, 1)
  const [once] = arrived(path)
  await runMutation(person, 'resendWebhookEvent', { id, eventId: once?.id }, 'mutationId')
  await waitFor(path, 2)
  expect(arrived(path)[1]).toMatchObject({ id: once?.id, text: once?.text })
  await runMutation(person, 'testWebhook', { id }, 'mutationId')
  await waitFor(path, 3)
  const tested = arrived(path)[2]
  expect(tested?.body.type).toBe('test')
  new Webhook(secret).verify(tested?.text ?? '', tested?.headers as never)
  const kinds = async () =>
    (await readWebhook(person, id)).attempts.nodes.map((one: Record<string, unknown>) => [
      one.isTest,
      one.byHand,
      one.arrived,
      one.status,
    ])
  await expect.poll(kinds, { timeout }).toEqual([
    [true, true, true, 204],
    [false, true, true, 204],
    [false, false, true, 204],
  ])
  expect(await refusal(person, 'resendWebhookEvent', { id, eventId: tested?.id })).toEqual({
    code: 'NOT_FOUND',
    paths: ['input.eventId'],
  })
})

test('one that is stopped is sent nothing, and when it is started what has happened meanwhile', async () => {
  const person = await app.createPerson('pause')
  const { id, path } = await createWebhook(person, receiver)
  await runMutation(person, 'updateWebhook', { id, isEnabled: false }, 'mutationId')
  expect(await readWebhook(person, id)).toMatchObject({
    isEnabled: false,
    stopReason: 'BY_OWNER',
  })
  for (const title of ['One', 'Two']) await createTask(person, title)
  const other = await createWebhook(person, receiver)
  await createTask(person, 'Three')
  await waitFor(other.path, 1)
  expect(arrived(path)).toEqual([])
  await runMutation(person, 'updateWebhook', { id, isEnabled: true }, 'mutationId')
  await waitFor(path, 3)
  expect(arrived(path).map(({ body }) => body.data.changes[0].after.title)).toEqual([
    ...['One', 'Two', 'Three'],
  ])
  await runMutation(person, 'deleteWebhook', { id }, 'webhook { id }')
  await createTask(person, 'Four')
  await waitFor(other.path, 2)
  expect(arrived(path)).toHaveLength(3)
  expect(codesOf(await tryMutation(person, 'updateWebhook', { id }))).toEqual(['NOT_FOUND'])
})

test('access tokens and other people neither see nor change webhooks', async () => {
  const { id, path } = await createWebhook(ada, receiver)
  const { bearer } = await createAccessToken(ada, {
    scopes: ['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ'],
  })
  const url = `${receiver.origin}/theirs`
  const attempts = [
    await tryMutation(bearer, 'createWebhook', { url }),
    await tryMutation(bearer, 'rollWebhookSecret', { id }, 'secret'),
    await bearer.gql('{ webhooks { id } }'),
  ]
  for (const attempt of attempts) expect(codesOf(attempt)).toEqual(['FORBIDDEN'])
  for (const name of ['updateWebhook', 'deleteWebhook', 'rollWebhookSecret', 'testWebhook'])
    expect(await refusal(bob, name, { id })).toEqual({ code: 'NOT_FOUND', paths: ['input.id'] })
  await createTask(bob, 'Private')
  await createTask(ada, 'Own')
  await waitFor(path, 1)
  expect(receiver.received.filter((event) => event.path === path)).toHaveLength(1)
})

test('what is wrong with an input is named by its field, all at once', async () => {
  const wrong = {
    url: 'http://example.com/',
    description: 'x'.repeat(201),
    entities: [],
    operations: [],
  }
  expect(await refusal(ada, 'createWebhook', wrong)).toEqual({
    code: 'BAD_USER_INPUT',
    paths: ['input.url', 'input.description', 'input.entities', 'input.operations'],
  })
  const { id } = await createWebhook(ada, receiver)
  const since = (value: object) => refusal(ada, 'replayWebhook', { id, ...value })
  const refused = { code: 'BAD_USER_INPUT', paths: ['input.since'] }
  expect(await since({})).toEqual(refused)
  expect(await since({ since: 'expired' })).toEqual(refused)
  expect(await since({ since: 'nonsense' })).toEqual(refused)
  const { syncCursor } = await bob.data('{ syncCursor }')
  expect(await since({ since: syncCursor })).toEqual(refused)
})

test('there are so many webhooks, and so many requests an hour, and no more', async () => {
  const person = await app.createPerson('collector')
  const made = []
  for (let nth = 0; nth < maxWebhooks; nth += 1) made.push(await createWebhook(person, receiver))
  const url = `${receiver.origin}/more`
  expect(codesOf(await tryMutation(person, 'createWebhook', { url }))).toEqual(['LIMIT_EXCEEDED'])
  const [first] = made
  const id = first?.id
  for (let nth = 0; nth < maxWebhookRequests; nth += 2) {
    await runMutation(person, 'testWebhook', { id }, 'mutationId')
    await runMutation(person, 'replayWebhook', { id, since: first?.cursor }, 'mutationId')
  }
  expect(codesOf(await tryMutation(person, 'testWebhook', { id }))).toEqual(['LIMIT_EXCEEDED'])
  await runMutation(person, 'deleteWebhook', { id }, 'mutationId')
  await createWebhook(person, receiver)
})
