import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { makeOrderKeys } from '../../src/domain/order/ordering.ts'
import { codesOf } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { addTasks, changeTask, inboxOf } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'
import { type Walk, walkPages } from '../support/walk-pages.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob, eve } = await app.createPeople('ada', 'bob', 'eve')

const direction = fc.constantFrom<Walk['direction']>('forward', 'backward')

/** Tasks of which many were made in the same millisecond, so that only the id tells them apart. */
async function insertTasks(person: Person, count: number, listId: string): Promise<void> {
  const positions = makeOrderKeys(null, null, count, Math.random)
  const rows = Array.from({ length: count }, (_, index) => ({
    user_id: person.userId,
    id: crypto.randomUUID(),
    list_id: listId,
    title: `Task ${index}`,
    position: positions[index],
    created_at: new Date(Date.UTC(2026, 0, 1, 0, 0, 0, index % 7)),
    completed_at: index % 3 === 0 ? new Date() : null,
  }))
  await app.owner.insertInto('task').values(rows).execute()
}

test('all pages joined are complete, whatever their size and direction', async () => {
  await insertTasks(ada, 60, await inboxOf(ada))
  const whole = (await walkPages(ada, 'tasks', { size: 100, direction: 'forward' })).flat()
  expect(new Set(whole).size).toBe(60)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 70 }), direction, async (size, way) => {
      const pages = await walkPages(ada, 'tasks', { size, direction: way })
      expect(pages.flat()).toEqual(whole)
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(size)
    }),
    {
      numRuns: 12,
      examples: [
        [1, 'forward'],
        [60, 'backward'],
        [7, 'backward'],
      ],
    },
  )
})

test('pages of a filter contain everything that matches', async () => {
  const args = 'filter: { completed: { eq: true } }'
  for (const way of ['forward', 'backward'] as const) {
    const pages = await walkPages(ada, 'tasks', { size: 3, direction: way, args })
    expect(new Set(pages.flat()).size).toBe(20)
  }
})

test('rows that are added or removed between two pages cause neither repetitions nor losses', async () => {
  await insertTasks(bob, 40, await inboxOf(bob))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), direction, async (size, way) => {
      const before = (await walkPages(bob, 'tasks', { size: 100, direction: 'forward' })).flat()
      const gone = new Set<string>()
      const pages = await walkPages(bob, 'tasks', {
        size,
        direction: way,
        betweenPages: async () => {
          await addTasks(bob, 'In between')
          const id = before.find((one) => !gone.has(one)) ?? ''
          gone.add(id)
          await changeTask(bob, 'deleteTask', { id })
        },
      })
      const seen = pages.flat()
      expect(new Set(seen).size).toBe(seen.length)
      const stayed = before.filter((id) => !gone.has(id))
      expect(seen.filter((id) => stayed.includes(id))).toEqual(stayed)
    }),
    {
      numRuns: 4,
      examples: [
        [2, 'forward'],
        [9, 'backward'],
      ],
    },
  )
})

test('newest come first by default', async () => {
  const [first, second] = await addTasks(eve, 'first', 'second')
  const pages = await walkPages(eve, 'tasks', { size: 10, direction: 'forward' })
  expect(pages).toEqual([[second?.id, first?.id]])
})

test('the total counts all pages without the trash', async () => {
  const { kim } = await app.createPeople('kim')
  const [one] = await addTasks(kim, 'a', 'b', 'c')
  await changeTask(kim, 'deleteTask', { id: one?.id })
  const { tasks } = await kim.data('{ tasks(first: 1) { totalCount nodes { id } } }')
  expect(tasks).toMatchObject({ totalCount: 2, nodes: [{}] })
})

test('a page has 50 tasks by default, and an empty one has no cursors', async () => {
  const { tasks } = await ada.data('{ tasks { nodes { id } pageInfo { hasNextPage } } }')
  expect(tasks.nodes).toHaveLength(50)
  expect(tasks.pageInfo).toEqual({ hasNextPage: true })
  const { kim } = await app.createPeople('kim')
  const empty = await kim.data(
    '{ tasks { totalCount edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }',
  )
  expect(empty.tasks).toEqual({
    totalCount: 0,
    edges: [],
    pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false },
  })
})

test.each([
  ['first: 0', ['first']],
  ['first: 101', ['first']],
  ['last: -1', ['last']],
  ['first: 1, last: 1', ['last']],
  ['first: 101, after: "x", before: "y"', ['after', 'before', 'first']],
])('the page %s is refused, with all problems together', async (args, paths) => {
  for (const field of ['tasks', 'lists']) {
    const answer = await ada.gql(`{ ${field}(${args}) { nodes { id } } }`)
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
    expect(answer.errors?.[0]?.extensions.issues?.flatMap((issue) => issue.path).sort()).toEqual(
      paths,
    )
  }
})

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const someId = '0190a5b0-0000-7000-8000-000000000000'

test.each([
  ['empty', ''],
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('hello').toString('base64url')],
  ['no array', encode({ name: 'task' })],
  ['another name', encode(['else', '2026-01-01T00:00:00.000Z', someId])],
  ['a key too few', encode(['task', someId])],
  ['a key too many', encode(['task', '2026-01-01T00:00:00.000Z', someId, someId])],
  ['no instant', encode(['task', 'yesterday', someId])],
  ['a day that is not', encode(['task', '2026-02-30T00:00:00.000Z', someId])],
  ['a year of five figures', encode(['task', '+010000-01-01T00:00:00.000Z', someId])],
  ['a year that is not', encode(['task', '0000-01-01T00:00:00.000Z', someId])],
  ['no id', encode(['task', '2026-01-01T00:00:00.000Z', 'x'])],
  ['NUL', encode(['task', '2026-01-01T00:00:00.000Z', '\u0000'])],
])('a broken cursor is refused: %s', async (_name, cursor) => {
  for (const name of ['after', 'before']) {
    const query = `query ($cursor: String) { tasks(${name}: $cursor) { nodes { id } } }`
    const answer = await ada.gql(query, { cursor })
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path: [name] }])
  }
})

test('a cursor of another connection is refused', async () => {
  const { lists } = await ada.data('{ lists { pageInfo { endCursor } } }')
  const query = 'query ($cursor: String) { tasks(after: $cursor) { nodes { id } } }'
  const answer = await ada.gql(query, { cursor: lists.pageInfo.endCursor })
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
})

test('another person’s cursor shows only one’s own tasks', async () => {
  const { tasks } = await bob.data('{ tasks(first: 1) { pageInfo { endCursor } } }')
  const query = 'query ($cursor: String) { tasks(first: 100, after: $cursor) { nodes { id } } }'
  const answer = await ada.data(query, { cursor: tasks.pageInfo.endCursor })
  const own = (await walkPages(ada, 'tasks', { size: 100, direction: 'forward' })).flat()
  for (const { id } of answer.tasks.nodes) expect(own).toContain(id)
})
