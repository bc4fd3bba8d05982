import { randomUUIDv7 } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KeysetOrdering } from '../../src/db/keyset.ts'
import { type CursorValues, type PageArgs, readPageArgs } from '../../src/db/page.ts'
import { outsideTrash } from '../../src/domain/filter/read-filter.ts'
import { listTasks } from '../../src/tasks/read/task-list.queries.ts'
import { readTaskOrder, type TaskOrderInput } from '../../src/tasks/read/task-order.ts'
import {
  openUserDatabases,
  type TestTask,
  type TestUser,
  type TestUserDatabases,
} from '../support/user-databases.ts'

let world: TestUserDatabases
let ada: TestUser

beforeAll(async () => {
  world = await openUserDatabases()
  ada = await world.createUser()
  const bob = await world.createUser()
  await ada.insertTasks(Array.from({ length: 60 }, (_, nth) => makeTask(nth)))
  await bob.insertTasks([makeTask(1), makeTask(2)])
})
afterAll(() => world[Symbol.asyncDispose]())

// Few different values, so that most sort keys have ties and many are missing.
function makeTask(nth: number): TestTask {
  const day = `2027-0${1 + (nth % 4)}-15`
  const hasTime = nth % 5 === 1
  return {
    title: ['pear', 'Apple', 'äpfel', 'fig'][nth % 4] ?? '',
    priority: nth % 5,
    start_on: nth % 3 === 0 ? null : `2027-0${1 + (nth % 2)}-01`,
    due_on: nth % 7 < 3 ? null : day,
    ...(nth % 7 >= 3 && hasTime
      ? { due_time: '09:00', due_time_zone: 'UTC', due_at: `${day}T09:00:00.000Z` }
      : {}),
    completed_at: nth % 2 === 0 ? null : `2027-05-0${1 + (nth % 3)}T10:00:00.123Z`,
    created_at: `2026-01-0${1 + (nth % 9)}T00:00:00.000Z`,
  }
}

async function read(ordering: KeysetOrdering, args: PageArgs) {
  const request = readPageArgs<CursorValues>(args, ordering)
  return ada.read((db) => listTasks(db, request, ordering, outsideTrash))
}

async function walk(ordering: KeysetOrdering, size: number, direction: 'forward' | 'backward') {
  const ids: string[] = []
  for (let cursor: string | null = null, more = true; more; ) {
    const args =
      direction === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor }
    const page = await read(ordering, args)
    const found = page.edges.map((edge) => edge.node.id)
    if (direction === 'forward') ids.push(...found)
    else ids.unshift(...found)
    const { hasNextPage, hasPreviousPage, endCursor, startCursor } = page.pageInfo
    more = direction === 'forward' ? hasNextPage : hasPreviousPage
    cursor = direction === 'forward' ? endCursor : startCursor
  }
  return ids
}

const fields = [
  'MANUAL',
  'TITLE',
  'PRIORITY',
  'DUE',
  'START',
  'CREATED_AT',
  'UPDATED_AT',
  'COMPLETED_AT',
  'DELETED_AT',
] as const
const order: fc.Arbitrary<TaskOrderInput[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...fields),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    nulls: fc.constantFrom('first' as const, 'last' as const),
  }),
  { maxLength: 4, selector: (term) => term.field },
)

test('pages of any size and order, joined from either end, are all rows in that order', async () => {
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 40 }), async (terms, size) => {
      const ordering = readTaskOrder(terms)
      const all = await listAll(ordering)
      expect(await walk(ordering, size, 'forward')).toEqual(all)
      expect(await walk(ordering, size, 'backward')).toEqual(all)
    }),
    { numRuns: 60, examples: [[[], 7]] },
  )
})

// One plain ORDER BY over everything: what pages must contain when joined.
async function listAll(ordering: KeysetOrdering): Promise<string[]> {
  const rows = await ada.read((db) => {
    let query = db.selectFrom('task').select('id')
    for (const key of ordering.keys) {
      const column = key.column as 'task.title'
      query = query.orderBy(column, (term) => {
        const collated = key.collation ? term.collate(key.collation) : term
        const directed = key.direction === 'asc' ? collated.asc() : collated.desc()
        if (!key.nulls) return directed
        return key.nulls === 'first' ? directed.nullsFirst() : directed.nullsLast()
      })
    }
    return query.execute()
  })
  return rows.map((row) => row.id)
}

test('a page between two cursors contains what is between them', async () => {
  const ordering = readTaskOrder([{ field: 'DUE' }, { field: 'PRIORITY', direction: 'desc' }])
  const all = await read(ordering, { first: 60 })
  const [after, before] = [all.edges[10], all.edges[40]]
  const between = await read(ordering, {
    first: 100,
    after: after?.cursor ?? '',
    before: before?.cursor ?? '',
  })
  expect(between.edges).toEqual(all.edges.slice(11, 40))
})

test('tasks created between pages cause neither repetitions nor losses', async () => {
  const eve = await world.createUser()
  await eve.insertTasks(Array.from({ length: 20 }, (_, nth) => makeTask(nth)))
  const ordering = readTaskOrder([{ field: 'DUE', direction: 'desc', nulls: 'first' }])
  const page = (args: PageArgs) =>
    eve.read((db) =>
      listTasks(db, readPageArgs<CursorValues>(args, ordering), ordering, outsideTrash),
    )
  const before = (await page({ first: 100 })).edges.map((edge) => edge.node.id)
  const seen: string[] = []
  for (let after: string | null = null, more = true, round = 0; more; round += 1) {
    const { edges, pageInfo } = await page({ first: 3, after })
    seen.push(...edges.map((edge) => edge.node.id))
    after = pageInfo.endCursor
    more = pageInfo.hasNextPage
    const positions = [`b${round}x`, `b${round}y`]
    await eve.insertTasks(
      positions.map((position, nth) => ({
        ...makeTask(round * 3 + nth),
        position,
        id: randomUUIDv7(),
      })),
    )
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((id) => before.includes(id))).toEqual(before)
})

const dueFirst = readTaskOrder([{ field: 'DUE' }])

function cursorOf(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

const id = '01990000-0000-7000-8000-000000000000'
test.each([
  ['of another field', readTaskOrder([{ field: 'START' }]).name, ['2027-01-15', id]],
  [
    'of the other direction',
    readTaskOrder([{ field: 'DUE', direction: 'desc' }]).name,
    ['2027-01-15', null, id],
  ],
  [
    'with nulls elsewhere',
    readTaskOrder([{ field: 'DUE', nulls: 'first' }]).name,
    ['2027-01-15', null, id],
  ],
  ['with too few keys', dueFirst.name, ['2027-01-15', id]],
  ['with too many keys', dueFirst.name, ['2027-01-15', null, id, id]],
  ['with a day that is none', dueFirst.name, ['2027-02-30', null, id]],
  ['with an instant that is none', dueFirst.name, ['2027-02-28', '2027', id]],
  [
    'with an instant before all years',
    dueFirst.name,
    ['2027-02-28', '0000-01-01T00:00:00.000Z', id],
  ],
  ['with an object for a key', dueFirst.name, [{}, null, id]],
  ['with null where there is none', dueFirst.name, ['2027-02-28', null, null]],
  ['with an id that is none', dueFirst.name, ['2027-02-28', null, "x' or true"]],
])('a cursor %s is refused', (_, name, keys) => {
  expect(() => readPageArgs({ after: cursorOf(name, ...keys) }, dueFirst)).toThrow(
    'after is no cursor of this connection and ordering',
  )
})

test('a cursor of letters that decode to nothing is refused', () => {
  for (const cursor of ['', 'x', '%%%', Buffer.from('[').toString('base64url')])
    expect(() => readPageArgs({ before: cursor }, dueFirst)).toThrow('before is no cursor')
})

test.each([
  ['a number that is no smallint', [{ field: 'PRIORITY' }] as const, [40_000, id]],
  ['a fraction', [{ field: 'PRIORITY' }] as const, [1.5, id]],
  ['a text with U+0000', [{ field: 'TITLE' }] as const, ['a\0', id]],
  ['half a character', [{ field: 'TITLE' }] as const, ['\ud800', id]],
])('a cursor with %s is refused', (_, terms, keys) => {
  const ordering = readTaskOrder(terms)
  expect(() => readPageArgs({ after: cursorOf(ordering.name, ...keys) }, ordering)).toThrow(
    'after is no cursor',
  )
})

test('an order may have few keys, each only once', () => {
  expect(() => readTaskOrder([{ field: 'DUE' }, { field: 'DUE', direction: 'desc' }])).toThrow(
    'The order names DUE twice',
  )
  expect(() => readTaskOrder(fields.map((field) => ({ field })))).toThrow('at most 5 keys')
})
