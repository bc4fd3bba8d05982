import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { findServingRole } from '../../src/db/serving-role.ts'
import type { Json } from '../support/ask.ts'
import { addTasks, inboxOf } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

// Only the second layer, in plain SQL: what the database itself refuses to the serving role.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const servingRole = await findServingRole(app.owner)
const { ada, bob } = await app.createPeople('ada', 'bob')
await addTasks(ada, 'Ada’s')
const [bobs] = await addTasks(bob, 'Bob’s')
const adasInbox = await inboxOf(ada)

/** Runs work as the serving role; without a user the connection's setting stays the same. */
function serve<T>(userId: string | undefined, work: (tx: Transaction<Json>) => Promise<T>) {
  return app.owner.transaction().execute(async (tx) => {
    await sql`select set_config('role', ${servingRole}, true)`.execute(tx)
    if (userId !== undefined)
      await sql`select set_config('app.user_id', ${userId}, true)`.execute(tx)
    return work(tx)
  })
}

const countEverything = async (tx: Transaction<Json>) => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from task) + (select count(*) from list)
      + (select count(id) from auth_user) as count`.execute(tx)
  return Number(rows[0]?.count)
}

test('without a person nothing is visible: blank, never set, or left over from a transaction', async () => {
  expect(await serve('', countEverything)).toBe(0)
  expect(await serve(undefined, countEverything)).toBe(0)
  expect(await serve(ada.userId, countEverything)).toBe(3)
  expect(await serve(undefined, countEverything)).toBe(0)
})

test('a person sees their own rows', async () => {
  const titles = await serve(ada.userId, (tx) => tx.selectFrom('task').select('title').execute())
  expect(titles).toEqual([{ title: 'Ada’s' }])
})

test('a row for somebody else is refused, and so is one for nobody', async () => {
  const insert = (userId: string | undefined, owner: string | null) =>
    serve(userId, (tx) =>
      tx
        .insertInto('task')
        .values({ user_id: owner, id: randomUUID(), list_id: adasInbox, title: 'x' })
        .execute(),
    )
  await expect(insert(bob.userId, ada.userId)).rejects.toMatchObject({ code: '42501' })
  await expect(insert('', ada.userId)).rejects.toMatchObject({ code: '42501' })
  await expect(insert(bob.userId, null)).rejects.toMatchObject({ code: '42501' })
})

test('a row can’t be given to somebody else', async () => {
  const give = serve(bob.userId, (tx) =>
    tx.updateTable('task').set({ user_id: ada.userId, list_id: adasInbox }).execute(),
  )
  await expect(give).rejects.toMatchObject({ code: '42501' })
})

test('a row can’t refer to another person’s row', async () => {
  const point = serve(bob.userId, (tx) =>
    tx.updateTable('task').set({ list_id: adasInbox }).where('id', '=', bobs?.id).execute(),
  )
  await expect(point).rejects.toMatchObject({ code: '23503', constraint: 'task_list' })
})

test('another person’s rows are neither changed nor deleted', async () => {
  const changed = await serve(bob.userId, async (tx) => {
    const of = { user_id: ada.userId }
    const updated = await tx
      .updateTable('task')
      .set({ title: 'Taken' })
      .where('user_id', '=', of.user_id)
      .executeTakeFirst()
    const deleted = await tx.deleteFrom('task').where('user_id', '=', of.user_id).executeTakeFirst()
    return [updated.numUpdatedRows, deleted.numDeletedRows]
  })
  expect(changed).toEqual([0n, 0n])
})

test('a conflict on another person’s key can’t be used to change the row', async () => {
  const take = serve(bob.userId, (tx) =>
    sql`insert into list (user_id, id, name) values (${ada.userId}, ${adasInbox}, 'x')
      on conflict (user_id, id) do update set name = 'Taken'`.execute(tx),
  )
  await expect(take).rejects.toMatchObject({ code: '42501' })
})

test.each([
  'select token from auth_session',
  'select * from auth_session',
  "update auth_session set expires_at = now() + interval '1 year'",
  'select token_hash from access_token',
  'select * from access_token',
  'update access_token set expires_at = null',
  "update access_token set scopes = '{tasks:write}'",
  'select 1 from auth_account',
  'select 1 from auth_verification',
  'select 1 from attempt_limit',
  'select 1 from migration',
  'select email_verified from auth_user',
  'select * from auth_user',
  "update auth_user set email = 'x'",
  'delete from auth_user',
  'truncate task',
  'create table mine (id int)',
  'alter table task disable row level security',
  'alter table task no force row level security',
  'drop policy own_rows on task',
  'drop table task',
])('the serving role is refused: %s', async (statement) => {
  const run = serve(ada.userId, (tx) => sql.raw(statement).execute(tx))
  await expect(run).rejects.toMatchObject({ code: '42501' })
})

test('the profile shows only one’s own row', async () => {
  const seen = await serve(bob.userId, (tx) => tx.selectFrom('auth_user').select('id').execute())
  expect(seen).toEqual([{ id: bob.userId }])
})
