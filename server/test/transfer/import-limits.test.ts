import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { spreadOrderKeys } from '../../src/domain/order/ordering.ts'
import type { Json } from '../support/ask.ts'
import { readTables } from '../support/random-mutations.ts'
import { runMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp } from '../support/test-app.ts'
import { exportJsonFrom, importInto } from '../support/transfer.ts'

// Files that are larger, wider or wronger than any export.

const app = await startTestApp({ exactBudget: true })
afterAll(() => app[Symbol.asyncDispose]())

const at = '2026-01-02T03:04:05.678Z'
const made = { createdAt: at, updatedAt: at }
const inboxId = randomUUID()
const keys = spreadOrderKeys(6_000)

function createFile(parts: Json = {}): Json {
  const inbox = { id: inboxId, name: 'In', isInbox: true, position: 'a0', ...made }
  return {
    ...{ format: 'tend-export', version: 1, exportedAt: at, tags: [], views: [], tasks: [] },
    ...parts,
    lists: [inbox, ...(parts.lists ?? [])],
  }
}

const createLists = (count: number) =>
  keys.slice(1, count + 1).map((position, nth) => ({
    ...{ id: randomUUID(), name: `List ${nth}`, isInbox: false, position, ...made },
  }))

const createTask = (nth = 1, more: Json = {}) => ({
  ...{ id: randomUUID(), listId: inboxId, position: keys[nth], title: `Task ${nth}` },
  ...{ ...made, ...more },
})

async function refusal(file: unknown) {
  const person = await app.createPerson('ada')
  const before = await readTables(app.owner, person.userId)
  const { status, body } = await importInto(app.url, person, file)
  expect(await readTables(app.owner, person.userId)).toEqual(before)
  const [{ message, extensions }] = body.errors
  return { status, message, ...extensions }
}

test.each([
  [
    'lists',
    { lists: createLists(1_000) },
    'You can have 1,000 lists, those in the trash included, and this would make more',
  ],
  [
    'tags',
    {
      tags: Array.from({ length: 5_001 }, (_, nth) => ({
        id: randomUUID(),
        name: `t${nth}`,
        ...made,
      })),
    },
    'You can have 5,000 tags, and this would make more',
  ],
])('a file with more %s than an account may have is refused', async (_what, parts, words) => {
  const { status, code, message } = await refusal(createFile(parts))
  expect([status, code]).toEqual([409, 'LIMIT_EXCEEDED'])
  expect(message).toContain(words)
})

test('an account takes up to the allowed number of lists, by import and by the API', async () => {
  const person = await app.createPerson('ada')
  const file = createFile({ lists: createLists(999) })
  const first = await importInto(app.url, person, file)
  expect(first.body.data.lists).toMatchObject({ added: 999, kept: 1 })
  const before = await readTables(app.owner, person.userId)
  const again = await importInto(app.url, person, createFile({ lists: createLists(1) }))
  expect(again.body.errors[0]).toMatchObject({
    message: expect.stringContaining('You can have 1,000 lists'),
    extensions: { code: 'LIMIT_EXCEEDED' },
  })
  const list = 'mutation { createList(input: { name: "One more" }) { mutationId } }'
  const { errors } = await person.gql(list)
  expect(errors?.[0]?.extensions?.code).toBe('LIMIT_EXCEEDED')
  expect(await readTables(app.owner, person.userId)).toEqual(before)
})

test('lists whose positions are all taken are added directly after, in their order', async () => {
  const person = await app.createPerson('ada')
  const [one, two] = [createLists(400), createLists(400)]
  await importInto(app.url, person, createFile({ lists: one }))
  const { body } = await importInto(app.url, person, createFile({ lists: two }))
  expect(body.data.lists).toMatchObject({ added: 400, kept: 1 })
  const { lists } = await exportJsonFrom(app.url, person)
  const own = lists.filter((list: Json) => !list.isInbox).map((list: Json) => list.id)
  expect(own).toEqual(one.flatMap((list, nth) => [list.id, two[nth]?.id]))
})

test('of many problems the first twenty are reported and the others counted', async () => {
  const tasks = Array.from({ length: 120 }, (_, nth) => createTask(nth, { title: '' }))
  const { issues, message } = await refusal(createFile({ tasks }))
  expect(issues).toHaveLength(21)
  expect(issues[19].path).toEqual(['tasks', 19, 'title'])
  expect(issues[20]).toEqual({ path: [], message: 'And 100 more.' })
  expect(message).toContain('And 100 more.')
  const more = Array.from({ length: 3_000 }, (_, nth) => createTask(nth, { title: '' }))
  const cut = await refusal(createFile({ tasks: more }))
  expect(cut.issues[20].message).toBe('And at least 980 more.')
})

test('a problem is reported briefly, however long the value is', async () => {
  const task = createTask(1, Object.fromEntries(keys.map((key) => [`no such field ${key}`, 1])))
  const view = {
    ...{ id: randomUUID(), name: 'View', position: 'a0', groupBy: 'NONE', filter: {}, ...made },
    orderBy: Array.from({ length: 20_000 }, (_, nth) => ({ [`wrong${nth}`]: 1 })),
  }
  const odd = { ...view, id: randomUUID(), position: 'a1', orderBy: [] }
  odd.filter = Object.fromEntries(keys.slice(0, 1_000).map((key) => [`wrong${key}`, 1]))
  const { issues, message } = await refusal(createFile({ tasks: [task], views: [view, odd] }))
  expect(issues.length).toBeLessThanOrEqual(21)
  expect(message.length).toBeLessThan(8_000)
})

test('a view’s filter with too many objects is refused before it is read', async () => {
  const view = {
    ...{ id: randomUUID(), name: 'View', position: 'a0', groupBy: 'NONE', orderBy: [], ...made },
    filter: { or: Array.from({ length: 1_001 }, () => ({})) },
  }
  const { issues } = await refusal(createFile({ views: [view] }))
  expect(issues[0].path).toEqual(['views', 0, 'filter'])
  expect(issues[0].message).toContain('at most 1,000 objects')
})

test('an entry that is larger than any of an export is refused before the rest is read', async () => {
  const task = createTask(1, { description: 'x'.repeat(2_000_000) })
  const { status, message } = await refusal(createFile({ tasks: [task] }))
  expect(status).toBe(400)
  expect(message).toContain('A single entry of the file has more than 1,000,000 bytes')
})

test('a task in a file has as many subtasks as the API allows', async () => {
  const parent = createTask(0)
  const below = (count: number) =>
    Array.from({ length: count }, (_, nth) => createTask(nth, { parentId: parent.id }))
  const wide = await refusal(createFile({ tasks: [parent, ...below(1_001)] }))
  expect([wide.status, wide.code]).toEqual([409, 'LIMIT_EXCEEDED'])
  expect(wide.issues).toEqual([
    {
      path: ['tasks', 1_001, 'parentId'],
      message:
        'A task can have 1,000 subtasks, and this would make 1,001. Put some elsewhere, or use a list.',
    },
  ])
  const person = await app.createPerson('ada')
  const file = createFile({ tasks: [parent, ...below(1_000)] })
  expect((await importInto(app.url, person, file)).body.data.tasks.added).toBe(1_001)
})

test('a file has no more levels than the API allows, and a task no more tags', async () => {
  const line: Json[] = []
  for (let nth = 0; nth < 7; nth += 1)
    line.push(createTask(nth, nth > 0 ? { parentId: line[nth - 1].id } : {}))
  const deep = await refusal(createFile({ tasks: line }))
  expect([deep.status, deep.code]).toEqual([409, 'LIMIT_EXCEEDED'])
  expect(deep.issues).toEqual([
    {
      path: ['tasks', 6, 'parentId'],
      message:
        'Subtasks go 5 levels deep, and this would make 6. Take a parent that is further up, or move it there.',
    },
  ])
  const tags = Array.from({ length: 51 }, (_, nth) => ({
    ...{ id: randomUUID(), name: `t${nth}`, ...made },
  }))
  const task = createTask(1, { tagIds: tags.map(({ id }) => id) })
  const tagged = await refusal(createFile({ tags, tasks: [task] }))
  expect(tagged.code).toBe('LIMIT_EXCEEDED')
  expect(tagged.issues).toEqual([
    {
      path: ['tasks', 0, 'tagIds'],
      message: 'A task can have 50 tags, and this would make 51. Leave some out, or take some off.',
    },
  ])
  const both = await refusal(createFile({ tasks: [{ ...task, title: '' }] }))
  expect([both.status, both.code]).toEqual([400, 'BAD_USER_INPUT'])
})

test('a task restored from the trash under a full task goes to the top level', async () => {
  const person = await app.createPerson('ada')
  const parent = createTask(0)
  const below = Array.from({ length: 1_000 }, (_, nth) => createTask(nth, { parentId: parent.id }))
  const file = createFile({ tasks: [parent, ...below] })
  await importInto(app.url, person, file)
  await runMutation(person, 'deleteTask', { id: below[3]?.id }, 'mutationId')
  await runMutation(person, 'createTask', { title: 'x', parentId: parent.id }, 'mutationId')
  const again = await importInto(app.url, person, file, '?restore=true')
  expect(again.body.data.tasks).toMatchObject({ added: 0, restored: 1 })
  const query = `{ full: task(id: "${parent.id}") { subtaskProgress { total } } back: task(id: "${below[3]?.id}") { parent { id } deletedAt } }`
  expect(await person.data(query)).toEqual({
    full: { subtaskProgress: { total: 1_000 } },
    back: { parent: null, deletedAt: null },
  })
})

test('a start after the due day moves to it, so that the task can be changed', async () => {
  const person = await app.createPerson('ada')
  const task = createTask(1, { startOn: '2026-12-10', dueOn: '2026-11-29' })
  await importInto(app.url, person, createFile({ tasks: [task] }))
  const input = { id: task.id, dueOn: '2026-11-30' }
  const changed = await runMutation(person, 'updateTask', input, 'task { startOn dueOn }')
  expect(changed.task).toEqual({ startOn: '2026-11-29', dueOn: '2026-11-30' })
})

test.each([
  ['an instant in the year 0', { createdAt: '0000-12-31T23:59:59Z' }, 'createdAt'],
  [
    'one that its offset carries past 9999',
    { updatedAt: '9999-12-31T23:59:59-01:00' },
    'updatedAt',
  ],
  ['one on a day that isn’t there', { completedAt: '2026-02-30T00:00:00Z' }, 'completedAt'],
])('%s is refused with its field', async (_what, more, field) => {
  const { status, issues } = await refusal(createFile({ tasks: [createTask(1, more)] }))
  expect([status, issues[0].path]).toEqual([400, ['tasks', 0, field]])
})

test('a task that would be its own next occurrence, and a tag too long in letters, are refused', async () => {
  const task = createTask(1)
  const own = await refusal(createFile({ tasks: [{ ...task, repeatsTaskId: task.id }] }))
  expect(own.issues[0].path).toEqual(['tasks', 0, 'repeatsTaskId'])
  const tag = { id: randomUUID(), name: '\ufdfa'.repeat(100), ...made }
  expect((await refusal(createFile({ tags: [tag] }))).issues[0].path).toEqual(['tags', 0, 'name'])
})

test('an import costs what it contains and what it adds', async () => {
  const person = await app.createPerson('ada')
  const remaining = async () =>
    Number((await person.gql('{ me { id } }')).headers.get('ratelimit-remaining'))
  const before = await remaining()
  const file = createFile({ tasks: Array.from({ length: 500 }, (_, nth) => createTask(nth)) })
  await importInto(app.url, person, file)
  const spent = before - (await remaining())
  const expected = 10 + 500 + JSON.stringify(file).length / 2_000
  expect(spent).toBeGreaterThanOrEqual(Math.floor(expected))
  expect(spent).toBeLessThan(expected + 10)
})

test('the rest of a file isn’t read when its sender has disconnected, and nothing is imported', async () => {
  const person = await app.createPerson('ada')
  const description = 'x'.repeat(1_000)
  const tasks = keys.slice(1).map((_, nth) => createTask(nth + 1, { description }))
  const body = JSON.stringify(createFile({ tasks }))
  const sending = request(`${app.url}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
  })
  sending.on('error', () => {})
  sending.end(body)
  await once(sending, 'finish')
  const isRunning = async () =>
    (await importInto(app.url, person, createFile())).body.errors?.[0]?.extensions.reason ===
    'TRANSFER_RUNNING'
  expect(await isRunning()).toBe(true)
  sending.destroy()
  await waitFor('Its end', async () => !(await isRunning()) || undefined)
  expect((await person.data('{ tasks(first: 1) { totalCount } }')).tasks.totalCount).toBe(0)
})
