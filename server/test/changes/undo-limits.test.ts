import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { spreadOrderKeys } from '../../src/domain/order/ordering.ts'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

// What a create can't create, an undo can't restore either.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const keys = spreadOrderKeys(1_002)
let nth = 0
let ada: Person

beforeEach(async () => {
  nth += 1
  ada = await app.createPerson(`ada${nth}`)
})

async function change(name: string, input: object): Promise<string> {
  return (await runMutation(ada, name, input, 'mutationId')).mutationId
}

async function createTask(input: object): Promise<string> {
  return (await runMutation(ada, 'createTask', input, 'task { id }')).task.id
}

async function insert(table: string, rows: readonly object[]): Promise<void> {
  const values = rows.map((row) => ({ user_id: ada.userId, id: randomUUID(), ...row }))
  await app.owner.insertInto(table).values(values).execute()
}

/** A task with so many subtasks, written directly to the database. */
async function createWideTask(width: number): Promise<string> {
  const parentId = await createTask({ title: 'Wide' })
  const { task } = await ada.data(`{ task(id: "${parentId}") { list { id } } }`)
  const rows = keys.slice(0, width).map((position) => ({
    ...{ position, title: 'Child', list_id: task.list.id, parent_id: parentId },
  }))
  await insert('task', rows)
  return parentId
}

const tryAgain = async (mutationId: string, name = 'undo') =>
  refusalOf(await tryMutation(ada, name, { mutationId }))

async function countChildren(id: string): Promise<number> {
  const { task } = await ada.data(`{ task(id: "${id}") { subtaskProgress { total } } }`)
  return task.subtaskProgress.total
}

test('a task isn’t restored where it would be more than five levels deep', async () => {
  const line: string[] = []
  for (const title of ['0', '1', '2', '3', '4', '5'])
    line.push(await createTask({ title, parentId: line.at(-1) ?? null }))
  const [deepest = ''] = line.slice(-1)
  const mutationId = await change('moveTask', { id: deepest, parentId: null })
  await createTask({ title: '6', parentId: deepest })
  expect(await tryAgain(mutationId)).toEqual({
    code: 'LIMIT_EXCEEDED',
    message:
      'Subtasks go 5 levels deep, and this would make 6. Take a parent that is further up, or move it there.',
    paths: [`task.${deepest}.parentId`],
  })
})

const crowded = {
  code: 'LIMIT_EXCEEDED',
  message:
    'A task can have 1,000 subtasks, and this would make 1,001. Put some elsewhere, or use a list.',
}

test.each<[string, (id: string) => Promise<string>]>([
  ['moved away', (id) => change('moveTask', { id, parentId: null })],
  ['put into the trash', (id) => change('deleteTask', { id })],
])('a task that was %s isn’t restored as the 1,001st subtask', async (_way, leave) => {
  const parentId = await createWideTask(999)
  const id = await createTask({ title: 'Leaves', parentId })
  const mutationId = await leave(id)
  await createTask({ title: 'Comes', parentId })
  expect(await tryAgain(mutationId)).toEqual({ ...crowded, paths: [`task.${id}.parentId`] })
  expect(await countChildren(parentId)).toBe(1_000)
})

test('redo doesn’t restore a task as the 1,001st subtask', async () => {
  const parentId = await createWideTask(999)
  const id = randomUUID()
  const mutationId = await change('createTask', { id, title: 'Goes', parentId })
  await change('undo', { mutationId })
  await createTask({ title: 'Comes', parentId })
  expect(await tryAgain(mutationId, 'redo')).toEqual({
    ...crowded,
    paths: [`task.${id}.parentId`],
  })
})

test.each<[string, (task: string, tag: string) => Promise<string>]>([
  ['taken off', (id, tagId) => change('updateTask', { id, removeTagIds: [tagId] })],
  ['deleted', (_id, tagId) => change('deleteTag', { id: tagId })],
])('a tag that was %s isn’t restored as a task’s 51st', async (_way, leave) => {
  const tagNames = Array.from({ length: 50 }, (_, index) => `tag ${index}`)
  const id = await createTask({ title: 'Tagged', tagNames })
  const { task } = await ada.data(`{ task(id: "${id}") { tags { id } } }`)
  const mutationId = await leave(id, task.tags[7].id)
  const { tag } = await runMutation(ada, 'createTag', { name: 'another' }, 'tag { id }')
  await change('updateTask', { id, addTagIds: [tag.id] })
  expect(await tryAgain(mutationId)).toEqual({
    code: 'LIMIT_EXCEEDED',
    message: 'A task can have 50 tags, and this would make 51. Leave some out, or take some off.',
    paths: [`task.${id}.tags`],
  })
})

test.each<[string, number, string, (index: number) => object]>([
  ['list', 999, 'createList', (index) => ({ name: `n${index}`, position: keys[index + 1] })],
  ['tag', 5_000, 'createTag', (index) => ({ name: `n${index}`, name_key: `n${index}` })],
  [
    'saved_view',
    500,
    'createSavedView',
    (index) => ({ name: `n${index}`, position: keys[index + 1], filter: {}, order_by: '[]' }),
  ],
])('a %s isn’t restored beyond its limit', async (table, most, create, row) => {
  const id = randomUUID()
  const mutationId = await change(create, {
    id,
    name: 'Goes',
    ...(create === 'createSavedView' && { filter: {} }),
  })
  await change('undo', { mutationId })
  await insert(
    table,
    Array.from({ length: most }, (_, index) => row(index)),
  )
  const refused = await tryAgain(mutationId, 'redo')
  const other: Json = await tryMutation(ada, create, {
    name: 'Other',
    ...(create === 'createSavedView' && { filter: {} }),
  })
  expect(refused).toMatchObject({ code: 'LIMIT_EXCEEDED', message: other.errors[0].message })
})

test('undoing too many changes at once is refused with a message before they are read', async () => {
  const mutationId = randomUUID()
  const log = (from: number, to: number) =>
    sql`
      insert into change (user_id, seq, mutation_id, entity, entity_id, operation, after, actor)
      select ${ada.userId}, 1000 + nth, ${mutationId}, 'task', gen_random_uuid(), 'insert', '{}', 'session:x'
      from generate_series(${from}::int, ${to}::int) as nth`.execute(app.owner)
  await log(1, 20_000)
  expect(await tryAgain(mutationId, 'undo')).not.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  await log(20_001, 20_001)
  const refused = await tryAgain(mutationId, 'undo')
  expect(refused?.code).toBe('LIMIT_EXCEEDED')
  expect(refused?.message).toContain('up to 20,000 changes at once, and this would be 20,001')
})
