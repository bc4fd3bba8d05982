import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CursorValues, type PageArgs, readPageArgs } from '../../src/db/page.ts'
import type { TaskFilterInput } from '../../src/domain/filter/filter-input.ts'
import { searchLimits, searchTerms } from '../../src/domain/text/search-words.ts'
import { readTaskFilter } from '../../src/tasks/filter/task-filter.ts'
import { countFound, rankedOrder, searchTasks } from '../../src/tasks/read/task-search.queries.ts'
import {
  openUserDatabases,
  type TestTask,
  type TestUser,
  type TestUserDatabases,
} from '../support/user-databases.ts'

let world: TestUserDatabases

beforeAll(async () => {
  world = await openUserDatabases()
})
afterAll(() => world[Symbol.asyncDispose]())

const viewpoint = { now: Temporal.Instant.from('2027-06-14T18:30:00Z'), timeZone: 'UTC' }

async function createUserWith(tasks: readonly TestTask[]): Promise<TestUser> {
  const user = await world.createUser()
  await user.insertTasks(tasks)
  return user
}

function search(user: TestUser, query: string, args: PageArgs = {}, filter?: TaskFilterInput) {
  const terms = searchTerms(query)
  const request = readPageArgs<CursorValues>(args, rankedOrder(terms))
  const condition = readTaskFilter(filter, viewpoint)
  return user.read((db) => searchTasks(db, { terms, condition }, request))
}

async function titles(user: TestUser, query: string, filter?: TaskFilterInput) {
  const page = await search(user, query, { first: 100 }, filter)
  return page.edges.map((edge) => edge.node.title)
}

test('titles rank before descriptions, whole words before beginnings, then the newest', async () => {
  const ada = await createUserWith([
    { title: 'older milk' },
    { title: 'In a description', description: 'milk' },
    { title: 'Milkshake' },
    { title: 'Beginning in a description', description: 'milky' },
    { title: 'newer MILK' },
    { title: 'something else' },
  ])
  expect(await titles(ada, 'milk')).toEqual([
    'newer MILK',
    'older milk',
    'Milkshake',
    'In a description',
    'Beginning in a description',
  ])
})

test('all words must match, in either text and any order, the last as a beginning', async () => {
  const ada = await createUserWith([
    { title: 'Call the dentist', description: 'about Tuesday' },
    { title: 'Dentist', description: 'tues' },
    { title: 'Tuesday' },
    { title: 'call', description: 'the dentists' },
  ])
  expect(await titles(ada, 'dentist tue')).toEqual(['Dentist', 'Call the dentist'])
  expect(await titles(ada, 'tue dentist')).toEqual([])
  expect(await titles(ada, 'call dent')).toEqual(['Call the dentist', 'call'])
})

test.each([
  ['Ärztin anrufen', 'arzt'],
  ['Записать ребёнка', 'РЕБЕНК'],
  ['לקנות חלב', 'חלב'],
  ['東京でお茶を買う', 'お茶'],
  ['ซื้อน้ำ', 'น้ำ'],
  ['दूध खरीदना', 'दू'],
  ['우유 사기', '우유'],
  ['Invoice 2027-0042', '0042'],
  ['🎉 party', '🎉'],
  ['Party 👩🏽‍💻', '💻'],
  ['Pay 5 €', '€'],
  ['→ next', '→'],
  ['Learn C++', 'c++'],
  ['Learn C#', 'C#'],
  ['Learn C#', 'c'],
  ['Move to .NET', '.net'],
  ['Move to ASP.NET', 'net'],
  ['Release 1.2.3', '1.2.3'],
  ['Release v1.2.3', '1.2'],
  ['Release v1.2.3', 'v1.2.3'],
  ['Answer the e-mail', 'email'],
  ['Answer the email', 'e-mail'],
  ['Answer the e mail', 'e-mail'],
  ['Answer the e-mail of Ada', 'e-mail ada'],
  ['The O’Brien file', "o'brien"],
  ['お茶を買う', '茶'],
  ['우유를 사기', '우유'],
  ['우유를 사기', '우유 사기'],
])('%s is found by %s', async (title, query) => {
  const ada = await createUserWith([{ title }, { title: 'unrelated' }])
  expect(await titles(ada, query)).toEqual([title])
})

test.each([
  ['c++', ['C++ for all', 'old C++']],
  ['c# notes', ['Notes on C#']],
  ['1.2.3', ['Tag 1.2.3']],
  ['.net', ['.NET notes']],
  ['🎂', []],
])('a sign is part of the query: %s', async (query, expected) => {
  const ada = await createUserWith(
    ['old C++', 'C++ for all', 'C is older', 'Notes on C#', 'Tag 1.2.3', 'Tag 1 2 3']
      .concat(['.NET notes', 'net of fish', 'cake 🎉'])
      .map((title) => ({ title })),
  )
  expect(await titles(ada, query)).toEqual(expected)
})

test('for joined words the one word and all parts rank like a word', async () => {
  const ada = await createUserWith([
    { title: 'in notes', description: 'e-mail' },
    { title: 'e mail' },
    { title: 'email' },
    { title: 'e-mail' },
    { title: 'mail alone' },
  ])
  expect(await titles(ada, 'e-mail')).toEqual(['e-mail', 'email', 'e mail', 'in notes'])
})

test('search finds only one’s own tasks that match the filter, outside the trash', async () => {
  await createUserWith([{ title: 'milk of bob' }])
  const ada = await createUserWith([
    { title: 'milk a' },
    { title: 'milk b', priority: 3 },
    { title: 'milk c', deleted_at: '2027-06-01T00:00:00.000Z' },
  ])
  expect(await titles(ada, 'milk')).toEqual(['milk b', 'milk a'])
  expect(await titles(ada, 'milk', { priority: { gte: 3 } })).toEqual(['milk b'])
  expect(await titles(ada, 'milk', { deleted: { eq: true } })).toEqual(['milk c'])
})

test('search finds a changed task by its new words, and a deleted one no more', async () => {
  const id = randomUUIDv7()
  const ada = await createUserWith([{ id, title: 'milk' }])
  await ada.change((db) =>
    db
      .updateTable('task')
      .set({ title: 'bread', search_text: 'bread\n' })
      .where('id', '=', id)
      .execute(),
  )
  expect(await titles(ada, 'milk')).toEqual([])
  expect(await titles(ada, 'bread')).toEqual(['bread'])
  await ada.change((db) => db.deleteFrom('task').where('id', '=', id).execute())
  expect(await titles(ada, 'bread')).toEqual([])
})

test('pages of a search, joined, are all results, each once', async () => {
  const tasks = Array.from({ length: 90 }, (_, nth) => ({
    title: nth % 3 === 0 ? `plan ${nth}` : `planning ${nth}`,
    description: nth % 2 === 0 ? 'plan' : null,
  }))
  const ada = await createUserWith(tasks)
  const all = await search(ada, 'plan', { first: 100 })
  expect(all.edges).toHaveLength(90)
  const seen: unknown[] = []
  for (let after: string | null = null, more = true; more; ) {
    const page = await search(ada, 'plan', { first: 7, after })
    seen.push(...page.edges)
    after = page.pageInfo.endCursor
    more = page.pageInfo.hasNextPage
  }
  expect(seen).toEqual(all.edges)
})

test('a cursor of another search is refused', async () => {
  const ada = await createUserWith([{ title: 'milk' }])
  const { pageInfo } = await search(ada, 'milk')
  const after = pageInfo.endCursor
  expect(() => readPageArgs({ after }, rankedOrder(searchTerms('bread')))).toThrow('no cursor')
})

test('of too many tasks the best are ranked: whole words in titles, the newest first', async () => {
  const many = Array.from({ length: 600 }, (_, nth) => [
    { title: `walker ${nth}` },
    { title: `by foot ${nth}`, description: 'walk' },
    { title: `walk ${nth}` },
  ]).flat()
  const ada = await createUserWith(many.map((task, nth) => ({ ...task, position: `b${nth}` })))
  const terms = searchTerms('walk')
  const condition = readTaskFilter(undefined, viewpoint)
  expect(await ada.read((db) => countFound(db, { terms, condition }))).toBe(searchLimits.results)
  expect((await titles(ada, 'walk')).slice(0, 3)).toEqual(['walk 599', 'walk 598', 'walk 597'])
  expect(await titles(ada, 'walk 17')).toEqual(
    expect.arrayContaining(['walk 17', 'by foot 17', 'walk 170', 'by foot 170']),
  )
})
