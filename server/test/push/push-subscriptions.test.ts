import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintApiToken } from '../../src/auth/api-token.ts'
import { maxPushSubscriptions } from '../../src/domain/limits.ts'
import { createAccessToken } from '../support/access-token.ts'
import { codesOf } from '../support/ask.ts'
import { type Bearer, insertSession, type Person, speakWith } from '../support/person.ts'
import { type PushService, startPushService } from '../support/push-service.ts'
import { bytesOf, refusal, runMutation, tryMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const fields = 'id endpoint device isCurrent createdAt'

let app: TestApp
let service: PushService

beforeAll(async () => {
  service = await startPushService()
  app = await startTestApp({ env: { PUSH_ORIGINS: service.origin } })
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  await service?.[Symbol.asyncDispose]()
})
beforeEach(() => service.answerWith(201))

async function list(bearer: Bearer) {
  return (await bearer.data(`{ pushSubscriptions { ${fields} } }`)).pushSubscriptions
}

async function subscribe(bearer: Bearer, browser = service.subscribe(), isRenewal = false) {
  const input = { ...browser, isRenewal }
  const payload = `pushSubscription { ${fields} }`
  return (await runMutation(bearer, 'createPushSubscription', input, payload)).pushSubscription
}

/** The person signs in once more, with another browser. */
async function signInAgain(person: Person) {
  const sessionId = await insertSession(app.owner, person.userId, { user_agent: firefox })
  const token = await mintApiToken({ userId: person.userId, sessionId }, app.token)
  return { sessionId, ...speakWith({ name: 'device', url: app.url, token }) }
}

test('a browser is in the list with its device, and which of them asks', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const here = await subscribe(ada)
  const laptop = await subscribe(await signInAgain(ada))
  expect(laptop).toMatchObject({ device: 'Firefox on Linux', isCurrent: true })
  expect(await list(ada)).toEqual([{ ...laptop, isCurrent: false }, here])
  expect(here).toMatchObject({ device: null, isCurrent: true })
  expect(await list(bob)).toEqual([])
})

test('subscribing again takes the new keys, and makes no second one', async () => {
  const ada = await app.createPerson('ada')
  const browser = service.subscribe()
  const first = await subscribe(ada, browser)
  const { p256dh, auth } = service.subscribe()
  expect(await subscribe(ada, { ...browser, p256dh, auth })).toEqual(first)
  expect(await list(ada)).toEqual([first])
})

test('the app can’t renew what was turned off elsewhere; its person can turn it on again', async () => {
  const ada = await app.createPerson('ada')
  const phone = await signInAgain(ada)
  const browser = service.subscribe()
  const { id } = await subscribe(phone, browser)
  expect(await subscribe(phone, browser, true)).toMatchObject({ id })
  await runMutation(ada, 'deletePushSubscription', { id }, 'pushSubscription { id }')
  expect(await list(ada)).toEqual([])
  expect(await subscribe(phone, browser, true)).toBeNull()
  expect(await list(ada)).toEqual([])
  expect(await subscribe(phone, browser)).toMatchObject({ id })
})

test('a subscription ends with its session, however that ends', async () => {
  const ada = await app.createPerson('ada')
  const [signedOut, ended, over] = [
    await signInAgain(ada),
    await signInAgain(ada),
    await signInAgain(ada),
  ]
  for (const device of [signedOut, ended, over]) await subscribe(device)
  // Better Auth deletes the row.
  await app.owner.deleteFrom('auth_session').where('id', '=', signedOut.sessionId).execute()
  expect(await list(ada)).toHaveLength(2)
  await runMutation(ada, 'endSession', { id: ended.sessionId }, 'session { id }')
  expect(await list(ada)).toHaveLength(1)
  await app.owner
    .updateTable('auth_session')
    .set({ expires_at: new Date(0) })
    .where('id', '=', over.sessionId)
    .execute()
  expect(await list(ada)).toEqual([])
})

test('two people with the same browser, one after the other, have each their own', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const browser = service.subscribe()
  const adas = await subscribe(ada, browser)
  const bobs = await subscribe(bob, browser)
  expect(bobs.id).not.toBe(adas.id)
  expect(await list(ada)).toEqual([adas])
})

test('another’s subscription is answered like none', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const { id } = await subscribe(ada)
  for (const name of ['deletePushSubscription', 'testPushSubscription']) {
    const anothers = await tryMutation(bob, name, { id })
    const none = await tryMutation(bob, name, { id: crypto.randomUUID() })
    expect(bytesOf(anothers)).toBe(bytesOf(none))
    expect(codesOf(none)).toEqual(['NOT_FOUND'])
  }
  expect(await list(ada)).toHaveLength(1)
})

test('an access token neither subscribes nor sees who did', async () => {
  const ada = await app.createPerson('ada')
  const { bearer } = await createAccessToken(ada)
  const answer = await tryMutation(bearer, 'createPushSubscription', service.subscribe())
  expect(codesOf(answer)).toEqual(['FORBIDDEN'])
  expect(codesOf(await bearer.gql('{ pushSubscriptions { id } }'))).toEqual(['FORBIDDEN'])
})

test('an address of no push service is refused, and so are keys of no browser, all at once', async () => {
  const ada = await app.createPerson('ada')
  for (const endpoint of [
    'http://169.254.169.254/latest/meta-data/',
    'https://rebinding.example.com/',
    `${service.origin}:1/push`,
  ]) {
    const input = { endpoint, p256dh: 'AAAA', auth: 'AAAA' }
    expect(await refusal(ada, 'createPushSubscription', input)).toEqual({
      code: 'BAD_USER_INPUT',
      paths: ['input.endpoint', 'input.p256dh', 'input.auth'],
    })
  }
})

test(`the ${maxPushSubscriptions + 1}st browser is one too many`, async () => {
  const ada = await app.createPerson('ada')
  for (let count = 0; count < maxPushSubscriptions; count += 1) await subscribe(ada)
  expect(await refusal(ada, 'createPushSubscription', service.subscribe())).toMatchObject({
    code: 'LIMIT_EXCEEDED',
  })
})

test('a test shows that notifications arrive, on one device alone', async () => {
  const ada = await app.createPerson('ada')
  const { id, endpoint } = await subscribe(ada)
  const other = await subscribe(ada)
  await runMutation(ada, 'testPushSubscription', { id }, 'pushSubscription { id }')
  const sent = () => service.received.filter((push) => push.endpoint === endpoint)
  await waitFor('The notification', async () => sent()[0])
  expect(sent().map(({ text }) => JSON.parse(text).notification.title)).toEqual([
    'Notifications work',
  ])
  expect(service.received.map((push) => push.endpoint)).not.toContain(other.endpoint)
})

test.each([404, 410])(
  'a browser of which its service says %i is gone from the list',
  async (status) => {
    const ada = await app.createPerson('ada')
    const { id } = await subscribe(ada)
    service.answerWith(status)
    await runMutation(ada, 'testPushSubscription', { id }, 'pushSubscription { id }')
    await waitFor('Its end', async () => ((await list(ada)).length === 0 ? true : undefined))
  },
)

test('the public key is the same for everybody, after a restart, and in a restored database', async () => {
  const read = async (bearer: Bearer) =>
    (await bearer.data('{ pushPublicKey }')).pushPublicKey as string
  await using database = await createTestDatabase()
  let key: string
  let kept: unknown
  {
    await using first = await startTestApp({ database })
    const { ada, bob } = await first.createPeople('ada', 'bob')
    key = await read(ada)
    expect(Buffer.from(key, 'base64url')).toHaveLength(65)
    expect(await read(bob)).toBe(key)
    kept = (await sql`select * from push_key`.execute(first.owner)).rows[0]
  }
  {
    await using second = await startTestApp({ database })
    expect(await read(await second.createPerson('eve'))).toBe(key)
  }
  // What a dump holds is put into a database that has never started.
  await using elsewhere = await createTestDatabase()
  await using restored = await startTestApp({ database: elsewhere })
  const { public_key, private_key } = kept as Record<string, Buffer>
  await sql`insert into push_key (public_key, private_key) values (${public_key}, ${private_key})`.execute(
    restored.owner,
  )
  expect(await read(await restored.createPerson('eve'))).toBe(key)
})

test('requests have no right to the installation’s key', async () => {
  const ada = await app.createPerson('ada')
  await ada.data('{ pushPublicKey }')
  const { rows } = await sql<{ grantee: string }>`
    select distinct grantee from information_schema.role_table_grants where table_name = 'push_key'`.execute(
    app.owner,
  )
  expect(rows).toHaveLength(1)
})
