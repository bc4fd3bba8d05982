import { afterAll, beforeAll, expect, test } from 'vitest'
import { maxLiveResults } from '../../src/domain/limits.ts'
import { ask } from '../support/ask.ts'
import { followLive, type LiveResult } from '../support/live-changes.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let ada: Person
let bob: Person

beforeAll(async () => {
  app = await startTestApp()
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
})
afterAll(() => app?.[Symbol.asyncDispose]())

async function addTag(person: Person, name: string): Promise<string> {
  return (await runMutation(person, 'createTag', { name }, 'tag { id }')).tag.id
}

async function cursorOf(person: Person): Promise<string> {
  return (await person.data('{ syncCursor }')).syncCursor
}

async function nextPage(live: LiveResult) {
  const event = await live.next()
  expect(event?.event).toBe('next')
  expect(event?.data.errors).toBeUndefined()
  return event?.data.data.changes
}

test('missed changes come first, then new ones as they happen', async () => {
  const since = await cursorOf(ada)
  const missed = await addTag(ada, 'missed')
  using live = await followLive(app.url, ada, since)
  expect(live.response.headers.get('content-type')).toContain('text/event-stream')
  const first = await nextPage(live)
  expect(first.changes).toMatchObject([{ id: missed, node: { name: 'missed' } }])
  const startedAt = performance.now()
  const next = await addTag(ada, 'live')
  const second = await nextPage(live)
  expect(second.changes).toMatchObject([{ id: next, node: { name: 'live' } }])
  expect(performance.now() - startedAt).toBeLessThan(2_000)
})

test('the first page comes immediately, even if it is empty', async () => {
  const since = await cursorOf(ada)
  using live = await followLive(app.url, ada, since)
  expect(await nextPage(live)).toEqual({
    changes: [],
    cursor: since,
    hasMore: false,
    resetRequired: false,
  })
})

test('an object’s relations are as new as the object, however long the stream has run', async () => {
  const list = (await runMutation(ada, 'createList', { name: 'Old name' }, 'list { id }')).list.id
  const input = { title: 'In a list', listId: list }
  const task = (await runMutation(ada, 'createTask', input, 'task { id }')).task.id
  using live = await followLive(app.url, ada, await cursorOf(ada))
  await nextPage(live)
  await runMutation(ada, 'updateTask', { id: task, title: 'First' }, 'mutationId')
  expect((await nextPage(live)).changes[0].node.list.name).toBe('Old name')
  await runMutation(ada, 'updateList', { id: list, name: 'New name' }, 'mutationId')
  await nextPage(live)
  await runMutation(ada, 'updateTask', { id: task, title: 'Second' }, 'mutationId')
  expect((await nextPage(live)).changes[0].node.list.name).toBe('New name')
})

test('nobody receives another person’s changes', async () => {
  using live = await followLive(app.url, bob, await cursorOf(bob))
  await nextPage(live)
  await addTag(ada, 'not for bob')
  const own = await addTag(bob, 'for bob')
  expect((await nextPage(live)).changes).toMatchObject([{ id: own }])
})

test('a lost notification only delays a change, because subscribers also poll', async () => {
  await using impatient = await startTestApp({ app: { lookEverySeconds: 0.3 } })
  const eve = await impatient.createPerson('eve')
  using live = await followLive(impatient.url, eve, await cursorOf(eve))
  await nextPage(live)
  // This bypasses the API, so that nobody is notified.
  await impatient.owner
    .updateTable('list')
    .set({ name: 'Renamed' })
    .where('user_id', '=', eve.userId)
    .execute()
  expect((await nextPage(live)).changes).toMatchObject([{ node: { name: 'Renamed' } }])
})

test('a broken cursor ends the stream with its error', async () => {
  using live = await followLive(app.url, ada, 'nonsense')
  const event = await live.next()
  expect(event?.data.errors[0].extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    issues: [{ path: ['since'] }],
  })
  expect(await live.next()).toMatchObject({ event: 'complete' })
  expect(await live.next()).toBeUndefined()
})

test('an error inside a live result is masked', async () => {
  using live = await followLive(app.url, ada, await cursorOf(ada))
  await nextPage(live)
  await app.owner.schema.alterTable('tag').renameColumn('color', 'colour').execute()
  try {
    await app.owner
      .insertInto('tag')
      .values({ user_id: ada.userId, id: crypto.randomUUID(), name: 'x', name_key: 'x' })
      .execute()
    await bob.data('{ syncCursor }')
    const hidden = await followLive(app.url, ada, null)
    const { data } = (await hidden.next()) ?? {}
    hidden.cut()
    expect(data.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR')
    expect(JSON.stringify(data)).not.toMatch(/colou?r|does not exist|select/i)
  } finally {
    await app.owner.schema.alterTable('tag').renameColumn('colour', 'color').execute()
  }
})

test('a subscription requested as plain JSON is refused with a message', async () => {
  const headers = { authorization: `Bearer ${ada.token}`, accept: 'application/json' }
  const answer = await ask(app.url, { query: 'subscription { changes { cursor } }' }, headers)
  expect(answer.status).toBe(406)
  expect(answer.errors?.[0]?.message).toContain('text/event-stream')
})

test('without a token there is no stream', async () => {
  using live = await followLive(app.url, { token: 'nonsense' })
  expect(live.response.status).toBe(401)
})

test('a caller that has disconnected is forgotten', async () => {
  const live = await followLive(app.url, bob, await cursorOf(bob))
  await nextPage(live)
  live.cut()
  // Only a hundred may be open at a time; the closed ones don't count.
  for (let count = 0; count < 110; count += 1) {
    const one = await followLive(app.url, bob, await cursorOf(bob))
    expect(await nextPage(one)).toMatchObject({ changes: [] })
    one.cut()
  }
})

test('one more live result than allowed is LIMIT_EXCEEDED', async () => {
  const eve = await app.createPerson('collector')
  using open = new DisposableStack()
  for (let count = 0; count < maxLiveResults; count += 1)
    await nextPage(open.use(await followLive(app.url, eve)))
  const event = await open.use(await followLive(app.url, eve)).next()
  expect(event?.data.errors[0].extensions.code).toBe('LIMIT_EXCEEDED')
})

test('the stream of an ended session is closed within ten seconds, and says why', async () => {
  const eve = await app.createPerson('leaver')
  using live = await followLive(app.url, eve, await cursorOf(eve))
  await nextPage(live)
  await app.owner.deleteFrom('auth_session').where('id', '=', eve.sessionId).execute()
  const endedAt = performance.now()
  const event = await live.next()
  expect(event?.data.errors[0].extensions.code).toBe('UNAUTHENTICATED')
  expect(await live.next()).toMatchObject({ event: 'complete' })
  expect(performance.now() - endedAt).toBeLessThan(10_000)
})

test('a server that stops ends its streams immediately, without reporting them as complete', async () => {
  const stopping = await startTestApp()
  const eve = await stopping.createPerson('eve')
  const live = await followLive(stopping.url, eve, null)
  await nextPage(live)
  const startedAt = performance.now()
  await stopping[Symbol.asyncDispose]()
  expect(performance.now() - startedAt).toBeLessThan(3_000)
  expect(await live.next()).toBeUndefined()
})

test('an idle stream sends comments, so that no proxy closes it', async () => {
  await using lively = await startTestApp({ app: { pingEverySeconds: 0.1 } })
  const eve = await lively.createPerson('eve')
  using live = await followLive(lively.url, eve, null)
  await nextPage(live)
  const before = live.text().length
  live.next().catch(() => {})
  await waitFor('A comment', async () => (live.text().slice(before) !== '' ? true : undefined))
  expect(live.text().slice(before)).toMatch(/^(:\n\n)+$/)
})
