import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { bytesOf, refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const fields = 'id name icon filter orderBy groupBy position createdAt updatedAt'
const mutate = async (name: string, input: object): Promise<Json> =>
  (await runMutation(ada, name, input, `savedView { ${fields} }`)).savedView
const refuse = async (name: string, input: object) => refusalOf(await tryMutation(ada, name, input))
const readView = async (id: string): Promise<Json> =>
  (await ada.data(`query ($id: ID!) { savedView(id: $id) { ${fields} } }`, { id })).savedView

const filter = {
  or: [{ priority: { in: ['HIGH', 'URGENT'] } }, { dueState: { eq: 'OVERDUE' } }],
  not: { completed: { eq: true } },
  tags: { some: { name: { startsWith: 'wo' } } },
}

test('a view keeps its filter and order in the API’s form, ready to be sent again', async () => {
  const orderBy = [{ field: 'PRIORITY', direction: 'DESC' }, { field: 'DUE' }]
  const input = { name: ' Urgent ', icon: '🔥', filter, orderBy, groupBy: 'LIST' }
  const view = await mutate('createSavedView', input)
  expect(view).toMatchObject({ name: 'Urgent', icon: '🔥', filter, groupBy: 'LIST' })
  expect(view.orderBy).toEqual([
    { field: 'PRIORITY', direction: 'DESC', nulls: 'LAST' },
    { field: 'DUE', direction: 'ASC', nulls: 'LAST' },
  ])
  expect(await readView(view.id)).toEqual(view)
  const query = `query ($filter: TaskFilter, $orderBy: [TaskOrder!]) {
    tasks(filter: $filter, orderBy: $orderBy) { totalCount }
  }`
  const { filter: kept, orderBy: order } = view
  expect(await ada.data(query, { filter: kept, orderBy: order })).toEqual({
    tasks: { totalCount: 0 },
  })
})

test('a view without settings is all tasks in the usual order, not grouped', async () => {
  expect(await mutate('createSavedView', { name: 'Plain' })).toMatchObject({
    icon: null,
    filter: {},
    orderBy: [],
    groupBy: 'NONE',
  })
})

test('a filter in the operation’s text is stored like one in a variable', async () => {
  const { createSavedView } = await ada.data(`mutation {
    createSavedView(input: { name: "Literal", filter: { priority: { gte: HIGH }, dueOn: { lt: "P7D" } } }) {
      savedView { filter }
    }
  }`)
  expect(createSavedView.savedView.filter).toEqual({
    priority: { gte: 'HIGH' },
    dueOn: { lt: 'P7D' },
  })
})

test('an update changes what it names; null restores the default', async () => {
  const view = await mutate('createSavedView', { name: 'One', filter, groupBy: 'TAG' })
  const { id } = view
  expect(await mutate('updateSavedView', { id, name: 'Two' })).toMatchObject({
    name: 'Two',
    filter,
    groupBy: 'TAG',
  })
  const changed = await mutate('updateSavedView', { id, filter: { completed: { eq: true } } })
  expect(changed.filter).toEqual({ completed: { eq: true } })
  const cleared = { icon: null, filter: null, orderBy: null, groupBy: null }
  const blank = await mutate('updateSavedView', { id, ...cleared })
  expect(blank).toMatchObject({ icon: null, filter: {}, orderBy: [], groupBy: 'NONE' })
  expect(await mutate('updateSavedView', { id, name: 'Two' })).toEqual(blank)
})

test('all problems of a view are reported together, those of its filter and order too', async () => {
  const input = {
    id: 'one',
    name: '',
    icon: 'x',
    filter: { title: null, dueOn: { eq: 'someday' } },
    orderBy: [{ field: 'TITLE' }, { field: 'TITLE' }],
  }
  const refusal = await refuse('createSavedView', input)
  expect(refusal?.code).toBe('BAD_USER_INPUT')
  expect(refusal?.paths?.toSorted()).toEqual([
    'input.filter.dueOn.eq',
    'input.filter.title',
    'input.icon',
    'input.id',
    'input.name',
    'input.orderBy',
  ])
  expect(await refuse('createSavedView', { name: 'x', filter: { unknown: 1 } })).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('a filter that can’t be stored is refused: too long, or with what no text can contain', async () => {
  const long = { or: Array.from({ length: 25 }, () => ({ title: { eq: 'x'.repeat(900) } })) }
  for (const unfit of [long, { listId: { eq: '\0' } }, { listId: { in: ['\ud800'] } }])
    expect(await refuse('createSavedView', { name: 'Unfit', filter: unfit })).toMatchObject({
      code: 'BAD_USER_INPUT',
      paths: ['input.filter'],
    })
})

test('repeating a create returns the stored view, another one with its id is a conflict', async () => {
  const input = { id: randomUUID(), name: 'Once', filter, orderBy: [{ field: 'DUE' }] }
  const view = await mutate('createSavedView', input)
  expect(await mutate('createSavedView', input)).toEqual(view)
  for (const other of [{ name: 'Twice' }, { filter: {} }, { orderBy: [] }, { groupBy: 'TAG' }])
    expect(await refuse('createSavedView', { ...input, ...other })).toMatchObject({
      code: 'CONFLICT',
      paths: ['input.id'],
    })
})

test('views are in the order they are put in, page by page', async () => {
  const cleo = await app.createPerson('cleo')
  const add = async (name: string, insertAt: object = {}): Promise<string> =>
    (await runMutation(cleo, 'createSavedView', { name, ...insertAt }, 'savedView { id }'))
      .savedView.id
  const [a, b] = [await add('A'), await add('B')]
  await add('before B', { beforeId: b })
  const c = await add('C')
  await runMutation(cleo, 'moveSavedView', { id: c, afterId: a }, 'mutationId')
  const query = `query ($first: Int, $after: String) {
    savedViews(first: $first, after: $after) { totalCount nodes { name } pageInfo { endCursor } }
  }`
  const { savedViews: start } = await cleo.data(query, { first: 3 })
  expect(start.nodes).toEqual([{ name: 'A' }, { name: 'C' }, { name: 'before B' }])
  expect(start.totalCount).toBe(4)
  const { savedViews: end } = await cleo.data(query, { after: start.pageInfo.endCursor })
  expect(end.nodes).toEqual([{ name: 'B' }])
})

test('a deleted view is gone, and the answer contains it once more', async () => {
  const { id } = await mutate('createSavedView', { name: 'Gone', filter })
  expect(await mutate('deleteSavedView', { id })).toMatchObject({ id, name: 'Gone', filter })
  expect(await readView(id)).toBeNull()
  expect(await refuse('deleteSavedView', { id })).toMatchObject({ code: 'NOT_FOUND' })
})

test('another person’s view is answered like an unknown one, and stays the same', async () => {
  const own = await mutate('createSavedView', { name: 'Own' })
  const created = await runMutation(bob, 'createSavedView', { name: 'Bob’s' }, 'savedView { id }')
  const { id } = created.savedView
  const inputs: [string, (foreign: string) => object][] = [
    ['updateSavedView', (foreign) => ({ id: foreign, name: 'Mine' })],
    ['moveSavedView', (foreign) => ({ id: foreign, afterId: own.id })],
    ['moveSavedView', (foreign) => ({ id: own.id, beforeId: foreign })],
    ['createSavedView', (foreign) => ({ name: 'Beside', afterId: foreign })],
    ['deleteSavedView', (foreign) => ({ id: foreign })],
  ]
  for (const [name, input] of inputs) {
    const foreign = await tryMutation(ada, name, input(id))
    expect(refusalOf(foreign), name).toMatchObject({ code: 'NOT_FOUND' })
    expect(bytesOf(foreign)).toBe(bytesOf(await tryMutation(ada, name, input(randomUUID()))))
    expect(bytesOf(foreign)).toBe(bytesOf(await tryMutation(ada, name, input('nonsense'))))
  }
  expect(await readView(id)).toBeNull()
  expect((await bob.data(`{ savedView(id: "${id}") { name } }`)).savedView).toEqual({
    name: 'Bob’s',
  })
  expect(await mutate('createSavedView', { id, name: 'Ada’s' })).toMatchObject({ id })
})
