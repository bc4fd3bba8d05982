import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
import type { Json } from '../support/ask.ts'
import type { Bearer, Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { openRows } from '../support/scoped-rows.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let ada: Person
let rows: ReturnType<typeof openRows>

beforeAll(async () => {
  app = await startTestApp()
  rows = openRows(app.config)
  ada = await app.createPerson('ada')
})
afterAll(async () => {
  await rows?.[Symbol.asyncDispose]()
  await app?.[Symbol.asyncDispose]()
})

async function createTask(title: string): Promise<string> {
  return (await runMutation(ada, 'createTask', { title }, 'task { id }')).task.id
}

async function readHistory(person: Bearer, id: string, args = ''): Promise<Json> {
  const query = `query ($id: ID!) { task(id: $id) { history${args} {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { mutationId at operation actor { kind isCurrent device tokenName } changes { field before after } }
  } } }`
  return (await person.data(query, { id })).task.history
}

test('it lists what was done, newest first, with what each field contained', async () => {
  const id = await createTask('Draft')
  const { mutationId } = await runMutation(
    ada,
    'updateTask',
    { id, title: 'Final', priority: 'HIGH' },
    'mutationId',
  )
  const { nodes, totalCount } = await readHistory(ada, id)
  expect(totalCount).toBe(2)
  expect(nodes).toMatchObject([
    { mutationId, operation: 'CHANGED' },
    {
      operation: 'CREATED',
      changes: expect.arrayContaining([{ field: 'title', before: null, after: 'Draft' }]),
    },
  ])
  expect(nodes[0].changes).toEqual(
    expect.arrayContaining([
      { field: 'title', before: 'Draft', after: 'Final' },
      { field: 'priority', before: '0', after: '3' },
    ]),
  )
  expect(nodes[0].changes).toHaveLength(2)
})

test('it contains tags that were added and removed, one mutation as one entry', async () => {
  const id = await createTask('Tagged')
  const { tag } = await runMutation(ada, 'createTag', { name: 'errands' }, 'tag { id }')
  await runMutation(ada, 'updateTask', { id, tagIds: [tag.id] }, 'mutationId')
  await runMutation(ada, 'deleteTag', { id: tag.id }, 'mutationId')
  const { nodes } = await readHistory(ada, id, '(first: 2)')
  expect(nodes[0].changes).toEqual([{ field: 'tags', before: tag.id, after: null }])
  expect(nodes[1].changes).toEqual([{ field: 'tags', before: null, after: tag.id }])
})

test('it says by which device, and whether that is the current one', async () => {
  const id = await createTask('Shared')
  await app.owner
    .updateTable('auth_session')
    .set({ user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' })
    .where('id', '=', ada.sessionId)
    .execute()
  const set = (title: string) => (db: Parameters<Parameters<typeof rows.change>[1]>[0]) =>
    db.updateTable('task').set({ title }).where('id', '=', id).execute()
  const script = await createAccessToken(ada, { name: 'CI script' })
  await runMutation(script.bearer, 'updateTask', { id, title: 'by a program' }, 'mutationId')
  await rows.change(ada.userId, set('by the service'), 'system')
  const { nodes } = await readHistory(ada, id)
  expect(nodes.map((node: Json) => node.actor)).toEqual([
    { kind: 'SYSTEM', isCurrent: false, device: null, tokenName: null },
    { kind: 'TOKEN', isCurrent: false, device: null, tokenName: 'CI script' },
    { kind: 'SESSION', isCurrent: true, device: 'Firefox on Linux', tokenName: null },
  ])
  const seenByToken = await readHistory(script.bearer, id)
  expect(seenByToken.nodes.map((node: Json) => node.actor.isCurrent)).toEqual([false, true, false])

  await runMutation(ada, 'revokeAccessToken', { id: script.accessToken.id }, 'mutationId')
  const afterwards = await readHistory(ada, id)
  expect(afterwards.nodes[1].actor).toMatchObject({ kind: 'TOKEN', tokenName: 'CI script' })
})

test('it is paged', async () => {
  const id = await createTask('0')
  for (let count = 1; count <= 4; count += 1)
    await runMutation(ada, 'updateTask', { id, title: `${count}` }, 'mutationId')
  const first = await readHistory(ada, id, '(first: 3)')
  expect(first.pageInfo.hasNextPage).toBe(true)
  const second = await readHistory(ada, id, `(first: 3, after: "${first.pageInfo.endCursor}")`)
  expect(second.pageInfo.hasNextPage).toBe(false)
  const titles = [...first.nodes, ...second.nodes].map(
    (node: Json) => node.changes.find((change: Json) => change.field === 'title').after,
  )
  expect(titles).toEqual(['4', '3', '2', '1', '0'])
})

test('a cursor of one task’s history is refused for another task', async () => {
  const [one, other] = [await createTask('one'), await createTask('other')]
  const { pageInfo } = await readHistory(ada, one)
  await expect(
    readHistory(ada, other, `(first: 1, after: "${pageInfo.endCursor}")`),
  ).rejects.toThrow('BAD_USER_INPUT')
})
