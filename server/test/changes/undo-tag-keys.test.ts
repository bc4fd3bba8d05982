import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import * as tagKeys from '../../src/db/migrations/0027-tag-keys.ts'
import type { Json } from '../support/ask.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const oldName = 'deep  work'

/** A person with a tag as it was before the migration, compared by its name as it is written. */
async function createPerson(name: string) {
  const person = await app.createPerson(name)
  const create = async (tag: string): Promise<Json> =>
    runMutation(person, 'createTag', { name: tag }, 'mutationId tag { id }')
  const change = async (mutation: string, input: object): Promise<string> =>
    (await runMutation(person, mutation, input, 'mutationId')).mutationId
  /** Restores the tag and its log entries to what they were before the migration. */
  const setKey = (id: string, key: string) =>
    app.owner.transaction().execute(async (db) => {
      await sql`select set_config('app.user_id', ${person.userId}, true)`.execute(db)
      await sql`update tag set name_key = ${key} where id = ${id}`.execute(db)
      await sql`
        update change set after = jsonb_set(after, '{name_key}', to_jsonb(${key}::text))
        where entity_id = ${id} and after->>'name' = ${oldName}`.execute(db)
    })
  const listKeys = async () =>
    app.owner.transaction().execute(async (db) => {
      await sql`select set_config('app.user_id', ${person.userId}, true)`.execute(db)
      const { rows } = await sql<Json>`
        select name, name_key from tag where user_id = ${person.userId} order by id`.execute(db)
      return rows.map((row) => [row.name, row.name_key])
    })
  return { person, create, change, setKey, listKeys }
}

const migrate = () => app.owner.transaction().execute((db) => tagKeys.up(db as never))

test('a tag that was renamed before keys changed gets its old name back', async () => {
  const { person, create, change, setKey, listKeys } = await createPerson('ada')
  const { id } = (await create(oldName)).tag
  await setKey(id, oldName)
  const mutationId = await change('updateTag', { id, name: 'Focus' })
  await migrate()
  await change('undo', { mutationId })
  expect(await listKeys()).toEqual([[oldName, 'deep work']])
  const second = await tryMutation(person, 'createTag', { name: 'deep work' })
  expect(refusalOf(second)).toMatchObject({ code: 'CONFLICT' })
})

test('a name that was given before keys changed is undone', async () => {
  const { create, change, setKey, listKeys } = await createPerson('bob')
  const { id } = (await create('Focus')).tag
  const mutationId = await change('updateTag', { id, name: oldName })
  await setKey(id, oldName)
  await migrate()
  await change('undo', { mutationId })
  expect(await listKeys()).toEqual([['Focus', 'focus']])
})

test('a tag that was deleted before keys changed comes back with a new key', async () => {
  const { create, change, setKey, listKeys } = await createPerson('cyd')
  const { id } = (await create(oldName)).tag
  await setKey(id, oldName)
  const mutationId = await change('deleteTag', { id })
  await migrate()
  await change('undo', { mutationId })
  expect(await listKeys()).toEqual([[oldName, 'deep work']])
})

test('a tag whose new key another tag has keeps its old key', async () => {
  const { create, change, setKey, listKeys } = await createPerson('dee')
  const { id } = (await create(oldName)).tag
  await setKey(id, oldName)
  const mutationId = await change('deleteTag', { id })
  await create('Deep work')
  await migrate()
  await change('undo', { mutationId })
  expect(await listKeys()).toEqual([
    [oldName, oldName],
    ['Deep work', 'deep work'],
  ])
})

test('creating a tag is undone although its key has changed since', async () => {
  const { create, change, setKey, listKeys } = await createPerson('eve')
  const { mutationId, tag } = await create(oldName)
  await setKey(tag.id, oldName)
  await migrate()
  await change('undo', { mutationId })
  expect(await listKeys()).toEqual([])
})
