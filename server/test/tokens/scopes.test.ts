import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/schema.ts'
import { createAccessToken } from '../support/access-token.ts'
import { type Answer, codesOf } from '../support/ask.ts'
import type { Filling } from '../support/id-slots.ts'
import { followLive } from '../support/live-changes.ts'
import type { Bearer, Person } from '../support/person.ts'
import { readRowsOf } from '../support/rows.ts'
import { runMutation, tryMutation } from '../support/run-mutation.ts'
import { buildCall, fillAccount, selectAll } from '../support/schema-operations.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

// Generated from the schema: every query, mutation and subscription is tried with tokens that lack a
// scope. A new field is covered the day it appears.

const words = 'Only who may read tasks reads this'
const device = 'Firefox on Linux'
const tokenName = 'A-token-of-hers'

let app: TestApp
let ada: Person
let own: Filling
let everything: Bearer
let onlyReads: Bearer
let onlyWrites: Bearer
let withoutAccount: Bearer

beforeAll(async () => {
  app = await startTestApp()
  ada = await app.createPerson('Ada-Lovelace')
  await app.owner
    .updateTable('auth_session')
    .set({ user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' })
    .where('id', '=', ada.sessionId)
    .execute()
  own = await fillAccount(schema, ada, words)
  const make = async (...scopes: string[]) =>
    (await createAccessToken(ada, { scopes, name: tokenName })).bearer
  everything = await make('TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ')
  onlyReads = await make('TASKS_READ', 'ACCOUNT_READ')
  onlyWrites = await make('TASKS_WRITE', 'ACCOUNT_READ')
  withoutAccount = await make('TASKS_READ', 'TASKS_WRITE')
})
afterAll(() => app?.[Symbol.asyncDispose]())

const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {})
const queries = fieldsOf(schema.getQueryType())
// What deletes for good comes last, so that the others find what they are about.
const mutations = fieldsOf(schema.getMutationType()).toSorted(
  (a, b) => Number(isFinal(a.name)) - Number(isFinal(b.name)),
)
const subscriptions = fieldsOf(schema.getSubscriptionType())

type Field = (typeof queries)[number]

function call(bearer: Bearer, operation: 'query' | 'mutation', field: Field, selection?: string) {
  const all = selectAll(schema, field.type)
  const { query, variables } = buildCall(schema, operation, field, own, selection ?? all)
  return bearer.gql(query, variables)
}

function isFinal(mutation: string): boolean {
  return mutation.endsWith('ForGood') || mutation === 'emptyTrash'
}

/** All that is stored of the person, but for when they were last here. */
async function readAccount() {
  const text = JSON.stringify(await readRowsOf(app.owner, ada.userId))
  return text.replaceAll(/"last_used_at":("[^"]*"|null)/g, '')
}

const taskFields = ['task', 'tasks', 'list', 'lists', 'tag', 'tags', 'savedView', 'savedViews']

test('with all scopes of a token the fields below return their values', async () => {
  for (const field of queries.filter(({ name }) => taskFields.includes(name)))
    expect((await call(everything, 'query', field)).text, field.name).toContain(words)
  expect((await everything.data('{ me { name email } }')).me).toEqual({
    name: ada.name,
    email: ada.email,
  })
})

describe('a token without tasks:write', () => {
  test.each(mutations)('changes nothing by $name', async (field) => {
    const before = await readAccount()
    const answer = await call(onlyReads, 'mutation', field, '{ mutationId }')
    expect(codesOf(answer)).toEqual(['FORBIDDEN'])
    expect(await readAccount()).toBe(before)
  })

  test('changes nothing beside something that it may do, with aliases, or in a fragment', async () => {
    const before = await readAccount()
    const input = `input: { id: "${own.ids.Task}" }`
    for (const query of [
      `mutation { __typename a: deleteTask(${input}) { mutationId } b: completeTask(${input}) { mutationId } }`,
      `mutation { ...Both } fragment Both on Mutation { deleteTask(${input}) { mutationId } }`,
      `mutation { ... @include(if: true) { deleteTask(${input}) { mutationId } } }`,
    ])
      expect(codesOf(await onlyReads.gql(query))[0]).toBe('FORBIDDEN')
    expect(await readAccount()).toBe(before)
  })

  test('can’t undo or redo what was done with one that may', async () => {
    const input = { id: own.ids.Task, title: words }
    const { mutationId } = await runMutation(ada, 'updateTask', input, 'mutationId')
    const before = await readAccount()
    for (const name of ['undo', 'redo'])
      expect(codesOf(await tryMutation(onlyReads, name, { mutationId }))).toEqual(['FORBIDDEN'])
    expect(await readAccount()).toBe(before)
  })
})

describe('a token without tasks:read', () => {
  const tells = ({ text }: Answer) => text.includes(words) || text.includes('"Inbox"')

  test.each(queries)('reads no task by $name', async (field) => {
    const answer = await call(onlyWrites, 'query', field)
    expect(tells(answer)).toBe(false)
    if (taskFields.includes(field.name)) expect(codesOf(answer)).toContain('FORBIDDEN')
  })

  test('finds nothing of them by their ids', async () => {
    const { User, ...others } = own.ids
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const found = await onlyWrites.data(query, { ids: [...Object.values(others), User] })
    expect(found.nodes).toEqual([...Object.values(others).map(() => null), { id: User }])
    for (const id of Object.values(others)) {
      const one = await onlyWrites.data('query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(one.node).toBeNull()
    }
  })

  test.each(mutations)(
    'is not shown what $name changes, and so changes nothing by asking',
    async (field) => {
      const before = await readAccount()
      const all = selectAll(schema, field.type)
      const hidden = `{ mutationId ... @include(if: true) { ... on ${getNamedType(field.type)} ${all} } }`
      for (const selection of [all, hidden]) {
        const answer = await call(onlyWrites, 'mutation', field, selection)
        expect(codesOf(answer)).toEqual(['FORBIDDEN'])
        expect(tells(answer)).toBe(false)
      }
      expect(await readAccount()).toBe(before)
    },
  )

  test('may create something, and gets its mutationId', async () => {
    const input = { title: words }
    const answer = await tryMutation(onlyWrites, 'createTask', input, '__typename mutationId')
    expect(answer.errors).toBeUndefined()
    expect(answer.data.createTask.mutationId).toEqual(expect.any(String))
  })

  test.each(subscriptions)('follows nothing by $name', async (field) => {
    const { query } = buildCall(schema, 'subscription', field, own, selectAll(schema, field.type))
    using live = await followLive(app.url, onlyWrites, null, query)
    const event = await live.next()
    expect(event?.data.errors[0].extensions.code).toBe('FORBIDDEN')
    expect(event?.data.data ?? null).toBeNull()
    expect(await live.next()).toMatchObject({ event: 'complete' })
    expect(live.text()).not.toContain(words)
  })
})

describe('a token without account:read', () => {
  const tells = ({ text }: { text: string | (() => string) }) => {
    const shown = typeof text === 'string' ? text : text()
    return [ada.name, ada.email, device, tokenName].some((name) => shown.includes(name))
  }

  test.each(
    [
      // A token may know what it is called itself: own-token.test.ts.
      ...queries
        .filter(({ name }) => name !== 'currentAccessToken')
        .map((field) => ['query', field] as const),
      ...mutations.map((field) => ['mutation', field] as const),
    ].map(([operation, field]) => ({ operation, field, name: field.name })),
  )(
    'gets neither name nor e-mail, device nor token, by $operation $name',
    async ({ operation, field }) => {
      const answer = await call(withoutAccount, operation, field)
      expect(tells(answer)).toBe(false)
      if (getNamedType(field.type).name === 'User' || showsAccount(field))
        expect(codesOf(answer)).toContain('FORBIDDEN')
    },
  )

  test.each(subscriptions)('gets none of them by $name', async (field) => {
    const { query } = buildCall(schema, 'subscription', field, own, selectAll(schema, field.type))
    using live = await followLive(app.url, withoutAccount, null, query)
    expect((await live.next())?.data.errors).toBeUndefined()
    expect(tells(live)).toBe(false)
  })

  test('gets none of them by a task’s history', async () => {
    const { task } = await runMutation(ada, 'createTask', { title: 'Changed' }, 'task { id }')
    const input = { id: task.id, description: 'by a program' }
    await runMutation(withoutAccount, 'updateTask', input, 'mutationId')
    const { history } = (schema.getType('Task') as GraphQLObjectType).getFields()
    const all = selectAll(schema, (history as Field).type, -1)
    const query = `query ($id: ID!) { task(id: $id) { history ${all} } }`
    const shown = await everything.gql(query, { id: task.id })
    for (const name of [device, tokenName]) expect(shown.text).toContain(name)
    const answer = await withoutAccount.gql(query, { id: task.id })
    expect(answer.errors).toBeUndefined()
    expect(answer.text).toMatch(/"history":.*"actor":.*"kind":/)
    expect(tells(answer)).toBe(false)
  })

  test('finds the person neither by their id nor among other objects', async () => {
    const { list } = await runMutation(ada, 'createList', { name: 'Another' }, 'list { id }')
    const ids = [own.ids.User, list.id]
    const query = `query ($ids: [ID!]!, $id: ID!) {
      node(id: $id) { ... on User { name email } }
      nodes(ids: $ids) { __typename ... on User { name email } }
    }`
    const answer = await withoutAccount.data(query, { ids, id: own.ids.User })
    expect(answer).toEqual({ node: null, nodes: [null, { __typename: 'List' }] })
  })
})

describe('no token, whatever its scopes,', () => {
  const managing = [
    ...['createAccessToken', 'revokeAccessToken', 'endSession', 'endOtherSessions'],
    'updateMe',
  ]

  test.each(managing)('may do %s', async (name) => {
    const field = mutations.find((mutation) => mutation.name === name) as Field
    const before = await readAccount()
    for (const selection of ['{ mutationId }', selectAll(schema, field.type)])
      expect(codesOf(await call(everything, 'mutation', field, selection))).toEqual(['FORBIDDEN'])
    expect(await readAccount()).toBe(before)
  })

  test.each(['{ accessTokens { id } }', '{ sessions { nodes { id } } }'])(
    'may ask %s',
    async (query) => {
      expect(codesOf(await everything.gql(query))).toEqual(['FORBIDDEN'])
    },
  )

  test('finds tokens or sessions by their ids', async () => {
    const ids = [own.ids.AccessToken, own.ids.Session]
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    expect((await everything.data(query, { ids })).nodes).toEqual([null, null])
    expect((await ada.data(query, { ids })).nodes).toEqual(ids.map((id) => ({ id })))
  })
})

/** Whether a payload tells of the person instead of their tasks. */
function showsAccount(field: Field): boolean {
  const type = getNamedType(field.type)
  const types = isObjectType(type) ? fieldsOf(type).map((one) => getNamedType(one.type).name) : []
  return types.includes('User')
}
