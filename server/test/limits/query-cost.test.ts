import { getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/graphql/cost-value.ts'
import { prepareCost } from '../../src/graphql/query-cost.ts'
import { schema } from '../../src/schema.ts'

// Points by the rule in docs/api.md: one for each object that the answer may contain, and so on.

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const operation = getOperationAST(document)
  if (!operation) throw new Error('One operation was expected')
  return evaluate(prepareCost(schema, document, operation).estimated, variables)
}

test.each<[cost: number, query: string]>([
  [0, '{ __typename }'],
  [1, '{ me { id name } }'],
  [2, '{ a: me { id } b: me { id } }'],
  [21, '{ tasks(first: 20) { nodes { id title } } }'],
  [6, '{ tasks(last: 5) { nodes { id } } }'],
  [51, '{ tasks { nodes { id } } }'],
  [1, '{ tasks(first: 20) { __typename } }'],
  [2, '{ tasks(first: 20) { pageInfo { endCursor } } }'],
  [11, '{ tasks(first: 20) { totalCount } }'],
  [41, '{ tasks(first: 20) { edges { cursor node { id } } } }'],
  [41, '{ tasks(first: 20) { nodes { list { id } } } }'],
  // A list without a size counts as ten.
  [221, '{ tasks(first: 20) { nodes { tags { name } } } }'],
  // A page in a page multiplies.
  [1 + 20 * (1 + 1 + 30), '{ lists(first: 20) { nodes { tasks(first: 30) { nodes { id } } } } }'],
  [12, '{ searchTasks(query: "x", first: 1) { nodes { id } } }'],
  // Comparing texts in any case reads all of them.
  [121, '{ tasks(first: 20, filter: { title: { containsIgnoreCase: "x" } }) { nodes { id } } }'],
  [21, '{ tasks(first: 20, filter: { title: { contains: "x" } }) { nodes { id } } }'],
  [21, '{ tasks(first: 20, filter: { title: { containsIgnoreCase: null } }) { nodes { id } } }'],
  [
    221,
    '{ tasks(first: 20, filter: { or: [{ title: { containsIgnoreCase: "x" } }, { not: { description: { containsIgnoreCase: "y" } } }] }) { nodes { id } } }',
  ],
  [
    1 + 20 * (1 + 100 + 1 + 30),
    '{ lists(first: 20) { nodes { tasks(first: 30, filter: { title: { containsIgnoreCase: "x" } }) { nodes { id } } } } }',
  ],
  [3, '{ nodes(ids: ["a", "b", "c"]) { id } }'],
  [101, '{ changes { changes { id } } }'],
  [501, '{ changes(first: 500) { changes { id } } }'],
  [101, 'subscription { changes { changes { id } } }'],
  // A mutation is ten, its payload and the task one each.
  [12, 'mutation { createTask(input: { title: "x" }) { task { id } } }'],
  [14, 'mutation { createTask(input: { title: "x", tagIds: ["a", "b"] }) { task { id } } }'],
  [17, 'mutation { deleteTasks(input: { ids: ["a", "b", "c"] }) { tasks { id } } }'],
  // A piece of the trash is a thousand tasks.
  [1011, 'mutation { emptyTrash(input: {}) { remainingCount } }'],
  [1011, 'mutation { deleteListForGood(input: { id: "a" }) { remainingCount } }'],
  [21, 'mutation { undo(input: { mutationId: "a" }) { changes { id } } }'],
  [2, '{ me { ...a } rateLimit { cost } } fragment a on User { name ... on User { email } }'],
  [
    41,
    '{ tasks(first: 20) { ...page } } fragment page on TaskConnection { nodes { list { id } } }',
  ],
  [1, '{ me @include(if: false) { id } }'],
  [100, '{ __schema { types { name fields { name } } } }'],
  [100, getIntrospectionQuery()],
])('%i points: %s', (cost, query) => {
  expect(costOf(query)).toBe(cost)
})

const bulk = 'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { tasks { id } } }'
const page =
  'query ($first: Int, $last: Int) { tasks(first: $first, last: $last) { nodes { id } } }'

test.each<[cost: number, query: string, variables: Record<string, unknown>]>([
  [
    151,
    'query ($filter: TaskFilter) { tasks(filter: $filter) { nodes { id } } }',
    { filter: { and: [{ title: { containsIgnoreCase: 'x' } }] } },
  ],
  [31, page, { first: 30 }],
  [31, page, { last: 30 }],
  [51, page, {}],
  [51, page, { first: null }],
  [51, page, { first: -7 }],
  [51, page, { first: 'many' }],
  [1_000_000_001, page, { first: 1_000_000_000 }],
  [8, page.replace('$first: Int', '$first: Int = 7'), {}],
  [10 + 1 + 3 + 3, bulk, { input: { tasks: [{}, {}, {}] } }],
  [
    10 + 1 + 2 + 4 + 2,
    bulk,
    { input: { tasks: [{ tagIds: ['a', 'b', 'c'] }, { tagIds: ['a'] }] } },
  ],
  [5, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c', 'd', 'e'] }],
  [1, 'query ($id: ID!) { nodes(ids: [$id]) { id } }', { id: 'a' }],
])('%i points, with variables: %s %j', (cost, query, variables) => {
  expect(costOf(query, variables)).toBe(cost)
})

test('a list that is many times in a query is read once', () => {
  let looks = 0
  const parts = new Proxy([{ title: { containsIgnoreCase: 'x' } }], {
    get(target, name, receiver) {
      if (name === Symbol.iterator) looks += 1
      return Reflect.get(target, name, receiver)
    },
  })
  const uses = Array.from(
    { length: 15 },
    (_, nth) =>
      `a${nth}: tasks(first: 1, filter: { or: [{ or: $f }, { and: $f }] }) { nodes { id } }`,
  )
  const cost = costOf(`query ($f: [TaskFilter!]) { ${uses.join(' ')} }`, { f: parts })
  expect(cost).toBe(15 * (2 + 2 * 100))
  expect(looks).toBe(1)
})
