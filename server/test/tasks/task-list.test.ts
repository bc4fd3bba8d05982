import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { refusalOf, runMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let ada: Person
let bob: Person
let homeId: string
let redId: string

beforeAll(async () => {
  app = await startTestApp()
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
  homeId = (await runMutation(ada, 'createList', { name: 'Home' }, 'list { id }')).list.id
  redId = (await runMutation(ada, 'createTag', { name: 'red' }, 'tag { id }')).tag.id
  const today = Temporal.Now.plainDateISO('Pacific/Auckland')
  await add(ada, { title: 'Water plants', listId: homeId, dueOn: `${today}`, priority: 'HIGH' })
  await add(ada, { title: 'Pay rent', listId: homeId, dueOn: `${today.subtract({ days: 3 })}` })
  await add(ada, { title: 'Call Ümit', tagIds: [redId] })
  await add(bob, { title: 'Water of bob' })
})
afterAll(() => app[Symbol.asyncDispose]())

function add(person: Person, input: object) {
  return runMutation(person, 'createTask', input, 'task { id }')
}

const list = `query ($filter: TaskFilter, $orderBy: [TaskOrder!], $first: Int, $after: String) {
  tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { title } pageInfo { hasNextPage endCursor }
  }
}`

async function titles(person: Person, variables: Record<string, unknown>): Promise<string[]> {
  const { tasks } = await person.data(list, variables)
  expect(tasks.totalCount).toBe(tasks.nodes.length)
  return tasks.nodes.map((task: { title: string }) => task.title)
}

test('tasks come newest first by default, and in the requested order', async () => {
  expect(await titles(ada, {})).toEqual(['Call Ümit', 'Pay rent', 'Water plants'])
  expect(await titles(ada, { filter: {}, orderBy: [{ field: 'TITLE' }] })).toEqual([
    'Call Ümit',
    'Pay rent',
    'Water plants',
  ])
  expect(await titles(ada, { orderBy: [{ field: 'DUE', direction: 'DESC' }] })).toEqual([
    'Water plants',
    'Pay rent',
    'Call Ümit',
  ])
  const nullsFirst = [{ field: 'DUE', nulls: 'FIRST' }, { field: 'PRIORITY' }]
  expect(await titles(ada, { orderBy: nullsFirst })).toEqual([
    'Call Ümit',
    'Pay rent',
    'Water plants',
  ])
})

test('a filter can test lists, tags, priorities and words', async () => {
  const onHome = { list: { name: { eqIgnoreCase: 'home' } } }
  expect(await titles(ada, { filter: onHome })).toEqual(['Pay rent', 'Water plants'])
  expect(await titles(ada, { filter: { tags: { none: { id: { eq: redId } } } } })).toHaveLength(2)
  expect(await titles(ada, { filter: { priority: { gte: 'HIGH' } } })).toEqual(['Water plants'])
  expect(await titles(ada, { filter: { search: 'umi' } })).toEqual(['Call Ümit'])
})

test('a due state is that of the person’s own zone', async () => {
  const filter = { dueState: { eq: 'TODAY' } }
  await runMutation(ada, 'updateMe', { timeZone: 'Pacific/Auckland' }, 'user { id }')
  expect(await titles(ada, { filter })).toEqual(['Water plants'])
  // A day and an hour behind Auckland at least, where that day has not begun.
  await runMutation(ada, 'updateMe', { timeZone: 'Etc/GMT+12' }, 'user { id }')
  expect(await titles(ada, { filter })).toEqual([])
  expect(await titles(ada, { filter: { dueOn: { gt: 'P0D' } } })).toEqual(['Water plants'])
})

test('a task has the same due state as in a filter', async () => {
  await runMutation(ada, 'updateMe', { timeZone: 'Pacific/Auckland' }, 'user { id }')
  const { tasks } = await ada.data(
    '{ tasks(orderBy: [{ field: DUE }]) { nodes { title dueState } } }',
  )
  expect(tasks.nodes).toEqual([
    { title: 'Pay rent', dueState: 'OVERDUE' },
    { title: 'Water plants', dueState: 'TODAY' },
    { title: 'Call Ümit', dueState: 'NONE' },
  ])
})

test('a list and a tag have their tasks', async () => {
  const { list: home, tag } = await ada.data(
    `query ($list: ID!, $tag: ID!) {
      list(id: $list) { tasks(orderBy: [{ field: TITLE, direction: DESC }]) { totalCount nodes { title } } }
      tag(id: $tag) { tasks(filter: { completed: { eq: false } }) { nodes { title } } }
    }`,
    { list: homeId, tag: redId },
  )
  expect(home.tasks).toEqual({
    totalCount: 2,
    nodes: [{ title: 'Water plants' }, { title: 'Pay rent' }],
  })
  expect(tag.tasks.nodes).toEqual([{ title: 'Call Ümit' }])
})

test('a search returns the best first, in pages and with a count', async () => {
  const { searchTasks } = await ada.data(
    '{ searchTasks(query: "WAT", first: 1) { totalCount nodes { title } pageInfo { hasNextPage } } }',
  )
  expect(searchTasks).toEqual({
    totalCount: 1,
    nodes: [{ title: 'Water plants' }],
    pageInfo: { hasNextPage: false },
  })
})

test('a search without a letter, and one that is too long, are refused', async () => {
  for (const query of ['', '…', 'x'.repeat(201)]) {
    const answer = await ada.gql('query ($q: String!) { searchTasks(query: $q) { totalCount } }', {
      q: query,
    })
    expect(refusalOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', paths: ['query'] })
  }
})

test('a cursor of another order, and one of another connection, are refused', async () => {
  const { tasks, lists } = await ada.data(
    '{ tasks(first: 1) { pageInfo { endCursor } } lists { pageInfo { endCursor } } }',
  )
  for (const { endCursor } of [tasks.pageInfo, lists.pageInfo]) {
    const answer = await ada.gql(list, { after: endCursor, orderBy: [{ field: 'DUE' }] })
    expect(refusalOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', paths: ['after'] })
  }
})

test('a problem of a filter is reported with its path', async () => {
  const filter = { or: [{ dueOn: { gte: 'P1X' } }, { title: null }] }
  expect(refusalOf(await ada.gql(list, { filter }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    paths: ['filter.or.0.dueOn.gte', 'filter.or.1.title'],
  })
  const unknown = await ada.gql(list, { filter: { colour: { eq: 'RED' } } })
  expect(codesOf(unknown)).toEqual(['BAD_USER_INPUT'])
})

test('no filter shows another person’s tasks', async () => {
  const everything = [
    {},
    { or: [{}, { deleted: { eq: true } }] },
    { not: { id: { eq: homeId } } },
    { list: { id: { eq: homeId } } },
    { tags: { every: {} } },
    { listId: { nin: [] } },
  ]
  for (const filter of everything)
    expect(['Water of bob']).toEqual(
      expect.arrayContaining(await titles(bob, { filter: { deleted: { eq: false }, ...filter } })),
    )
  expect(await titles(bob, { filter: { tags: { some: { id: { eq: redId } } } } })).toEqual([])
})
