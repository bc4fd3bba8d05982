import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiptDays } from '../../src/domain/mutation-id.ts'
import { cleanUp } from '../../src/jobs/clean-up/clean-up.job.ts'
import { claimJob } from '../../src/jobs/scheduler.ts'
import { createLogger } from '../../src/logger.ts'
import { createAccessToken } from '../support/access-token.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { openRows } from '../support/scoped-rows.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let rows: ReturnType<typeof openRows>
let ada: Person
let bob: Person

const logger = createLogger('silent')
const dayMs = 86_400_000

beforeAll(async () => {
  app = await startTestApp()
  rows = openRows(app.config)
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
})
afterAll(async () => {
  await rows?.[Symbol.asyncDispose]()
  await app?.[Symbol.asyncDispose]()
})

function runAfterDays(days: number) {
  const now = new Date(Date.now() + days * dayMs)
  return cleanUp({ databases: rows.databases, owner: app.owner, logger, now })
}

async function createTask(person: Person, input: object): Promise<string> {
  return (await runMutation(person, 'createTask', input, 'task { id }')).task.id
}

async function findTask(person: Person, id: string) {
  return (await person.data('query ($id: ID!) { task(id: $id) { id } }', { id })).task
}

test('what has been in the trash for 30 days is deleted forever, for everybody, and clients are notified', async () => {
  const { list } = await runMutation(ada, 'createList', { name: 'Old' }, 'list { id }')
  const inList = await createTask(ada, { title: 'In the list', listId: list.id })
  await runMutation(ada, 'deleteList', { id: list.id }, 'mutationId')
  const parent = await createTask(ada, { title: 'Parent' })
  const child = await createTask(ada, { title: 'Child', parentId: parent })
  await runMutation(ada, 'deleteTask', { id: parent }, 'mutationId')
  const kept = await createTask(ada, { title: 'Kept' })
  const ofBob = await createTask(bob, { title: 'Bob’s' })
  await runMutation(bob, 'deleteTask', { id: ofBob }, 'mutationId')
  const since = (await ada.data('{ syncCursor }')).syncCursor

  await runAfterDays(29)
  expect(await findTask(ada, parent)).not.toBeNull()

  await runAfterDays(30.1)
  for (const id of [parent, child, inList]) expect(await findTask(ada, id)).toBeNull()
  expect(await findTask(bob, ofBob)).toBeNull()
  expect(await findTask(ada, kept)).not.toBeNull()
  const { changes } = (
    await ada.data(
      'query ($since: SyncCursor) { changes(since: $since) { changes { id deleted } } }',
      { since },
    )
  ).changes
  expect(changes).toHaveLength(4)
  for (const id of [parent, child, inList, list.id])
    expect(changes).toContainEqual({ id, deleted: true })
  const actors = await app.owner
    .selectFrom('change')
    .select('actor')
    .distinct()
    .where('entity_id', '=', parent)
    .where('operation', '=', 'delete')
    .execute()
  expect(actors).toEqual([{ actor: 'system' }])
})

test('counters of attempts are deleted when they no longer count', async () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const counting = [{ key: 'old', full_at: inHours(1) }]
  for (let other = 0; other < 600; other += 1)
    counting.push({ key: `old ${other}`, full_at: inHours(2) })
  counting.push({ key: 'kept', full_at: inHours(48) })
  await app.owner.insertInto('attempt_limit').values(counting).execute()
  const done = await runAfterDays(1)
  expect(done.attempts).toBe(601)
  expect(await app.owner.selectFrom('attempt_limit').select('key').execute()).toEqual([
    { key: 'kept' },
  ])
})

test('more than one batch is cleared', async () => {
  const inbox = await rows.read(bob.userId, (db) =>
    db.selectFrom('list').select('id').executeTakeFirstOrThrow(),
  )
  const tasks = Array.from({ length: 1_203 }, (_, nth) => ({
    id: randomUUID(),
    list_id: inbox.id,
    title: 'Old',
    position: `b${String(nth).padStart(4, '0')}`,
    search_text: '',
    deleted_at: new Date(Date.now() - 31 * dayMs).toISOString(),
  }))
  await rows.change(bob.userId, (db) => db.insertInto('task').values(tasks).execute())
  expect((await runAfterDays(0)).tasks).toBe(1_203)
})

test('idempotency keys are kept for a day', async () => {
  await runMutation(ada, 'createTag', { name: 'once', idempotencyKey: 'a-key' }, 'mutationId')
  expect(await runAfterDays(0.9)).toMatchObject({ idempotencyKeys: 0 })
  expect(await runAfterDays(1.1)).toMatchObject({ idempotencyKeys: 1 })
})

test('the answer to a mutation that its client named is kept as long as its id is taken', async () => {
  const named = { name: 'named', newMutationId: randomUUIDv7() }
  await runMutation(ada, 'createTag', named, 'mutationId')
  expect(await runAfterDays(receiptDays - 0.1)).toMatchObject({ receipts: 0 })
  expect(await runAfterDays(receiptDays + 0.1)).toMatchObject({ receipts: 1 })
})

test('a revoked access token keeps its name for 90 days, one in use forever', async () => {
  const make = async (name: string) => (await createAccessToken(ada, { name })).accessToken.id
  const [revoked, kept] = [await make('revoked'), await make('kept')]
  await runMutation(ada, 'revokeAccessToken', { id: revoked }, 'mutationId')
  expect(await runAfterDays(89)).toMatchObject({ accessTokens: 0 })
  expect(await runAfterDays(91)).toMatchObject({ accessTokens: 1 })
  const { accessTokens } = await ada.data('{ accessTokens { id } }')
  expect(accessTokens).toEqual([{ id: kept }])
})

test('log entries are kept 90 days, and the counter says how far the log was cleared', async () => {
  const age = (days: number) =>
    app.owner
      .updateTable('change')
      .set({ at: new Date(Date.now() - days * dayMs) })
      .where('user_id', '=', ada.userId)
      .execute()
  await age(89)
  expect(await runAfterDays(0)).toMatchObject({ logEntries: 0 })
  const before = await app.owner
    .selectFrom('change')
    .select('seq')
    .where('user_id', '=', ada.userId)
    .execute()
  await age(90.1)
  expect(await runAfterDays(0)).toMatchObject({ logEntries: before.length })
  const counter = await app.owner
    .selectFrom('change_counter')
    .selectAll()
    .where('user_id', '=', ada.userId)
    .executeTakeFirstOrThrow()
  expect(counter.pruned_seq).toBe(counter.last_seq)
  expect((await ada.data('{ changes { resetRequired } }')).changes.resetRequired).toBe(true)
})

test('a failure for one person doesn’t affect the others', async () => {
  const [first, second] = (
    await app.owner.selectFrom('auth_user').select('id').orderBy('id').execute()
  ).map(({ id }) => id)
  for (const userId of [first, second])
    await rows.change(userId, (db) =>
      db
        .insertInto('idempotency_key')
        .values({ key: 'old', fingerprint: 'x', result: null })
        .execute(),
    )
  const databases = {
    ...rows.databases,
    mutateAsUser: ((userId, mutation, work) =>
      userId === first
        ? Promise.reject(new Error('broken'))
        : rows.databases.mutateAsUser(
            userId,
            mutation,
            work,
          )) as typeof rows.databases.mutateAsUser,
  }
  const now = new Date(Date.now() + 2 * dayMs)
  expect(await cleanUp({ databases, owner: app.owner, logger, now })).toMatchObject({
    idempotencyKeys: 1,
  })
})

test('of many processes that ask at the same time one runs the job, and none too early', async () => {
  const claims = await Promise.all(Array.from({ length: 5 }, () => claimJob(app.owner, 'test', 6)))
  expect(claims.filter(Boolean)).toHaveLength(1)
  await app.owner
    .updateTable('job_claim')
    .set({ begun_at: new Date(Date.now() - 7 * 3_600_000) })
    .where('job', '=', 'test')
    .execute()
  expect(await claimJob(app.owner, 'test', 6)).toBe(true)
  expect(await claimJob(app.owner, 'test', 6)).toBe(false)
})
