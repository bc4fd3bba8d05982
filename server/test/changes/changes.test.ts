import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pruneLog } from '../../src/jobs/clean-up/clean-up.queries.ts'
import { codesOf } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { openRows } from '../support/scoped-rows.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let rows: ReturnType<typeof openRows>
let ada: Person
let bob: Person

beforeAll(async () => {
  app = await startTestApp()
  rows = openRows(app.config)
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
})
afterAll(async () => {
  await rows?.[Symbol.asyncDispose]()
  await app?.[Symbol.asyncDispose]()
})

const changesQuery = `query Changes($since: SyncCursor, $first: Int) {
  changes(since: $since, first: $first) {
    cursor hasMore resetRequired
    changes { entityType id deleted mutationId at node { __typename id ... on List { name } ... on Tag { name } } }
  }
}`

async function readChanges(person: Person, since: string | null = null, first?: number) {
  return (await person.data(changesQuery, { since, first })).changes
}

async function cursorOf(person: Person): Promise<string> {
  return (await person.data('{ syncCursor }')).syncCursor
}

function addTag(person: Person, name: string, id = randomUUID()) {
  return rows
    .change(person.userId, (db) =>
      db
        .insertInto('tag')
        .values({ id, name, name_key: name.toLowerCase(), color: null })
        .execute(),
    )
    .then((mutationId) => ({ id, mutationId }))
}

function renameTag(person: Person, id: string, name: string) {
  return rows.change(person.userId, (db) =>
    db
      .updateTable('tag')
      .set({ name, name_key: name.toLowerCase() })
      .where('id', '=', id)
      .execute(),
  )
}

test('a new person’s changes begin with the inbox', async () => {
  const eve = await app.createPerson('eve')
  const page = await readChanges(eve)
  expect(page).toMatchObject({ hasMore: false, resetRequired: false })
  expect(page.changes).toMatchObject([
    { entityType: 'LIST', deleted: false, node: { __typename: 'List', name: 'Inbox' } },
  ])
  expect(await readChanges(eve, page.cursor)).toMatchObject({ changes: [], cursor: page.cursor })
})

test('each object comes once, in its newest form, at the position of its last change', async () => {
  const since = await cursorOf(ada)
  const first = await addTag(ada, 'first')
  const second = await addTag(ada, 'second')
  const mutationId = await renameTag(ada, first.id, 'renamed')
  const { changes } = await readChanges(ada, since)
  expect(changes).toMatchObject([
    { entityType: 'TAG', id: second.id, mutationId: second.mutationId, node: { name: 'second' } },
    { entityType: 'TAG', id: first.id, mutationId, node: { name: 'renamed' } },
  ])
})

test('a deleted object comes without its content', async () => {
  const since = await cursorOf(ada)
  const { id } = await addTag(ada, 'short-lived')
  await rows.change(ada.userId, (db) => db.deleteFrom('tag').where('id', '=', id).execute())
  expect((await readChanges(ada, since)).changes).toMatchObject([
    { entityType: 'TAG', id, deleted: true, node: null },
  ])
})

test('pages follow each other without gaps or repetitions', async () => {
  const since = await cursorOf(ada)
  const made = []
  for (let number = 0; number < 5; number += 1) made.push((await addTag(ada, `page-${number}`)).id)
  const found = []
  let page = await readChanges(ada, since, 2)
  for (; page.hasMore; page = await readChanges(ada, page.cursor, 2))
    found.push(...page.changes.map((change: { id: string }) => change.id))
  found.push(...page.changes.map((change: { id: string }) => change.id))
  expect(found).toEqual(made)
})

test('adding a tag to a task or removing it is a change of the task', async () => {
  const [taskId, list] = [randomUUID(), await inboxOf(ada)]
  const tag = await addTag(ada, 'on a task')
  await rows.change(ada.userId, (db) =>
    db
      .insertInto('task')
      .values({
        id: taskId,
        list_id: list,
        title: 'Tagged',
        position: 'a0',
        search_text: 'tagged',
      } as never)
      .execute(),
  )
  const since = await cursorOf(ada)
  await rows.change(ada.userId, (db) =>
    db.insertInto('task_tag').values({ task_id: taskId, tag_id: tag.id }).execute(),
  )
  const page = await readChanges(ada, since)
  expect(page.changes).toMatchObject([{ entityType: 'TASK', id: taskId, deleted: false }])
  await rows.change(ada.userId, (db) => db.deleteFrom('tag').where('id', '=', tag.id).execute())
  expect((await readChanges(ada, page.cursor)).changes).toMatchObject([
    { entityType: 'TAG', id: tag.id, deleted: true },
    { entityType: 'TASK', id: taskId, deleted: false },
  ])
})

test('one person’s changes are not in another one’s log', async () => {
  const since = await cursorOf(bob)
  await addTag(ada, 'ada’s own')
  expect((await readChanges(bob, since)).changes).toEqual([])
})

test('a broken cursor and one of another account are BAD_USER_INPUT with a message', async () => {
  for (const since of [
    '',
    'nonsense',
    Buffer.from('["sync","x",1]').toString('base64url'),
    await cursorOf(bob),
  ]) {
    const answer = await ada.gql(changesQuery, { since })
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
    expect(answer.errors?.[0]?.extensions.issues?.[0]?.path).toEqual(['since'])
  }
})

test.each([0, 501, -1])('first: %i is refused', async (first) => {
  expect(codesOf(await ada.gql(changesQuery, { first }))).toEqual(['BAD_USER_INPUT'])
})

test('a cursor from before a clearing, or from beyond the log, says resetRequired', async () => {
  const old = await app.createPerson('old')
  const begin = await cursorOf(old)
  await addTag(old, 'one')
  await addTag(old, 'two')
  const now = await cursorOf(old)
  await app.owner
    .updateTable('change')
    .set({ at: new Date(Date.now() - 91 * 86_400_000) })
    .where('user_id', '=', old.userId)
    .execute()
  await rows.change(old.userId, (db) => pruneLog(db, 2))

  const reset = { changes: [], resetRequired: true, hasMore: false, cursor: now }
  expect(await readChanges(old, begin)).toEqual(reset)
  expect(await readChanges(old, null)).toEqual(reset)
  expect(await readChanges(old, now)).toMatchObject({ resetRequired: false })

  await app.owner
    .updateTable('change_counter')
    .set({ last_seq: 2 })
    .where('user_id', '=', old.userId)
    .execute()
  expect(await readChanges(old, now)).toMatchObject({ resetRequired: true })
})

test('the word expired is a cursor that is too old', async () => {
  const tester = await app.createPerson('tester')
  await addTag(tester, 'one')
  const now = await cursorOf(tester)
  const reset = { changes: [], resetRequired: true, hasMore: false, cursor: now }
  expect(await readChanges(tester, 'expired')).toEqual(reset)
})

async function inboxOf(person: Person): Promise<string> {
  const { id } = await rows.read(person.userId, (db) =>
    db.selectFrom('list').select('id').where('is_inbox', '=', true).executeTakeFirstOrThrow(),
  )
  return id
}
