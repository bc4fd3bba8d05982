import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccessToken } from '../../src/auth/access-token.ts'
import { maxAccessTokens } from '../../src/domain/limits.ts'
import { createAccessToken } from '../support/access-token.ts'
import { codesOf, type Json } from '../support/ask.ts'
import { type Person, speakWith } from '../support/person.ts'
import { readRowsOf } from '../support/rows.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const dayMs = 86_400_000
const endedWithinMs = 10_000

let app: TestApp
let ada: Person
let bob: Person

beforeAll(async () => {
  app = await startTestApp()
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
})
afterAll(() => app?.[Symbol.asyncDispose]())

const listTokens = async (person: Person) =>
  (await person.data('{ accessTokens { id name scopes expiresAt lastUsedAt createdAt } }'))
    .accessTokens

const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

test('a token is shown once, is in the list without its secret, and authenticates its owner', async () => {
  const { accessToken, bearer } = await createAccessToken(ada, { name: ' CI script ' })
  expect(bearer.token).toMatch(/^tend_pat_[0-9A-Za-z]{49}$/)
  expect(accessToken).toMatchObject({
    name: 'CI script',
    scopes: ['TASKS_READ', 'TASKS_WRITE'],
    lastUsedAt: null,
  })
  expect(await listTokens(ada)).toEqual([accessToken])
  expect((await bearer.data('{ tasks { totalCount } }')).tasks).toEqual({ totalCount: 0 })
  expect(await listTokens(bob)).toEqual([])
})

test('it is stored only as its SHA-256, and neither it nor its hash is anywhere else', async () => {
  const eve = await app.createPerson('eve')
  const { bearer } = await createAccessToken(eve)
  await runMutation(bearer, 'createTask', { title: 'By a program' }, 'mutationId')
  const rows = JSON.stringify(await readRowsOf(app.owner, eve.userId))
  const hash = createHash('sha256').update(bearer.token).digest()
  expect(rows).not.toContain(bearer.token)
  expect(rows.split(hash.toString('hex'))).toHaveLength(2)
  const logged = JSON.stringify(app.logs)
  for (const form of ['hex', 'base64', 'base64url'] as const)
    expect(logged).not.toContain(hash.toString(form))
  expect(logged).not.toContain(bearer.token)
  const { changes } = await eve.data('{ changes { changes { id entityType } } }')
  const kinds = changes.changes.map((change: { entityType: string }) => change.entityType)
  expect(kinds.sort()).toEqual(['LIST', 'TASK'])
})

test('what a token changes is logged as the token’s', async () => {
  const { accessToken, bearer } = await createAccessToken(ada)
  const input = { title: 'By a program' }
  const { mutationId } = await runMutation(bearer, 'createTask', input, 'mutationId')
  const entries = await app.owner
    .selectFrom('change')
    .select('actor')
    .where('mutation_id', '=', mutationId)
    .execute()
  expect(entries).toEqual([{ actor: `token:${accessToken.id}` }])
})

test('a retry with the same key creates no second token and returns no secret', async () => {
  const eve = await app.createPerson('retrying')
  const input = { name: 'Once', scopes: ['TASKS_READ'], idempotencyKey: 'make-it-once' }
  const payload = 'token mutationId accessToken { id }'
  const first = await runMutation(eve, 'createAccessToken', input, payload)
  const again = await runMutation(eve, 'createAccessToken', input, payload)
  expect(first.token).toMatch(/^tend_pat_/)
  expect(again).toEqual({ ...first, token: null })
  expect(await listTokens(eve)).toHaveLength(1)
})

test('a revoked token is refused within ten seconds, and others aren’t', async () => {
  const [one, other] = [await createAccessToken(ada), await createAccessToken(ada)]
  for (const { bearer } of [one, other])
    expect((await bearer.gql('{ syncCursor }')).status).toBe(200)
  const { id } = one.accessToken
  const payload = 'accessToken { id name }'
  expect(await runMutation(ada, 'revokeAccessToken', { id }, payload)).toEqual({
    accessToken: { id, name: 'A script' },
  })
  const refused = await waitFor(
    'A refusal',
    async () => {
      const answer = await one.bearer.gql('{ syncCursor }')
      return answer.status === 401 ? answer : undefined
    },
    endedWithinMs,
  )
  expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"')
  expect((await other.bearer.gql('{ syncCursor }')).status).toBe(200)
  const ids = (await listTokens(ada)).map((token: { id: string }) => token.id)
  expect(ids).not.toContain(id)
  const again = await tryMutation(ada, 'revokeAccessToken', { id })
  expect(refusalOf(again)?.code).toBe('NOT_FOUND')
})

test('another person’s token can’t be revoked', async () => {
  const { accessToken, bearer } = await createAccessToken(ada)
  const answer = await tryMutation(bob, 'revokeAccessToken', { id: accessToken.id })
  expect(refusalOf(answer)?.code).toBe('NOT_FOUND')
  expect((await bearer.gql('{ syncCursor }')).status).toBe(200)
  expect((await listTokens(ada)).map((token: { id: string }) => token.id)).toContain(accessToken.id)
})

test('a token that has expired is refused, though it was in use just now', async () => {
  const { accessToken, bearer } = await createAccessToken(ada, { expiresAt: inDays(1) })
  expect((await bearer.gql('{ syncCursor }')).status).toBe(200)
  await app.owner
    .updateTable('access_token')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('id', '=', accessToken.id)
    .execute()
  await waitFor(
    'A refusal',
    async () => (await bearer.gql('{ syncCursor }')).status === 401 || undefined,
    endedWithinMs,
  )
  // It stays in the list, so that its person sees why a program has stopped.
  expect((await listTokens(ada)).map((token: { id: string }) => token.id)).toContain(accessToken.id)
})

test('a token expires after 90 days by default, on a chosen day, or never', async () => {
  const usual = await createAccessToken(ada)
  const daysLeft = (Date.parse(usual.accessToken.expiresAt) - Date.now()) / dayMs
  expect(daysLeft).toBeGreaterThan(89.9)
  expect(daysLeft).toBeLessThan(90.1)
  const wished = inDays(366 - 0.01)
  const chosen = await createAccessToken(ada, { expiresAt: wished })
  expect(chosen.accessToken.expiresAt).toBe(wished)
  const lasting = await createAccessToken(ada, { expiresAt: null })
  expect(lasting.accessToken.expiresAt).toBeNull()
  expect((await lasting.bearer.gql('{ syncCursor }')).status).toBe(200)
})

test('all problems of an input are reported together', async () => {
  const input = { name: ' ', scopes: [], expiresAt: inDays(-1) }
  const answer = await tryMutation(ada, 'createAccessToken', input)
  expect(refusalOf(answer)).toMatchObject({
    code: 'BAD_USER_INPUT',
    paths: ['input.name', 'input.scopes', 'input.expiresAt'],
  })
  const tooLong = { name: 'Long', scopes: ['TASKS_READ'], expiresAt: inDays(366.1) }
  const refused = refusalOf(await tryMutation(ada, 'createAccessToken', tooLong))
  expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', paths: ['input.expiresAt'] })
  expect(refused?.message).toContain('366 days')
})

test('a person has 50 tokens at most; a revoked one makes room', async () => {
  const eve = await app.createPerson('collector')
  const made = []
  for (let count = 0; count < maxAccessTokens; count += 1) made.push(await createAccessToken(eve))
  const input = { name: 'One more', scopes: ['TASKS_READ'] }
  const answer = await tryMutation(eve, 'createAccessToken', input)
  expect(codesOf(answer)).toEqual(['LIMIT_EXCEEDED'])
  await runMutation(eve, 'revokeAccessToken', { id: made[0]?.accessToken.id }, 'mutationId')
  await runMutation(eve, 'createAccessToken', input, 'mutationId')
})

test('the last use is recorded, once a minute at most', async () => {
  const eve = await app.createPerson('user')
  const readLastUses = async () =>
    new Map((await listTokens(eve)).map(({ id, lastUsedAt }: Json) => [id, lastUsedAt]))
  const [recent, old] = [await createAccessToken(eve), await createAccessToken(eve)]
  const use = async () => {
    for (const { bearer } of [recent, old]) await bearer.data('{ syncCursor }')
  }
  await use()
  await waitFor(
    'First uses',
    async () => ![...(await readLastUses()).values()].includes(null) || undefined,
  )
  await setLastUse(recent.accessToken.id, 30)
  await setLastUse(old.accessToken.id, 61)
  const before = await readLastUses()
  // The API looks a token up again every five seconds, both at the same time here.
  await waitFor('A newer use', async () => {
    await use()
    const { id } = old.accessToken
    return (await readLastUses()).get(id) !== before.get(id) || undefined
  })
  const { id } = recent.accessToken
  expect((await readLastUses()).get(id)).toBe(before.get(id))
})

async function setLastUse(id: string, secondsAgo: number): Promise<void> {
  await app.owner
    .updateTable('access_token')
    .set({ last_used_at: sql`now() - make_interval(secs => ${secondsAgo})` })
    .where('id', '=', id)
    .execute()
}

test('whatever only looks like a token is refused', async () => {
  const { bearer } = await createAccessToken(ada)
  const typo = `${bearer.token.slice(0, -1)}${bearer.token.endsWith('0') ? '1' : '0'}`
  for (const token of [typo, makeAccessToken(), bearer.token.slice(0, -1), 'tend_pat_']) {
    const answer = await speakWith({ ...bearer, token }).gql('{ syncCursor }')
    expect(answer.status).toBe(401)
    expect(answer.text).not.toContain(token.slice(0, 20))
  }
})

test('what is stored of a token can’t be used as one, in whatever form', async () => {
  const { bearer } = await createAccessToken(ada)
  expect((await bearer.gql('{ syncCursor }')).status).toBe(200)
  const hash = createHash('sha256').update(bearer.token).digest()
  for (const form of ['base64', 'base64url', 'hex'] as const)
    for (const token of [hash.toString(form), `tend_pat_${hash.toString(form)}`])
      expect((await speakWith({ ...bearer, token }).gql('{ syncCursor }')).status).toBe(401)
})

test('a mistyped token is refused without the database, so it takes no connection', async () => {
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATABASE_CONNECT_TIMEOUT: '2s' }
  await using unreachable = await startTestApp({ env })
  const token = makeAccessToken()
  const ask = (token: string) =>
    speakWith({ name: 'nobody', url: unreachable.url, token }).gql('{ syncCursor }')
  expect((await ask(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`)).status).toBe(401)
  expect((await ask(token)).status).toBe(503)
})

test('deleting a person deletes their tokens', async () => {
  const eve = await app.createPerson('leaver')
  const { bearer } = await createAccessToken(eve)
  await app.owner.deleteFrom('auth_user').where('id', '=', eve.userId).execute()
  expect((await bearer.gql('{ syncCursor }')).status).toBe(401)
})
