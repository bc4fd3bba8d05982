import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFeedSecret } from '../../src/auth/feed-secret.ts'
import { maxFeeds } from '../../src/domain/limits.ts'
import { createAccessToken } from '../support/access-token.ts'
import { codesOf, type Json } from '../support/ask.ts'
import { createFeed, readFeed } from '../support/feed.ts'
import type { Person } from '../support/person.ts'
import { readRowsOf } from '../support/rows.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let ada: Person
let bob: Person

beforeAll(async () => {
  app = await startTestApp()
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
})
afterAll(() => app?.[Symbol.asyncDispose]())

const createTask = (person: Person, input: Json) =>
  runMutation(person, 'createTask', input, 'task { id }')
const createView = async (person: Person, filter: Json) =>
  (await runMutation(person, 'createSavedView', { name: 'View', filter }, 'savedView { id }'))
    .savedView.id as string
const listFeeds = async (person: Person) =>
  (await person.data('{ feeds { id name viewId lastReadAt createdAt } }')).feeds
const titlesIn = (calendar: string) =>
  [...calendar.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title).sort()

test('an address answers with the calendar of its owner, without signing in', async () => {
  const person = await app.createPerson('owner')
  await createTask(person, { title: 'With a day', dueOn: '2027-01-05' })
  await createTask(person, { title: 'Without one' })
  const { task } = await createTask(person, { title: 'Done', dueOn: '2027-01-05' })
  await runMutation(person, 'completeTask', { id: task.id }, 'mutationId')
  const { task: gone } = await createTask(person, { title: 'Gone', dueOn: '2027-01-05' })
  await runMutation(person, 'deleteTask', { id: gone.id }, 'mutationId')
  const { feed, address } = await createFeed(person, { name: ' Everything ' })
  expect(feed).toMatchObject({ name: 'Everything', viewId: null, lastReadAt: null })
  const response = await fetch(address)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('private, max-age=300')
  const calendar = await response.text()
  expect(titlesIn(calendar)).toEqual(['With a day'])
  expect(calendar).toContain('BEGIN:VEVENT\r\n')
  const todos = await readFeed(`${address}?as=todos`)
  expect(titlesIn(todos)).toEqual(['With a day', 'Without one'])
  expect(todos).not.toContain('VEVENT')
  const readLastRead = async () => (await listFeeds(person))[0].lastReadAt
  await expect.poll(readLastRead, { timeout: 10_000 }).not.toBeNull()
})

test('a calendar of a view has what the view has', async () => {
  const { tag } = await runMutation(ada, 'createTag', { name: 'work' }, 'tag { id }')
  await createTask(ada, { title: 'Tagged', dueOn: '2027-01-05', tagIds: [tag.id] })
  await createTask(ada, { title: 'Other', dueOn: '2027-01-05' })
  const viewId = await createView(ada, { tags: { some: { id: { eq: tag.id } } } })
  const { feed, address } = await createFeed(ada, { viewId })
  expect(feed.viewId).toBe(viewId)
  expect(titlesIn(await readFeed(address))).toEqual(['Tagged'])
  const filter = { title: { contains: 'Oth' } }
  await runMutation(ada, 'updateSavedView', { id: viewId, filter }, 'mutationId')
  expect(titlesIn(await readFeed(address))).toEqual(['Other'])
})

test('a deleted view has no calendar, until that is undone', async () => {
  const viewId = await createView(ada, {})
  const { address } = await createFeed(ada, { viewId })
  const { mutationId } = await runMutation(ada, 'deleteSavedView', { id: viewId }, 'mutationId')
  expect((await fetch(address)).status).toBe(404)
  await runMutation(ada, 'undo', { mutationId }, 'mutationId')
  expect((await fetch(address)).status).toBe(200)
})

test('what is revoked, unknown, cut off or of a deleted view is answered with the same bytes', async () => {
  const { feed, address, secret } = await createFeed(ada)
  expect((await fetch(address)).status).toBe(200)
  await runMutation(ada, 'revokeFeed', { id: feed.id }, 'feed { name }')
  const viewId = await createView(ada, {})
  const { address: ofView } = await createFeed(ada, { viewId })
  await runMutation(ada, 'deleteSavedView', { id: viewId }, 'mutationId')
  const wrong = [
    address,
    ofView,
    address.replace(secret, makeFeedSecret()),
    address.replace(secret, secret.slice(1)),
    address.replace('.ics', ''),
    address.replace(secret, '%ff'),
  ]
  const answers = await Promise.all(
    wrong.map(async (one) => {
      const response = await fetch(one)
      const { 'x-request-id': _id, date: _date, ...headers } = Object.fromEntries(response.headers)
      return { status: response.status, text: await response.text(), headers }
    }),
  )
  expect(answers[0]).toMatchObject({ status: 404, text: 'There is no calendar at this address.\n' })
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('what hasn’t changed is answered with 304, and every change with another ETag', async () => {
  const person = await app.createPerson('etag')
  await createTask(person, { title: 'First', dueOn: '2027-01-05' })
  const { address } = await createFeed(person)
  const etagOf = async (url: string) => (await fetch(url)).headers.get('etag') ?? ''
  const ask = (etag: string, method = 'GET') =>
    fetch(address, { method, headers: { 'if-none-match': etag } })
  const first = await etagOf(address)
  expect(first).toMatch(/^W\/"[\w-]{22}"$/)
  const same = await ask(first)
  expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', first])
  expect((await ask(first, 'HEAD')).status).toBe(304)
  expect(await etagOf(`${address}?as=todos`)).not.toBe(first)
  await createTask(person, { title: 'Second', dueOn: '2027-01-06' })
  const changed = await ask(first)
  expect(changed.status).toBe(200)
  expect(titlesIn(await changed.text())).toEqual(['First', 'Second'])
  expect(changed.headers.get('etag')).not.toBe(first)
})

test('HEAD tells the ETag, and other methods and forms are refused', async () => {
  const { address } = await createFeed(ada)
  const head = await fetch(address, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(head.headers.get('etag')).toBe((await fetch(address)).headers.get('etag'))
  const post = await fetch(address, { method: 'POST' })
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect((await fetch(`${address}?as=journal`)).status).toBe(400)
})

test('the secret is stored only as its SHA-256, and is in no log, however it is asked for', async () => {
  const eve = await app.createPerson('eve')
  const { address, secret } = await createFeed(eve)
  await readFeed(`${address}?as=todos`)
  for (const path of [`//feeds/${secret}.ics`, `/FEEDS/${secret}`, `/x/${secret}`])
    await fetch(`${app.url}${path}`)
  await fetch(address.replace('tend_feed_', 'tend%5Ffeed_'))
  await fetch(address, { method: 'DELETE' })
  await expect
    .poll(() => app.logs.filter(({ path }) => path === '/feeds/…').length, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(6)
  const random = secret.slice('tend_feed_'.length)
  const hash = createHash('sha256').update(secret).digest()
  const logged = JSON.stringify(app.logs)
  const rows = JSON.stringify(await readRowsOf(app.owner, eve.userId))
  expect(logged).not.toContain(random)
  expect(logged).not.toContain(hash.toString('hex'))
  expect(rows).not.toContain(random)
  expect(rows.split(hash.toString('hex'))).toHaveLength(2)
})

test('a retry with the same key creates no second address and returns no secret', async () => {
  const input = { name: 'Once', idempotencyKey: 'make-it-once' }
  const payload = 'address mutationId feed { id }'
  const first = await runMutation(bob, 'createFeed', input, payload)
  const again = await runMutation(bob, 'createFeed', input, payload)
  expect(again).toEqual({ ...first, address: null })
  expect(await listFeeds(bob)).toHaveLength(1)
})

test('access tokens neither create nor revoke nor list addresses', async () => {
  const { bearer } = await createAccessToken(ada, {
    scopes: ['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ'],
  })
  const { feed } = await createFeed(ada)
  const attempts = [
    await tryMutation(bearer, 'createFeed', { name: 'Mine' }),
    await tryMutation(bearer, 'revokeFeed', { id: feed.id }),
    await bearer.gql('{ feeds { id } }'),
  ]
  for (const attempt of attempts) expect(codesOf(attempt)).toEqual(['FORBIDDEN'])
  const query = 'query ($id: ID!) { node(id: $id) { id ... on Feed { name } } }'
  expect(await bearer.data(query, feed)).toEqual({ node: null })
  expect(await ada.data(query, feed)).toEqual({ node: { id: feed.id, name: 'My tasks' } })
})

test('another person’s view, and what is no view, has no calendar', async () => {
  const theirs = await createView(ada, {})
  const refusals = await Promise.all(
    [theirs, randomUUID(), 'none'].map(async (viewId) =>
      refusalOf(await tryMutation(bob, 'createFeed', { name: 'Theirs', viewId })),
    ),
  )
  expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND' })
  for (const one of refusals) expect(one).toEqual(refusals[0])
})

test('there are so many addresses and no more, and the name has its limits', async () => {
  const person = await app.createPerson('collector')
  for (let nth = 0; nth < maxFeeds; nth += 1) await createFeed(person)
  const refused = await tryMutation(person, 'createFeed', { name: 'One more' })
  expect(codesOf(refused)).toEqual(['LIMIT_EXCEEDED'])
  const [{ id }] = await listFeeds(person)
  await runMutation(person, 'revokeFeed', { id }, 'mutationId')
  await createFeed(person)
  expect(codesOf(await tryMutation(person, 'createFeed', { name: '  ' }))).toEqual([
    'BAD_USER_INPUT',
  ])
})
