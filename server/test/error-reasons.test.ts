import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAccessToken } from '../src/auth/access-token.ts'
import { mintApiToken } from '../src/auth/api-token.ts'
import { createAccessToken } from './support/access-token.ts'
import { ask, send } from './support/ask.ts'
import type { Bearer, Person } from './support/person.ts'
import { runMutation, tryMutation } from './support/run-mutation.ts'
import { startTestApp, type TestApp } from './support/test-app.ts'

// What a program can react to without reading the message.

let app: TestApp
let ada: Person
beforeAll(async () => {
  app = await startTestApp()
  ada = await app.createPerson('ada')
})
afterAll(() => app?.[Symbol.asyncDispose]())

const extensionsOf = async (answer: ReturnType<Bearer['gql']>) =>
  (await answer).errors?.[0]?.extensions

async function makeTask(input: object = {}): Promise<string> {
  const made = await runMutation(ada, 'createTask', { title: 'One', ...input }, 'task { id }')
  return made.task.id
}

async function makeTrashed(): Promise<string> {
  const id = await makeTask()
  await runMutation(ada, 'deleteTask', { id }, 'mutationId')
  return id
}

const weekly = { dueOn: '2027-06-30', recurrence: { rule: 'FREQ=WEEKLY' } }
const once = { dueOn: '2027-06-30', recurrence: { rule: 'FREQ=WEEKLY;COUNT=1' } }

const conflicts: [reason: string, provoke: () => ReturnType<Bearer['gql']>][] = [
  ['IN_TRASH', async () => tryMutation(ada, 'completeTask', { id: await makeTrashed() })],
  [
    'IN_TRASH',
    async () => tryMutation(ada, 'createTask', { title: 'Under', parentId: await makeTrashed() }),
  ],
  ['NOT_IN_TRASH', async () => tryMutation(ada, 'deleteTaskForGood', { id: await makeTask() })],
  ['ID_TAKEN', async () => tryMutation(ada, 'createTask', { id: await makeTask(), title: 'Two' })],
  [
    'ID_TAKEN',
    async () => {
      const id = randomUUID()
      await runMutation(ada, 'createList', { id, name: 'A list' }, 'mutationId')
      return tryMutation(ada, 'createList', { id, name: 'Another' })
    },
  ],
  [
    'KEY_REUSED',
    async () => {
      const idempotencyKey = randomUUID()
      await makeTask({ idempotencyKey })
      return tryMutation(ada, 'createTask', { title: 'Two', idempotencyKey })
    },
  ],
  [
    'MUTATION_ID_REUSED',
    async () => {
      const newMutationId = randomUUIDv7()
      await makeTask({ newMutationId })
      return tryMutation(ada, 'createTask', { title: 'Two', newMutationId })
    },
  ],
  [
    'NAME_TAKEN',
    async () => {
      await runMutation(ada, 'createTag', { name: 'errands' }, 'mutationId')
      return tryMutation(ada, 'createTag', { name: 'Errands' })
    },
  ],
  [
    'CHANGED_SINCE',
    async () => {
      const id = await makeTask()
      const change = (title: string) => runMutation(ada, 'updateTask', { id, title }, 'mutationId')
      const { mutationId } = await change('Two')
      await change('Three')
      return tryMutation(ada, 'undo', { mutationId })
    },
  ],
  [
    'TOO_OLD',
    async () => {
      const { mutationId } = await runMutation(ada, 'createTag', { name: 'old' }, 'mutationId')
      await app.owner
        .updateTable('change')
        .set({ at: new Date(Date.now() - 31 * 86_400_000) })
        .where('mutation_id', '=', mutationId)
        .execute()
      return tryMutation(ada, 'undo', { mutationId })
    },
  ],
  [
    'BY_SYSTEM',
    async () => {
      const { mutationId } = await app.owner
        .selectFrom('change')
        .select('mutation_id as mutationId')
        .where('user_id', '=', ada.userId)
        .orderBy('seq')
        .executeTakeFirstOrThrow()
      return tryMutation(ada, 'undo', { mutationId })
    },
  ],
  [
    'DELETED_FOR_GOOD',
    async () => {
      const id = await makeTrashed()
      const gone = await runMutation(ada, 'deleteTaskForGood', { id }, 'mutationId')
      return tryMutation(ada, 'undo', gone)
    },
  ],
  [
    'IS_INBOX',
    async () => {
      const { lists } = await ada.data('{ lists(first: 1) { nodes { id isInbox } } }')
      return tryMutation(ada, 'deleteList', { id: lists.nodes[0].id })
    },
  ],
  ['NOT_REPEATING', async () => tryMutation(ada, 'skipOccurrence', { id: await makeTask() })],
  [
    'COMPLETED',
    async () => {
      const id = await makeTask(weekly)
      await runMutation(ada, 'completeTask', { id }, 'mutationId')
      return tryMutation(ada, 'skipOccurrence', { id })
    },
  ],
  ['LAST_OCCURRENCE', async () => tryMutation(ada, 'skipOccurrence', { id: await makeTask(once) })],
  [
    'NEXT_EXISTS',
    async () => {
      const id = await makeTask(weekly)
      const { nextTask } = await runMutation(ada, 'completeTask', { id }, 'nextTask { id }')
      await runMutation(ada, 'updateTask', { id: nextTask.id, title: 'Kept' }, 'mutationId')
      await runMutation(ada, 'reopenTask', { id }, 'mutationId')
      return tryMutation(ada, 'skipOccurrence', { id })
    },
  ],
  [
    'SEVERAL',
    async () => {
      const [taken, parentId] = [await makeTask(), await makeTrashed()]
      const tasks = [
        { id: taken, title: 'Two' },
        { title: 'Under', parentId },
      ]
      return tryMutation(ada, 'createTasks', { tasks })
    },
  ],
]

test.each(conflicts)('a conflict says why: %s', async (reason, provoke) => {
  expect(await extensionsOf(provoke())).toMatchObject({ code: 'CONFLICT', reason })
})

test('the document lists every reason, and every conflict is tested above', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  const source = read('../src/error-reasons.ts')
  const document = read('../../docs/errors.md')
  const reasons = [...source.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, reason = '']) => reason)
  expect(reasons).toContain('IN_TRASH')
  expect(reasons.filter((reason) => !document.includes(`\`${reason}\``))).toEqual([])
  const [, ofConflicts = ''] = /type ConflictReason =(.*?)\n\n/s.exec(source) ?? []
  const provoked = new Set(conflicts.map(([reason]) => reason))
  expect(
    reasons.filter((reason) => ofConflicts.includes(`'${reason}'`) && !provoked.has(reason)),
  ).toEqual([])
})

test('for several tasks each has its own reason', async () => {
  const ids = [await makeTrashed(), randomUUID(), await makeTask()]
  const payload = 'results { error { code reason } }'
  const { results } = await runMutation(ada, 'completeTasks', { ids, mode: 'EACH' }, payload)
  expect(results).toEqual([
    { error: { code: 'CONFLICT', reason: 'IN_TRASH' } },
    { error: { code: 'NOT_FOUND', reason: null } },
    { error: null },
  ])
})

describe('a token that lacks a scope', () => {
  let reader: Bearer
  let writer: Bearer
  beforeAll(async () => {
    reader = (await createAccessToken(ada, { scopes: ['TASKS_READ'] })).bearer
    writer = (await createAccessToken(ada, { scopes: ['TASKS_WRITE'] })).bearer
  })

  test('learns which one, and which it has', async () => {
    const input = { title: 'One' }
    expect(await extensionsOf(tryMutation(reader, 'createTask', input))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'SCOPE_MISSING',
      requiredScopes: ['tasks:write'],
      tokenScopes: ['tasks:read'],
    })
    const shown = tryMutation(writer, 'createTask', input, 'task { id }')
    expect(await extensionsOf(shown)).toMatchObject({ requiredScopes: ['tasks:read'] })
  })

  test('learns that only a session is accepted', async () => {
    for (const query of ['{ accessTokens { id } }', '{ sessions { nodes { id } } }'])
      expect(await extensionsOf(reader.gql(query))).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'SESSION_REQUIRED',
        requiredScopes: ['account:manage'],
      })
  })

  test('gets the same error from the export', async () => {
    const headers = { authorization: `Bearer ${writer.token}` }
    const answer = await send(`${app.url}/export.json`, { headers })
    expect(answer.status).toBe(403)
    expect(answer.errors?.[0]?.extensions).toMatchObject({ requiredScopes: ['tasks:read'] })
  })

  test('gets the rest of what it asks for', async () => {
    await makeTask()
    const query = `{
      me { name }
      sessions { nodes { id } }
      accessTokens { id }
      tasks(first: 1) { nodes { __typename } }
    }`
    const answer = await reader.gql(query)
    expect(answer.status).toBe(200)
    expect(answer.data).toEqual({
      me: null,
      sessions: null,
      accessTokens: null,
      tasks: { nodes: [{ __typename: 'Task' }] },
    })
    const paths = answer.errors?.map(({ path }) => path)
    expect(paths?.sort()).toEqual([['accessTokens'], ['me'], ['sessions']])
  })
})

describe('a request without a token that counts says why', () => {
  const askWith = (authorization?: string) =>
    extensionsOf(
      ask(app.url, { query: '{ syncCursor }' }, authorization ? { authorization } : undefined),
    )
  const expectReason = async (authorization: string | undefined, reason: string) =>
    expect(await askWith(authorization)).toMatchObject({ code: 'UNAUTHENTICATED', reason })

  test('none, not whole, of no session, another API’s, of another secret, ended', async () => {
    const { userId, sessionId } = ada
    const mint = (settings: object, now?: Date) =>
      mintApiToken({ userId, sessionId }, { ...app.token, ...settings }, now)
    await expectReason(undefined, 'NO_TOKEN')
    await expectReason('Basic YWRhOmFkYQ==', 'MALFORMED')
    await expectReason('Bearer x.y.z', 'MALFORMED')
    await expectReason(`Bearer ${makeAccessToken().slice(0, -1)}`, 'MALFORMED')
    const elsewhere = await mint({ audience: 'http://other.example' })
    await expectReason(`Bearer ${elsewhere}`, 'WRONG_AUDIENCE')
    const forged = await mint({ secrets: { current: 'of somebody else, long enough to sign' } })
    await expectReason(`Bearer ${forged}`, 'INVALID')
    await expectReason(`Bearer ${await mint({}, new Date(0))}`, 'EXPIRED')
    const ended = await mintApiToken({ userId, sessionId: 'none' }, app.token)
    await expectReason(`Bearer ${ended}`, 'SESSION_ENDED')
  })

  test('a forged token for another API is only called invalid', async () => {
    const { userId, sessionId } = ada
    const secrets = { current: 'of somebody else, long enough to sign' }
    const settings = { ...app.token, secrets, audience: 'http://other.example' }
    const token = await mintApiToken({ userId, sessionId }, settings, new Date(0))
    await expectReason(`Bearer ${token}`, 'INVALID')
  })

  test('an access token that expired, was revoked, or never existed', async () => {
    await expectReason(`Bearer ${makeAccessToken()}`, 'UNKNOWN')
    const [old, revoked] = [await createAccessToken(ada), await createAccessToken(ada)]
    await runMutation(ada, 'revokeAccessToken', { id: revoked.accessToken.id }, 'mutationId')
    await expectReason(`Bearer ${revoked.bearer.token}`, 'REVOKED')
    await app.owner
      .updateTable('access_token')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', old.accessToken.id)
      .execute()
    await expectReason(`Bearer ${old.bearer.token}`, 'EXPIRED')
  })
})

test.each([
  ['application/json', 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
  [
    'application/graphql-response+json, application/json;q=0.9',
    'application/graphql-response+json; charset=utf-8',
  ],
  ['text/csv', 'application/json; charset=utf-8'],
])('a 401 has the format that was accepted (accept: %s)', async (accept, contentType) => {
  const answer = await ask(app.url, { query: '{ syncCursor }' }, { accept })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe(contentType)
  expect(answer.errors?.[0]?.extensions).toMatchObject({ reason: 'NO_TOKEN' })
})

test('a 401 for a client that accepts events is an event, and the last', async () => {
  const query = 'subscription { changes { cursor } }'
  const answer = await ask(app.url, { query }, { accept: 'text/event-stream' })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const [, data = '', end] = answer.text.split(/^event: next\ndata: |(?<=})\n\n/)
  expect(JSON.parse(data).errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(end).toBe('event: complete\ndata:\n\n')
})

test('a 401 for a client that accepts parts is a part, and the last', async () => {
  const headers = { accept: 'multipart/mixed', 'content-type': 'application/json' }
  const body = JSON.stringify({ query: '{ syncCursor }' })
  const answer = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toMatch(/^multipart\/mixed; boundary="-"/)
  const [, part = '', end] = (await answer.text()).split(/^---\r\n|\r\n(?=-----)/)
  const [head, json = ''] = part.split('\r\n\r\n')
  expect(head).toBe('Content-Type: application/json; charset=utf-8')
  expect(JSON.parse(json).errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(end).toBe('-----\r\n')
})

describe('a value of a wrong type', () => {
  test('is reported with its path, each separately', async () => {
    const tasks = [{ title: 'Fine' }, { title: 5 }, {}, { title: 'So so', colour: 'red' }]
    const answer = await tryMutation(ada, 'createTasks', { tasks, mode: 'EACH' })
    const paths = answer.errors?.map(({ extensions }) => extensions.issues?.map(({ path }) => path))
    expect(paths).toEqual([
      [['input', 'tasks', 1, 'title']],
      [['input', 'tasks', 2, 'title']],
      [['input', 'tasks', 3, 'colour']],
    ])
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(
      Array(3).fill('BAD_USER_INPUT'),
    )
  })

  test('of a whole variable is reported with its name', async () => {
    const query = 'query ($first: Int!) { tasks(first: $first) { nodes { id } } }'
    const paths = async (variables: Record<string, unknown>) =>
      (await extensionsOf(ada.gql(query, variables)))?.issues?.map(({ path }) => path)
    expect(await paths({ first: 'ten' })).toEqual([['first']])
    expect(await paths({})).toEqual([['first']])
    expect(await paths({ first: null })).toEqual([['first']])
  })
})

test.each([
  [{ dueOn: null }, 'dueOn is null. Leave it out, or ask { dueOn: { null: true } } for what has'],
  [{ deletedAt: null }, 'ask { deletedAt: { null: true } }'],
  [
    { dueOn: { eq: null } },
    'eq is null. Leave it out, or ask { null: true } for what has no value.',
  ],
  [{ dueOn: { null: null } }, 'null is null. Say true or false.'],
  [{ title: null }, 'title is null. Leave it out.'],
  [{ title: { contains: null } }, 'contains is null. Leave it out.'],
  [{ completed: { eq: null } }, 'eq is null. Leave it out.'],
  [{ tags: { some: null } }, 'some is null. Leave it out.'],
])('the advice instead of null works: %j', async (filter, advice) => {
  const query = 'query ($filter: TaskFilter) { tasks(filter: $filter) { totalCount } }'
  const { message } = (await extensionsOf(ada.gql(query, { filter })))?.issues?.[0] ?? {}
  expect(message).toContain(advice)
  const asked = /ask ({.*}) for/.exec(message ?? '')?.[1]
  if (!asked) return expect(message).toBe(advice)
  const [name] = Object.keys(filter)
  const whole = asked.startsWith('{ null') ? `{ ${name}: ${asked} }` : asked
  expect((await ada.gql(`{ tasks(filter: ${whole}) { totalCount } }`)).errors).toBeUndefined()
})
