import type { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../src/schema.ts'
import { createAccessToken } from '../support/access-token.ts'
import { codesOf } from '../support/ask.ts'
import type { Filling } from '../support/id-slots.ts'
import { followLive } from '../support/live-changes.ts'
import type { Bearer, Person } from '../support/person.ts'
import { buildCall, fillAccount, selectAll } from '../support/schema-operations.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { exportJsonFrom } from '../support/transfer.ts'

// The API caches for a few seconds that a token is valid. A person who is deleted in between gets
// the error that it isn't valid, and never an internal error.

let app: TestApp
let own: Filling

beforeAll(async () => {
  app = await startTestApp()
  own = await fillAccount(schema, await app.createPerson('somebody'), 'theirs')
})
afterAll(() => app?.[Symbol.asyncDispose]())

/** A person whom the API has just seen, with both kinds of token, and who is deleted then. */
async function createDeleted(): Promise<{ person: Person; program: Bearer }> {
  const person = await app.createPerson('gone')
  const scopes = ['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ']
  const { bearer: program } = await createAccessToken(person, { scopes })
  for (const { data } of [person, program]) await data('{ syncCursor }')
  await app.owner.deleteFrom('auth_user').where('id', '=', person.userId).execute()
  return { person, program }
}

const failures = () => app.logs.filter(({ level }) => level === 'error')
const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {})
const calls = [
  ...fieldsOf(schema.getQueryType()).map((field) => ['query', field] as const),
  ...fieldsOf(schema.getMutationType()).map((field) => ['mutation', field] as const),
].map(([operation, field]) => ({ operation, field, name: field.name }))

test.each(calls)('$operation $name is no internal error', async ({ operation, field }) => {
  const { person, program } = await createDeleted()
  const all = selectAll(schema, field.type)
  const { query, variables } = buildCall(schema, operation, field, own, all)
  for (const bearer of [person, program]) {
    const answer = await bearer.gql(query, variables)
    expect(codesOf(answer)).not.toContain('INTERNAL_SERVER_ERROR')
    if (answer.status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /)
  }
  expect(failures()).toEqual([])
})

test.each(['{ me { id } }', 'mutation { createTag(input: { name: "errands" }) { mutationId } }'])(
  '%s is 401, with and without the fast path, whatever is accepted',
  async (query) => {
    const { ada } = await app.createPeople('ada')
    await ada.data(query.replace('errands', 'known to be valid'))
    for (const accept of ['application/json', 'application/graphql-response+json, */*;q=0.1']) {
      const { person, program } = await createDeleted()
      for (const { token } of [person, program]) {
        const answer = await fetch(`${app.url}/graphql`, {
          method: 'POST',
          headers: { accept, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
        const { data = null, errors } = await answer.json()
        expect([answer.status, data, errors.length]).toEqual([401, null, 1])
        expect(errors[0].extensions.code).toBe('UNAUTHENTICATED')
        expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
      }
    }
    expect(failures()).toEqual([])
  },
)

test('an export and an import are 401', async () => {
  const file = JSON.stringify(await exportJsonFrom(app.url, await app.createPerson('kept')))
  for (const [path, body] of [['/export.json'], ['/export.csv'], ['/import', file]]) {
    const { person, program } = await createDeleted()
    for (const { token } of [person, program]) {
      const answer = await fetch(`${app.url}${path}`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { method: 'POST', body }),
      })
      expect([path, answer.status]).toEqual([path, 401])
    }
  }
  expect(failures()).toEqual([])
})

test('live results, begun before or after, end with the message that the session has ended', async () => {
  const eve = await app.createPerson('eve')
  using before = await followLive(app.url, eve)
  expect((await before.next())?.data.errors).toBeUndefined()
  await app.owner.deleteFrom('auth_user').where('id', '=', eve.userId).execute()
  using after = await followLive(app.url, eve)
  for (const live of [before, after]) {
    let event = await live.next()
    while (event && !event.data.errors) event = await live.next()
    expect(event?.data.errors[0].extensions.code).toBe('UNAUTHENTICATED')
  }
  expect(failures()).toEqual([])
})
