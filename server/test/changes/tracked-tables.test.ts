import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trackedColumns } from '../../src/changes/tracked-rows.ts'
import { findServingRole } from '../../src/db/serving-role.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/** Tables of a person's own whose changes are not logged, each with its reason. */
const untracked: Readonly<Record<string, string>> = {
  access_token: 'it belongs to the account: undo must not bring a revoked one back',
  auth_session: 'it belongs to the account: undo must not bring an ended one back',
  change: 'it is the log itself',
  change_counter: 'it counts the log',
  delivery: 'it follows from tasks, settings and the log by triggers, and what was sent stays sent',
  feed: 'it belongs to the account: undo must not bring a revoked one back',
  idempotency_key: 'the answers to retries are not the person’s things and live for a day',
  mutation_receipt: 'the answers to retries are not the person’s things',
  push_subscription: 'it belongs to the account: undo must not bring an ended one back',
  task_word: 'it follows from the texts of tasks, by trigger',
  webhook: 'it belongs to the account: undo must not bring a deleted one back',
  webhook_attempt: 'it follows from the log, and what was sent stays sent',
}

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.[Symbol.asyncDispose]())

type CatalogueTable = {
  name: string
  columns: string[]
  triggers: string[]
}

async function listTenantTables(): Promise<CatalogueTable[]> {
  const { rows } = await sql<CatalogueTable>`
    select c.relname as name,
      (select array_agg(a.attname::text) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select array_agg(t.tgname::text order by t.tgname) from pg_trigger t
        where t.tgrelid = c.oid and t.tgfoid = 'log_changes'::regproc and t.tgenabled in ('O', 'A')), '{}') as triggers
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and exists (select from pg_policy p where p.polrelid = c.oid)
      and exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped)
    order by c.relname`.execute(app.owner)
  return rows
}

test('every table of people’s own is logged, or has a reason not to be', async () => {
  const tables = await listTenantTables()
  expect(tables.length).toBeGreaterThan(Object.keys(untracked).length)
  for (const { name, triggers } of tables) {
    if (name in untracked) expect(triggers, name).toEqual([])
    else {
      const wanted = ['log_delete', 'log_insert', ...(name === 'task_tag' ? [] : ['log_update'])]
      expect(triggers, `${name} is neither logged nor in the list of exceptions`).toEqual(wanted)
    }
  }
})

test('the exceptions are tables that exist', async () => {
  const names = (await listTenantTables()).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(untracked)))
})

test('undo knows every column of every logged table', async () => {
  const derived = ['user_id', 'search_text', 'planned_on']
  for (const { name, columns } of await listTenantTables()) {
    if (name in untracked) continue
    const known = Object.keys(trackedColumns[name as keyof typeof trackedColumns] ?? {})
    expect([...known].sort(), name).toEqual(columns.filter((one) => !derived.includes(one)).sort())
  }
})

test('the serving role can neither write to the log nor move a tag to another task unlogged', async () => {
  const { rows } = await sql<{ allowed: string }>`
    select table_name || ':' || privilege_type as allowed
    from information_schema.role_table_grants
    where grantee = ${await findServingRole(app.owner)} and table_name in ('change', 'change_counter', 'task_tag')
    order by 1`.execute(app.owner)
  expect(rows.map(({ allowed }) => allowed)).toEqual([
    'change:SELECT',
    'change_counter:SELECT',
    'task_tag:DELETE',
    'task_tag:INSERT',
    'task_tag:SELECT',
  ])
})
