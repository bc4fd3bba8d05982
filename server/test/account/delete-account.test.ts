import { type Kysely, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { schema } from '../../src/schema.ts'
import { createAccessToken } from '../support/access-token.ts'
import type { Json } from '../support/ask.ts'
import { followLive } from '../support/live-changes.ts'
import type { Person } from '../support/person.ts'
import { readRowsOf } from '../support/rows.ts'
import { runMutation } from '../support/run-mutation.ts'
import { fillAccount } from '../support/schema-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

/** The last statement of Better Auth's own deletion; the web app's tests cover the rest. */
async function deletePerson({ userId }: Person): Promise<void> {
  await app.owner.deleteFrom('auth_user').where('id', '=', userId).execute()
}

/** An object of every kind, including what Better Auth stores. */
async function fillEverything(person: Person): Promise<void> {
  await fillAccount(schema, person, `Only ${person.name}’s`)
  const { userId, email } = person
  const id = (nth: number) => `${userId}-${nth}`
  await app.owner
    .insertInto('auth_account')
    .values({ id: id(0), user_id: userId, account_id: userId, provider_id: 'credential' })
    .execute()
  const expires_at = new Date(Date.now() + 60_000)
  const links = [
    { identifier: 'reset-password:x', value: userId },
    { identifier: `verify:${email.toUpperCase()}`, value: 'x' },
    { identifier: 'change-email', value: JSON.stringify({ userId, to: 'new@example.com' }) },
    { identifier: 'sign-in', value: JSON.stringify({ email }) },
  ]
  await app.owner
    .insertInto('auth_verification')
    .values(
      links.map((link, nth) => ({ id: `${nth}${Date.now()}${person.name}`, expires_at, ...link })),
    )
    .execute()
}

/** The tables of the whole database with a row that holds one of the texts in any column. */
async function findTables(owner: Kysely<Json>, texts: string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1`.execute(owner)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`
      select from ${sql.table(name)} t where exists (
        select from unnest(${texts}::text[]) wanted where strpos(lower(t::text), lower(wanted)) > 0)
      limit 1`.execute(owner)
    if (rows.length > 0) found.push(name)
  }
  return found
}

test('a deleted person is removed from every table, and nobody else is affected', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  for (const person of [ada, bob]) await fillEverything(person)
  const tracesOf = ({ userId, email }: Person) => findTables(app.owner, [userId, email])
  expect(await tracesOf(ada)).toEqual(
    expect.arrayContaining(['access_token', 'auth_verification', 'change', 'task', 'task_word']),
  )
  // Spending is written from time to time, after the request.
  const lastingTracesOf = async (person: Person) =>
    (await tracesOf(person)).filter((table) => table !== 'spending')
  const [before, traces] = [await readRowsOf(app.owner, bob.userId), await lastingTracesOf(bob)]
  await deletePerson(ada)
  expect(await tracesOf(ada)).toEqual([])
  expect(await readRowsOf(app.owner, bob.userId)).toEqual(before)
  expect(await lastingTracesOf(bob)).toEqual(traces)
})

test.each([
  ['a longer address that ends with it', 'ann{email}'],
  ['an address with another sign where it has an underscore', '{email}', /_/g],
  ['an address that goes on after it', '{email}.example'],
])('deleting a person keeps the rows of %s', async (_case, form, wildcard = /$^/) => {
  const person = await app.createPerson('a_%b')
  const other = form.replace('{email}', person.email.replace(wildcard, 'x'))
  const rows = [
    { identifier: `auth-state:${other}1`, value: JSON.stringify({ link: { email: other } }) },
    { identifier: `verify:${other}`, value: other },
    { identifier: other, value: `said "${other}" and '${person.email}'` },
  ].map((row, nth) => ({ id: `${other}${nth}`, expires_at: new Date(), ...row }))
  await app.owner.insertInto('auth_verification').values(rows).execute()
  await deletePerson(person)
  const left = await app.owner
    .selectFrom('auth_verification')
    .select('id')
    .where('id', 'like', `${other.replaceAll('_', '\\_').replaceAll('%', '\\%')}_`)
    .orderBy('id')
    .execute()
  expect(left).toEqual(rows.map(({ id }) => ({ id })))
})

test('a deleted person’s credentials are refused within ten seconds, and their live results end', async () => {
  const person = await app.createPerson('ada')
  await runMutation(person, 'createTask', { title: 'Here' }, 'mutationId')
  const { bearer } = await createAccessToken(person, { scopes: ['TASKS_READ'] })
  const ask = () =>
    Promise.all([person, bearer].map((one) => one.gql('{ tasks { nodes { id } } }')))
  expect((await ask()).map(({ status }) => status)).toEqual([200, 200])
  using live = await followLive(app.url, person)
  await live.next()
  await deletePerson(person)
  const began = Date.now()
  await expect
    .poll(async () => (await ask()).map(({ status }) => status), { timeout: 20_000, interval: 200 })
    .toEqual([401, 401])
  expect(Date.now() - began).toBeLessThan(10_000)
  while (await live.next());
})
