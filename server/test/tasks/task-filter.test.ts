import { randomUUIDv7 } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CursorValues, type Page, type PageRequest, readPageArgs } from '../../src/db/page.ts'
import { dueInstant, dueStates, type Viewpoint } from '../../src/domain/dates/due-date.ts'
import { startStates } from '../../src/domain/dates/start-state.ts'
import type { ListFilterInput, TaskFilterInput } from '../../src/domain/filter/filter-input.ts'
import { judge } from '../../src/domain/filter/judge.ts'
import { readFilter } from '../../src/domain/filter/read-filter.ts'
import { filterLimits } from '../../src/domain/limits.ts'
import { priorities } from '../../src/domain/priority.ts'
import { foldCase } from '../../src/domain/text/fold-case.ts'
import type { AppError } from '../../src/errors.ts'
import { folded } from '../../src/tasks/filter/task-filter.queries.ts'
import { readTaskFilter } from '../../src/tasks/filter/task-filter.ts'
import { countTasks, listTasks } from '../../src/tasks/read/task-list.queries.ts'
import { readTaskOrder, type TaskOrderInput } from '../../src/tasks/read/task-order.ts'
import type { Task } from '../../src/tasks/task.queries.ts'
import {
  openUserDatabases,
  type TestUser,
  type TestUserDatabases,
} from '../support/user-databases.ts'
import { type ModelList, type ModelTask, passes, toJudged } from './filter-model.ts'

// It is already the 15th in Auckland, and still the 14th in Los Angeles.
const now = Temporal.Instant.from('2027-06-14T18:30:00Z')
const zones = ['Pacific/Auckland', 'America/Los_Angeles', 'UTC', 'Pacific/Kiritimati', 'Etc/GMT+12']
const days = Array.from({ length: 14 }, (_, nth) => `2027-06-${String(10 + nth)}`)
const moments = ['2027-06-13T00:00:00Z', '2027-06-14T18:30:00Z', '2027-06-20T12:00:00Z']
const titles = [
  'Buy milk',
  'buy MILCH',
  '100% cotton',
  '100 cotton',
  'a_b',
  'axb',
  'ÄRGER',
  'back\\slash',
  'Straße am ΟΔΟΣ',
  'STRASSE',
]
const pieces = [
  'milk',
  'mil',
  'MIL',
  '%',
  '_',
  '\\',
  'ärg',
  '100',
  'b',
  'straß',
  'Οδος',
  'οδοσ',
  'ẞ',
  'S',
  'ſ',
]

const inUtc: Viewpoint = { now, timeZone: 'UTC' }

let world: TestUserDatabases
let ada: TestUser
let model: ModelTask[]

beforeAll(async () => {
  world = await openUserDatabases()
  ada = await world.createUser()
  const bob = await world.createUser()
  model = await fill(ada)
  await fill(bob)
})
afterAll(() => world[Symbol.asyncDispose]())

async function fill(user: TestUser): Promise<ModelTask[]> {
  const asUsual = { isInbox: false, archived: false, deleted: false }
  const [home, old] = ['Home', 'Old'].map((name) => ({ ...asUsual, id: randomUUIDv7(), name }))
  const lists = [
    { ...asUsual, id: user.inboxId, name: 'Inbox', isInbox: true },
    { ...home, archived: true },
    { ...old, deleted: true },
  ] as ModelList[]
  const tags = ['red', 'Green'].map((name) => ({ id: randomUUIDv7(), name }))
  await user.change(async (db) => {
    await db
      .insertInto('list')
      .values(
        lists.slice(1).map(({ id, name, archived, deleted }) => ({
          id,
          name,
          position: `a${name}`,
          archived_at: archived ? moments[0] : null,
          deleted_at: deleted ? moments[0] : null,
        })),
      )
      .execute()
    await db
      .insertInto('tag')
      .values(tags.map(({ id, name }) => ({ id, name, name_key: name.toLowerCase() })))
      .execute()
  })
  const tasks = Array.from({ length: 80 }, (_, nth) => makeTask(nth, lists, tags))
  for (const [nth, task] of tasks.entries())
    if (nth % 10 === 9) task.parentId = tasks.find((one) => one.list === task.list)?.id ?? null
  await user.insertTasks(
    tasks.map((task) => ({
      id: task.id,
      title: task.title,
      description: task.description,
      completed_at: task.completedAt,
      priority: task.priority,
      list_id: task.list.id,
      parent_id: task.parentId,
      start_on: task.startOn,
      due_on: task.due?.day ?? null,
      due_time: task.due?.time ?? null,
      due_time_zone: task.due?.timeZone ?? null,
      due_at: task.dueAt,
      ...(task.recurring && {
        recurrence_rule: 'FREQ=DAILY',
        recurrence_basis: 'SCHEDULE' as const,
        recurrence_start: task.due?.day ?? null,
        recurrence_on: task.due?.day ?? null,
      }),
      reminders: task.hasReminder ? (JSON.stringify([{ id: task.id }]) as never) : null,
      created_at: task.createdAt,
      updated_at: task.updatedAt,
      deleted_at: task.deletedAt,
    })),
  )
  await user.change((db) =>
    db
      .insertInto('task_tag')
      .values(
        tasks.flatMap((task) => task.tags.map((tag) => ({ task_id: task.id, tag_id: tag.id }))),
      )
      .execute(),
  )
  return tasks
}

function makeTask(nth: number, lists: ModelList[], tags: ModelTask['tags']): ModelTask {
  const day = days[nth % days.length] ?? ''
  const timeZone = zones[nth % zones.length] ?? ''
  const start = days[(nth * 5) % days.length] ?? ''
  const hasDue = nth % 9 !== 8
  const hasTime = nth % 2 === 1
  const time = `${String((nth * 7) % 24).padStart(2, '0')}:30`
  const due = hasTime ? { day, time, timeZone } : { day, time: null, timeZone: null }
  return {
    id: randomUUIDv7(),
    title: titles[nth % titles.length] ?? '',
    description: nth % 3 === 0 ? null : (titles[(nth * 3) % titles.length] ?? ''),
    completedAt: nth % 4 === 0 ? '2027-06-13T00:00:00.000Z' : null,
    priority: nth % 5,
    list: lists[nth % lists.length] as ModelList,
    parentId: null,
    tags: tags.filter((_, bit) => (nth >> bit) & 1),
    startOn: nth % 6 === 0 ? null : hasDue && start > day ? day : start,
    due: hasDue ? due : null,
    dueAt: !hasDue || !hasTime ? null : instant(dueInstant(day, time, timeZone)),
    recurring: hasDue && nth % 7 === 0,
    hasReminder: nth % 5 === 2,
    createdAt: momentOf(nth),
    updatedAt: momentOf(nth * 2 + 1),
    deletedAt: nth % 8 === 3 ? '2027-06-14T18:30:00.000Z' : null,
  }
}

function momentOf(nth: number): string {
  return instant(Temporal.Instant.from(moments[nth % moments.length] ?? ''))
}

function instant(value: Temporal.Instant): string {
  return value.toString({ smallestUnit: 'millisecond' })
}

async function find(filter: TaskFilterInput, viewpoint: Viewpoint): Promise<string[]> {
  const condition = readTaskFilter(filter, viewpoint)
  const ordering = readTaskOrder([])
  const request = readPageArgs<CursorValues>({ first: 100 }, ordering)
  const [page, count] = await ada.read((db) =>
    Promise.all([listTasks(db, request, ordering, condition), countTasks(db, condition)]),
  )
  expect(count).toBe(page.edges.length)
  return page.edges.map((edge) => edge.node.id).sort()
}

function comparator(
  values: fc.Arbitrary<unknown>,
  names: readonly string[],
  others: Record<string, fc.Arbitrary<unknown>> = {},
) {
  const one = Object.fromEntries(names.map((name) => [name, values]))
  const several = {
    in: fc.array(values, { maxLength: 3 }),
    nin: fc.array(values, { maxLength: 3 }),
  }
  const all: Record<string, fc.Arbitrary<unknown>> = { ...one, ...several, ...others }
  return fc
    .constantFrom(...Object.keys(all))
    .chain((name) => fc.record({ [name]: all[name] ?? fc.constant(null) }))
}

const flag = fc.record({ eq: fc.boolean(), neq: fc.boolean() }, { requiredKeys: ['eq'] })
const nullable = { null: fc.boolean() }
const ordered = ['eq', 'neq', 'lt', 'lte', 'gt', 'gte']
const text = comparator(fc.constantFrom(...titles, ...pieces), ['eq', 'neq'], {
  ...Object.fromEntries(
    ['contains', 'startsWith', 'endsWith']
      .flatMap((name) => [name, `${name}IgnoreCase`])
      .concat('eqIgnoreCase')
      .map((name) => [name, fc.constantFrom(...titles, ...pieces)]),
  ),
})
const day = comparator(fc.constantFrom(...days), ordered, nullable)
const anInstant = fc.constantFrom(...moments).map((at) => instant(Temporal.Instant.from(at)))
const moment = comparator(anInstant, ordered, nullable)
const momentOfAll = comparator(anInstant, ordered)
const lazyId = (pick: (task: ModelTask) => string) =>
  comparator(
    fc.integer({ min: 0, max: 79 }).map((nth) => {
      const task = model[nth]
      return task ? pick(task) : ''
    }),
    ['eq', 'neq'],
  )
const tag = fc.letrec((tie) => ({
  tag: fc.oneof(
    { maxDepth: 1 },
    fc.record({ name: comparator(fc.constantFrom('red', 'Green', 'blue'), ['eq', 'neq']) }),
    fc.record({ id: lazyId((task) => task.tags[0]?.id ?? 'no uuid') }),
    fc.constant({}),
    fc.record({ not: tie('tag') }),
    fc.record({ or: fc.array(tie('tag'), { maxLength: 2 }) }),
  ),
})).tag
const list = fc.record(
  {
    id: lazyId((task) => task.list.id),
    name: text,
    isInbox: flag,
    archived: flag,
    deleted: flag,
  } satisfies Record<Condition<ListFilterInput>, fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
)

/** The fields of a filter that say something by themselves. */
type Condition<Filter> = Exclude<keyof Filter, 'and' | 'or' | 'not'>

const dueStateComparator = comparator(
  fc.constantFrom('overdue', 'today', 'next7days', 'later', 'none'),
  ['eq', 'neq'],
)

/** Something to ask of each field; one that is new is missing here until it has something too. */
const conditions: Record<Condition<TaskFilterInput>, fc.Arbitrary<unknown>> = {
  id: lazyId((task) => task.id),
  title: text,
  description: fc.oneof(text, fc.record(nullable)),
  completed: flag,
  completedAt: moment,
  priority: comparator(fc.integer({ min: 0, max: 4 }), ordered),
  listId: lazyId((task) => task.list.id),
  list,
  parentId: fc.oneof(
    lazyId((task) => task.parentId ?? task.id),
    fc.record(nullable),
  ),
  hasParent: flag,
  tags: fc.record({ some: tag, every: tag, none: tag }, { requiredKeys: [] }),
  startOn: day,
  dueOn: day,
  dueAt: moment,
  dueState: dueStateComparator,
  startState: comparator(fc.constantFrom('none', 'ahead', 'started'), ['eq', 'neq']),
  plannedState: dueStateComparator,
  recurring: flag,
  hasReminder: flag,
  createdAt: momentOfAll,
  updatedAt: momentOfAll,
  deleted: flag,
  deletedAt: moment,
  search: fc.constantFrom('milk', 'mil', 'buy m', 'cotton 1', 'arg'),
}
const leaf = fc.oneof(
  ...Object.entries(conditions).map(([name, asked]) => fc.record({ [name]: asked })),
)
const filters = fc.letrec<{ filter: TaskFilterInput }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    leaf as fc.Arbitrary<TaskFilterInput>,
    fc.tuple(leaf, leaf).map(([one, other]) => ({ ...one, ...other }) as TaskFilterInput),
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
})).filter

/** As a variable of the API has it: names instead of what is in rows. */
function withNames(filter: TaskFilterInput): object {
  const states = new Map<unknown, string>(
    Object.entries({ ...dueStates, ...startStates }).map(([name, state]) => [state, name]),
  )
  const name = (key: string, value: unknown): unknown =>
    ['priority', 'dueState', 'startState', 'plannedState'].includes(key)
      ? JSON.parse(JSON.stringify(value), (_, one) => priorities[one] ?? states.get(one) ?? one)
      : value
  return JSON.parse(JSON.stringify(filter, name))
}

/** The domain judges each task as the database does, and can't tell only what words decide. */
function expectJudged(filter: object, viewpoint: Viewpoint, expected: readonly ModelTask[]): void {
  const read = readFilter(filter, viewpoint)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const answers = model.map((task) => ({ task, answer: judge(read.condition, toJudged(task)) }))
  const isUndecided = answers.some(({ answer }) => answer === undefined)
  if (isUndecided) expect(JSON.stringify(filter)).toContain('"search"')
  const wrong = answers.filter(
    ({ task, answer }) => answer !== undefined && answer !== expected.includes(task),
  )
  expect(wrong).toEqual([])
}

test('any filter, and its opposite, find exactly the tasks that plain reading and the domain’s judge find', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(...zones), async (filter, timeZone) => {
      const viewpoint = { now, timeZone }
      for (const asked of [filter, { not: filter }]) {
        const expected = model.filter((task) => passes(task, asked, viewpoint))
        expect(await find(asked, viewpoint)).toEqual(expected.map((task) => task.id).sort())
        for (const said of [asked, withNames(asked)]) expectJudged(said, viewpoint, expected)
      }
    }),
    { numRuns: 250, examples: [[{}, 'UTC']] },
  )
})

const orders: TaskOrderInput[][] = [
  [],
  [{ field: 'DUE' }],
  [{ field: 'DUE', direction: 'desc', nulls: 'first' }],
  [{ field: 'PRIORITY', direction: 'desc' }],
  [{ field: 'COMPLETED_AT', direction: 'desc' }],
]
const everything = { or: [{ deleted: { eq: true } }, { deleted: { eq: false } }] }

test('pages are the same, however few of their nearest rows are looked through first', async () => {
  const inOrder = await Promise.all(orders.map((order) => listAll(everything, order)))
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        filter: filters,
        completed: fc.option(fc.boolean()),
        order: fc.nat(orders.length - 1),
        size: fc.constantFrom(1, 3, 50),
        nearRows: fc.constantFrom(1, 2, 10, 40, 1_000),
      }),
      async ({ filter, completed, order, size, nearRows }) => {
        const asked = completed === null ? filter : { ...filter, completed: { eq: completed } }
        const passing = model.filter((task) => passes(task, asked, inUtc)).map(({ id }) => id)
        const expected = inOrder[order]?.filter((id) => passing.includes(id))
        expect(await listAll(asked, orders[order], { size, nearRows })).toEqual(expected)
      },
    ),
    { numRuns: 150 },
  )
})

/** The ids of all pages, one after the other. */
async function listAll(
  filter: TaskFilterInput,
  order: TaskOrderInput[] = [],
  { size, nearRows }: { size: number; nearRows?: number } = { size: 100 },
): Promise<string[]> {
  const condition = readTaskFilter(filter, inUtc)
  const ordering = readTaskOrder(order)
  const ids: string[] = []
  let after: string | null = null
  for (let more = true; more; ) {
    const request: PageRequest<CursorValues> = readPageArgs({ first: size, after }, ordering)
    const page: Page<Task> = await ada.read((db) =>
      listTasks(db, request, ordering, condition, nearRows),
    )
    ids.push(...page.edges.map(({ node }) => node.id))
    after = page.pageInfo.endCursor
    more = page.pageInfo.hasNextPage
  }
  return ids
}

test('relative days count from today in the person’s zone', async () => {
  const inAuckland = { now, timeZone: 'Pacific/Auckland' }
  expect(await find({ dueOn: { eq: 'P0D' } }, inAuckland)).toEqual(
    await find({ dueOn: { eq: '2027-06-15' } }, inUtc),
  )
  expect(await find({ startOn: { lt: '-P1D' } }, inUtc)).toEqual(
    await find({ startOn: { lt: '2027-06-13' } }, inUtc),
  )
  expect(await find({ completedAt: { gte: '-PT48H' } }, inUtc)).toEqual(
    await find({ completedAt: { gte: '2027-06-12T18:30:00Z' } }, inUtc),
  )
})

test.each([
  ['ΟΔΟΣ', 'οδος'],
  ['οδος', 'ΟΔΟΣ'],
  ['οδος', 'οδοσ'],
  ['Straße', 'STRASSE'],
  ['STRASSE', 'straße'],
  ['STRAẞE', 'strasse'],
  ['ﬃ', 'FFI'],
  ['ΐ', 'ΐ'.toUpperCase()],
  ['ǰ', 'J̌'],
  ['İzmir', 'i̇zmir'],
  ['Åse', 'ÅSE'],
])('ignoring case, %s is %s, in each way to compare', async (title, asked) => {
  const user = await world.createUser()
  await user.insertTasks([{ title: title.normalize('NFC') }, { title: `x ${title} y` }])
  const count = (comparator: object) => {
    const condition = readTaskFilter({ title: comparator }, inUtc)
    return user.read((db) => countTasks(db, condition))
  }
  expect(await count({ eqIgnoreCase: asked })).toBe(1)
  expect(await count({ containsIgnoreCase: asked })).toBe(2)
  expect(await count({ startsWithIgnoreCase: asked })).toBe(1)
  expect(await count({ endsWithIgnoreCase: asked })).toBe(1)
  expect(await count({ eq: asked })).toBe(asked === title ? 1 : 0)
})

test('the dotless i isn’t an i, in any case', async () => {
  const user = await world.createUser()
  await user.insertTasks([{ title: 'ılık' }])
  for (const asked of ['ilik', 'ILIK', 'İLİK']) {
    const condition = readTaskFilter({ title: { containsIgnoreCase: asked } }, inUtc)
    expect(await user.read((db) => countTasks(db, condition))).toBe(0)
  }
})

test('the database folds every letter as the rule does', async () => {
  // What has come to Unicode since the ICU of an old database isn't folded there yet.
  const newer = /[\u1c89\u1c8a\ua7c0-\ua7ff]/u
  const letters = Array.from({ length: 0xffff }, (_, nth) => String.fromCodePoint(nth + 1)).filter(
    (letter) => /\p{Changes_When_Casemapped}/u.test(letter) && !newer.test(letter),
  )
  const texts = letters.flatMap((letter) => [letter, `a${letter}`, `${letter}\u0301b`])
  const given = texts.map((text) => text.normalize('NFC'))
  const column = sql<string>`rows.text`
  const found = await ada.read((db) =>
    db
      .selectFrom(sql<{ text: string }>`unnest(${given}::text[])`.as<'rows'>(sql`rows (text)`))
      .select(sql<string>`${folded(column)}`.as('text'))
      .execute(),
  )
  expect(found.map(({ text }) => text)).toEqual(given.map(foldCase))
})

test('an empty comparator on deleted does not open the trash', async () => {
  expect(await find({ deleted: {} }, inUtc)).toEqual(await find({}, inUtc))
})

function issuesOf(filter: object): unknown {
  try {
    readTaskFilter(filter, inUtc)
    return undefined
  } catch (error) {
    return (error as AppError).issues
  }
}

test('all problems of a filter are reported together, with their paths', () => {
  const filter = {
    or: [{ dueOn: { gte: '2027-02-30' } }, { title: null }],
    not: { createdAt: { lt: 'yesterday', in: ['2027-01-01'] }, search: '--' },
    tags: { some: { name: { contains: 'x'.repeat(filterLimits.textLength + 1) } } },
  }
  expect(issuesOf(filter)).toMatchObject([
    { path: ['filter', 'or', 0, 'dueOn', 'gte'], message: expect.stringContaining('2027-02-30') },
    { path: ['filter', 'or', 1, 'title'], message: expect.stringContaining('title is null') },
    { path: ['filter', 'not', 'createdAt', 'lt'] },
    { path: ['filter', 'not', 'createdAt', 'in', 0] },
    { path: ['filter', 'not', 'search'] },
    { path: ['filter', 'tags', 'some', 'name', 'contains'] },
  ])
})

test('null is refused wherever a condition is expected', () => {
  for (const filter of [
    { and: null },
    { not: null },
    { completed: { eq: null } },
    { tags: { some: null } },
    { search: null },
  ])
    expect(issuesOf(filter)).toMatchObject([{ message: expect.stringContaining('is null') }])
})

test('a filter’s nesting and comparisons are limited', () => {
  const nest = (depth: number): object => (depth === 1 ? {} : { not: nest(depth - 1) })
  expect(issuesOf(nest(filterLimits.depth))).toBeUndefined()
  expect(issuesOf(nest(filterLimits.depth + 1))).toHaveLength(1)
  const wide = (count: number) => ({
    or: Array.from({ length: count }, (_, nth) => (nth % 2 === 0 ? {} : { id: { eq: 'x' } })),
  })
  expect(issuesOf(wide(filterLimits.parts / 2))).toBeUndefined()
  expect(issuesOf(wide(filterLimits.parts))).toMatchObject([
    { path: ['filter'], message: expect.stringContaining('200 parts') },
  ])
  const long = (count: number) => ({ id: { in: Array.from({ length: count }, () => 'x') } })
  expect(issuesOf(long(filterLimits.values))).toBeUndefined()
  expect(issuesOf(long(filterLimits.values + 1))).toHaveLength(1)
})
