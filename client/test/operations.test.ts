import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../server/src/schema.ts'
import { fillArguments } from '../../server/test/support/id-slots.ts'
import { prepareInput } from '../../server/test/support/mutation-inputs.ts'
import { runMutation } from '../../server/test/support/run-mutation.ts'
import { fillAccount } from '../../server/test/support/schema-operations.ts'
import type { TestApp } from '../../server/test/support/test-app.ts'
import * as operations from '../src/generated/operations.ts'
import { eachNode, eachPage, type TendClient } from '../src/index.ts'
import { connect, startApi } from './support/together.ts'

type Operation = (client: TendClient, input: object) => Promise<unknown>

const { followChanges, ...functions } = operations
const byName = functions as unknown as Readonly<Record<string, Operation>>
const queries = Object.values(schema.getQueryType()?.getFields() ?? {})
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

let app: TestApp
beforeAll(async () => {
  app = await startApi()
})
afterAll(() => app?.[Symbol.asyncDispose]())

test('there is one function for each query, mutation and subscription', () => {
  const names = [...queries, ...mutations].map(({ name }) => name)
  expect(Object.keys(functions).toSorted()).toEqual(names.toSorted())
  expect(Object.keys(schema.getSubscriptionType()?.getFields() ?? {})).toEqual(['changes'])
  expect(followChanges).toBeTypeOf('function')
})

describe('one request, and what its type says:', () => {
  test.each(mutations)('$name', async (field) => {
    const ada = await app.createPerson('ada')
    const input = await prepareInput(schema, ada, field, app.owner)
    await using connected = await connect(ada)
    const payload = await byName[field.name]?.(connected.client, input)
    expect(payload).toMatchObject({ mutationId: expect.any(String) })
    expect(connected.bodies).toHaveLength(1)
    expect(JSON.parse(connected.bodies[0] ?? '').variables.input.newMutationId).toEqual(
      (payload as { mutationId: string }).mutationId,
    )
  })

  test.each(queries)('$name', async (field) => {
    const ada = await app.createPerson('ada')
    const own = await fillAccount(schema, ada, 'Anything')
    await using connected = await connect(ada)
    const { client, bodies } = connected
    const variables = fillArguments(field.args, own, field.name, undefined)
    const answer = await byName[field.name]?.(client, field.args.length > 0 ? variables : {})
    expect(answer).not.toBeUndefined()
    expect(bodies).toHaveLength(1)
  })
})

test('a thousand tasks are changed by one call, which may answer for all of them', async () => {
  const ada = await app.createPerson('ada')
  await using connected = await connect(ada)
  const tasks = Array.from({ length: 1000 }, (_, nth) => ({ title: `Task ${nth}` }))
  const made = await operations.createTasks(connected.client, { tasks })
  const ids = made.tasks.map(({ id }) => id)
  const done = await operations.completeTasks(connected.client, { ids, mode: 'EACH' })
  expect(done.changedCount).toBe(1000)
  expect(done.results).toHaveLength(1000)
  expect(connected.bodies).toHaveLength(2)
})

describe('pages', () => {
  const count = 250

  async function fill() {
    const ada = await app.createPerson('ada')
    const tasks = Array.from({ length: count }, (_, nth) => ({ title: `Task ${nth}` }))
    await runMutation(ada, 'createTasks', { tasks }, 'mutationId')
    return await connect(ada)
  }

  test('come one request each, with every object once', async () => {
    await using connected = await fill()
    const { client, bodies } = connected
    const titles: string[] = []
    for await (const { title } of eachNode((page) => operations.tasks(client, page)))
      titles.push(title)
    expect(new Set(titles).size).toBe(count)
    expect(titles).toHaveLength(count)
    expect(bodies).toHaveLength(3)
  })

  test('are of the size that is set, with whatever else is asked for', async () => {
    await using connected = await fill()
    const { client, bodies } = connected
    const filter = { title: { startsWith: 'Task 1' } }
    const sizes: number[] = []
    const load = (page: object) => operations.tasks(client, { filter, ...page })
    for await (const { nodes } of eachPage(load, 50)) sizes.push(nodes.length)
    expect(sizes).toEqual([50, 50, 11])
    expect(bodies).toHaveLength(3)
  })

  test('that nobody wants aren’t asked for', async () => {
    await using connected = await fill()
    const { client, bodies } = connected
    for await (const { title } of eachNode((page) => operations.tasks(client, page)))
      if (title) break
    expect(bodies).toHaveLength(1)
  })
})
