import { afterAll, beforeAll, expect, test } from 'vitest'
import { commonWord, fillAccount, rareWord } from '../../bench/database/fill-account.ts'
import { getLastSeq, readLog } from '../../src/changes/change.queries.ts'
import { type CursorValues, type PageArgs, readPageArgs } from '../../src/db/page.ts'
import type { UserDatabase } from '../../src/db/user-database.ts'
import type { TaskFilterInput } from '../../src/domain/filter/filter-input.ts'
import { searchLimits, searchTerms } from '../../src/domain/text/search-words.ts'
import { countOpenTasksOfLists } from '../../src/lists/list.queries.ts'
import { countOpenTasksOfTags } from '../../src/tags/task-tag.queries.ts'
import { readTaskFilter } from '../../src/tasks/filter/task-filter.ts'
import { countTasks, listTasks } from '../../src/tasks/read/task-list.queries.ts'
import { readTaskOrder, type TaskOrderInput } from '../../src/tasks/read/task-order.ts'
import { rankedOrder, searchTasks } from '../../src/tasks/read/task-search.queries.ts'
import { explain } from '../support/explain.ts'
import {
  analyze,
  openUserDatabases,
  type TestUser,
  type TestUserDatabases,
} from '../support/user-databases.ts'

// Operators of a policy run before those of the query unless these are leakproof, and a plan that
// reads everything gives the same results as a good one. So this examines the plans themselves, on
// one account of 10,000 tasks among others, as the role that serves requests.

const tasks = 10_000
const page = 50

let world: TestUserDatabases
let ada: TestUser

beforeAll(async () => {
  world = await openUserDatabases()
  ada = await world.createUser()
  await fillAccount(world.owner, ada.id, { tasks })
  for (let nth = 0; nth < 6; nth += 1) {
    const other = await world.createUser()
    await fillAccount(world.owner, other.id, { tasks: 3_000 })
  }
  await analyze(world.owner)
}, 240_000)
afterAll(() => world[Symbol.asyncDispose]())

/** Explains reads; none may read a large table from end to end, nor more rows than allowed. */
async function plansOf(rowsAtMost: number, work: (db: UserDatabase) => Promise<unknown>) {
  const plans = await explain(world.pool, ada.id, work)
  for (const plan of plans) {
    expect(plan.scannedTables, plan.text).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(task|task_word|task_tag|change)$/)]),
    )
    expect(plan.rowsRead, plan.text).toBeLessThanOrEqual(rowsAtMost)
  }
  return plans.flatMap((plan) => plan.indexes)
}

const viewpoint = { now: Temporal.Now.instant(), timeZone: 'Europe/Berlin' }

function list(filter: TaskFilterInput, orderBy: TaskOrderInput[] = [], args: PageArgs = {}) {
  const ordering = readTaskOrder(orderBy)
  const request = readPageArgs<CursorValues>(args, ordering)
  const condition = readTaskFilter(filter, viewpoint)
  return (db: UserDatabase) => listTasks(db, request, ordering, condition)
}

const open = { completed: { eq: false } }
const done = { completed: { eq: true } }

test.each<[string, TaskFilterInput, TaskOrderInput[], string]>([
  ['the newest', {}, [], 'task_newest'],
  ['the newest open', open, [], 'task_open_newest'],
  ['the newest completed', done, [], 'task_completed_newest'],
  ['the last completed', done, [{ field: 'COMPLETED_AT', direction: 'desc' }], 'task_completed'],
  ['open ones by due date', open, [{ field: 'DUE' }], 'task_due'],
  [
    'open ones by due date, the last first',
    open,
    [{ field: 'DUE', direction: 'desc' }],
    'task_due',
  ],
  ['open ones by priority', open, [{ field: 'PRIORITY', direction: 'desc' }], 'task_open_priority'],
  [
    'today and overdue',
    { ...open, dueState: { in: ['overdue', 'today'] } },
    [{ field: 'DUE' }],
    'task_due',
  ],
  ['the next 7 days', { ...open, dueState: { eq: 'next7days' } }, [{ field: 'DUE' }], 'task_due'],
  ['a due day', { ...open, dueOn: { eq: 'P3D' } }, [{ field: 'DUE' }], 'task_due'],
  [
    'the trash',
    { deleted: { eq: true } },
    [{ field: 'DELETED_AT', direction: 'desc' }],
    'task_trash',
  ],
])('%s come from their index and read little more than a page', async (_, filter, order, index) => {
  // A due state looks at the days around its own as well.
  const indexes = await plansOf(12 * page, list(filter, order))
  expect(new Set(indexes)).toEqual(new Set([index]))
})

test.each<[string, TaskFilterInput['plannedState'], TaskOrderInput[]]>([
  ['for today', { in: ['overdue', 'today'] }, [{ field: 'DUE' }]],
  ['after today', { in: ['next7days', 'later'] }, [{ field: 'PLANNED' }]],
])('what is planned %s comes from indexes of its dates alone', async (_, plannedState, order) => {
  // Of a few hundred that match, all are read and sorted.
  const indexes = await plansOf(tasks, list({ ...open, plannedState }, order))
  const ofDates = new Set(['task_planned', 'task_start', 'task_due'])
  expect(new Set(indexes).difference(ofDates)).toEqual(new Set())
})

test('the open tasks of a list in their manual order come from their index', async () => {
  const filter = { ...open, listId: { eq: ada.inboxId }, hasParent: { eq: false } }
  const indexes = await plansOf(2 * page, list(filter, [{ field: 'MANUAL' }]))
  expect(new Set(indexes)).toEqual(new Set(['task_open_manual']))
})

test.each<[string, TaskFilterInput, TaskOrderInput[]]>([
  ['newest first', {}, []],
  ['by due date', open, [{ field: 'DUE' }]],
  ['by due date, where those without one begin', open, [{ field: 'DUE', direction: 'desc' }]],
])('a late page, %s, costs what page 1 costs', async (_, filter, order) => {
  let after: string | null = null
  for (let nth = 0; nth < 20; nth += 1)
    after = (await ada.read(list(filter, order, { first: 100, after }))).pageInfo.endCursor
  await plansOf(6 * page, list(filter, order, { first: page, after }))
})

const search = (query: string, filter: TaskFilterInput = {}) => {
  const terms = searchTerms(query)
  const request = readPageArgs<CursorValues>({}, rankedOrder(terms))
  const condition = readTaskFilter(filter, viewpoint)
  return (db: UserDatabase) => searchTasks(db, { terms, condition }, request)
}

test.each([
  ['a rare word', rareWord, 100],
  ['a word that half of the tasks have', commonWord, 8 * searchLimits.results],
  ['one letter', 'a', 12 * searchLimits.results],
  ['a common and a rare word', `${commonWord} ${rareWord}`, tasks],
])('a search for %s reads only so many words', async (_, query, rowsAtMost) => {
  const indexes = await plansOf(rowsAtMost, search(query))
  expect(indexes).toContain('task_word_best')
})

test.each<[string, TaskFilterInput, number]>([
  ['a word that half of the tasks have', { search: commonWord }, 6 * page],
  ['a priority', { ...open, priority: { eq: 3 } }, 30 * page],
  ['a tag', { ...open, tags: { some: { name: { eq: 'tag 1' } } } }, 30 * page],
  ['no tag', { ...open, tags: { none: {} } }, 6 * page],
])('a page with %s is among the rows nearest to its beginning', async (_, filter, rowsAtMost) => {
  const indexes = await plansOf(rowsAtMost, list(filter))
  expect(indexes[0]).toMatch(/^task(_open)?_newest$/)
})

test('a filter with a rare word uses the index of words for rows that aren’t near', async () => {
  const indexes = await plansOf(8 * page, list({ search: rareWord }))
  expect(indexes).toContain('task_word_best')
})

test('the inbox, without its id, comes in its manual order from its index', async () => {
  const filter = { ...open, list: { isInbox: { eq: true } } }
  const indexes = await plansOf(4 * page, list(filter, [{ field: 'MANUAL' }]))
  expect(indexes).toContain('task_open_manual')
})

test('counting all tasks reads only an index', async () => {
  const condition = readTaskFilter({}, viewpoint)
  expect(await plansOf(tasks, (db) => countTasks(db, condition))).toHaveLength(1)
})

test('the open tasks of all lists are counted from an index only', async () => {
  const lists = await ada.read((db) => db.selectFrom('list').select('id').execute())
  const ids = lists.map((one) => one.id)
  const indexes = await plansOf(tasks, (db) => countOpenTasksOfLists(db, ids))
  expect(indexes).toEqual(['task_open_manual'])
})

test('the open tasks of a tag are counted from its index', async () => {
  const { id } = await ada.read((db) => db.selectFrom('tag').select('id').executeTakeFirstOrThrow())
  const indexes = await plansOf(tasks, (db) => countOpenTasksOfTags(db, [id]))
  expect(indexes).toContain('task_tag_by_tag')
})

test('reading changes from a position in the log reads only what is after it', async () => {
  const last = await ada.read(getLastSeq)
  const indexes = await plansOf(1_500, (db) => readLog(db, last - 100, 100))
  expect(indexes).toContain('change_pkey')
})
