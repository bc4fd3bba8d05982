import { randomUUID } from 'node:crypto'
import { type GraphQLObjectType, getNamedType, isInterfaceType } from 'graphql'
import { afterAll, expect, test } from 'vitest'
import { schema } from '../src/schema.ts'
import { codesOf } from './support/ask.ts'
import { addTasks, changeTask, inboxOf } from './support/task-operations.ts'
import { startTestApp } from './support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')
const [task] = await addTasks(ada, 'Task')
const inbox = await inboxOf(ada)

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }'
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'

test('every object that can be queried by its id implements Node', () => {
  const nodeType = schema.getType('Node')
  if (!isInterfaceType(nodeType)) throw new Error('The schema was expected to have Node')
  const implementers = schema.getPossibleTypes(nodeType).map((type) => type.name)
  const byId = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    (field) => field.args.length === 1 && field.args[0]?.name === 'id' && field.name !== 'node',
  )
  for (const field of byId)
    expect(implementers).toContain((getNamedType(field.type) as GraphQLObjectType).name)
  expect(implementers).toEqual(expect.arrayContaining(['Task', 'List', 'User']))
})

test('node finds each type of one’s own objects', async () => {
  for (const [id, type] of [
    [task?.id, 'Task'],
    [inbox, 'List'],
    [ada.userId, 'User'],
  ])
    expect(await ada.data(node, { id })).toEqual({ node: { __typename: type, id } })
})

test('node finds a task in the trash', async () => {
  const [gone] = await addTasks(ada, 'Gone')
  await changeTask(ada, 'deleteTask', { id: gone?.id })
  expect(await ada.data(node, { id: gone?.id })).toMatchObject({ node: { id: gone?.id } })
})

test('nodes answers in the order of the ids, with null where there is none', async () => {
  const ids = [inbox, randomUUID(), task?.id, 'x', ada.userId, task?.id, inbox.toUpperCase()]
  const found = await ada.data(nodes, { ids })
  expect(found.nodes.map((one: { id: string } | null) => one?.id ?? null)).toEqual([
    inbox,
    null,
    task?.id,
    null,
    ada.userId,
    task?.id,
    inbox,
  ])
})

test.each(['', ' ', 'x', '\u0000', '\ud800', '%', "' or true --"])(
  'the id %j names nothing',
  async (id) => {
    expect(await ada.data(node, { id })).toEqual({ node: null })
    expect(await ada.data(nodes, { ids: [id] })).toEqual({ nodes: [null] })
    for (const field of ['task', 'list'])
      expect(await ada.data(`query ($id: ID!) { it: ${field}(id: $id) { id } }`, { id })).toEqual({
        it: null,
      })
  },
)

test('at most a hundred nodes can be requested at once', async () => {
  const ids = Array.from({ length: 100 }, () => randomUUID())
  expect((await ada.data(nodes, { ids })).nodes).toEqual(ids.map(() => null))
  expect(codesOf(await ada.gql(nodes, { ids: [...ids, randomUUID()] }))).toEqual(['BAD_USER_INPUT'])
  expect(await ada.data(nodes, { ids: [] })).toEqual({ nodes: [] })
})
