import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { bytesOf, refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let ada: Person
let nth = 0

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.[Symbol.asyncDispose]())
beforeEach(async () => {
  nth += 1
  ada = await app.createPerson(`ada${nth}`)
})

const taskFields =
  'task { id title description completed deletedAt position list { id } parent { id } tags { id } }'

async function createTask(input: object): Promise<Json> {
  const { task, mutationId } = await runMutation(
    ada,
    'createTask',
    input,
    `mutationId ${taskFields}`,
  )
  return { ...task, mutationId }
}

async function change(name: string, input: object): Promise<string> {
  return (await runMutation(ada, name, input, 'mutationId')).mutationId
}

async function readTask(id: string): Promise<Json> {
  return (
    await ada.data(`query ($id: ID!) { ${taskFields.replace('task', 'task(id: $id)')} }`, { id })
  ).task
}

const undoPayload = 'mutationId changes { entityType id deleted mutationId node { id } }'

test('a changed field gets its value back, and the undo can be undone', async () => {
  const { id } = await createTask({ title: 'Before', description: 'Notes' })
  const mutationId = await change('updateTask', { id, title: 'After', description: null })
  const undone = await runMutation(ada, 'undo', { mutationId }, undoPayload)
  expect(undone.changes).toEqual([
    { entityType: 'TASK', id, deleted: false, mutationId: undone.mutationId, node: { id } },
  ])
  expect(await readTask(id)).toMatchObject({ title: 'Before', description: 'Notes' })
  await change('undo', { mutationId: undone.mutationId })
  expect(await readTask(id)).toMatchObject({ title: 'After', description: null })
})

test('redo repeats an undone mutation', async () => {
  const { id } = await createTask({ title: 'Before' })
  const mutationId = await change('updateTask', { id, title: 'After' })
  await change('undo', { mutationId })
  expect(await readTask(id)).toMatchObject({ title: 'Before' })
  await change('redo', { mutationId })
  expect(await readTask(id)).toMatchObject({ title: 'After' })
})

test('undoing twice changes nothing the second time', async () => {
  const { id } = await createTask({ title: 'Before' })
  const mutationId = await change('updateTask', { id, title: 'After' })
  await change('undo', { mutationId })
  expect((await runMutation(ada, 'undo', { mutationId }, undoPayload)).changes).toEqual([])
  expect(await readTask(id)).toMatchObject({ title: 'Before' })
})

test('undoing a creation removes the object, and redoing it brings it back', async () => {
  const { id, mutationId, position } = await createTask({ title: 'Made' })
  const undone = await runMutation(ada, 'undo', { mutationId }, undoPayload)
  expect(undone.changes).toMatchObject([{ entityType: 'TASK', id, deleted: true, node: null }])
  expect(await readTask(id)).toBeNull()
  await change('redo', { mutationId })
  expect(await readTask(id)).toMatchObject({ title: 'Made', position })
})

test('later changes are reported with their fields, and nothing is undone', async () => {
  const { id } = await createTask({ title: 'Before', description: 'Old notes' })
  const mutationId = await change('updateTask', { id, title: 'After', description: 'New notes' })
  await change('updateTask', { id, title: 'Newer' })
  expect(refusalOf(await tryMutation(ada, 'undo', { mutationId }))).toMatchObject({
    code: 'CONFLICT',
    paths: [`task.${id}.title`],
  })
  expect(await readTask(id)).toMatchObject({ title: 'Newer', description: 'New notes' })
})

test('a later change of another field doesn’t prevent it, and stays', async () => {
  const { id } = await createTask({ title: 'Before' })
  const mutationId = await change('updateTask', { id, title: 'After' })
  await change('updateTask', { id, description: 'Added since' })
  await change('undo', { mutationId })
  expect(await readTask(id)).toMatchObject({ title: 'Before', description: 'Added since' })
})

test('fields that only make sense together count as one: a later due time keeps its day', async () => {
  const { id } = await createTask({ title: 'Call' })
  const mutationId = await change('updateTask', { id, dueOn: '2026-12-01' })
  await change('updateTask', { id, dueTime: '09:30' })
  const refusal = refusalOf(await tryMutation(ada, 'undo', { mutationId }))
  expect(refusal).toMatchObject({ code: 'CONFLICT' })
  expect(refusal?.paths).toContain(`task.${id}.dueTime`)
})

test('a created list isn’t removed with tasks that were added later', async () => {
  const { list, mutationId } = await runMutation(
    ada,
    'createList',
    { name: 'New' },
    'mutationId list { id }',
  )
  const { id } = await createTask({ title: 'In it', listId: list.id })
  expect(refusalOf(await tryMutation(ada, 'undo', { mutationId }))).toMatchObject({
    code: 'CONFLICT',
    paths: [`task.${id}`],
  })
  expect(await readTask(id)).toMatchObject({ title: 'In it', list: { id: list.id } })
})

test('undoing a list’s deletion restores its tasks too', async () => {
  const { list } = await runMutation(ada, 'createList', { name: 'Trips' }, 'list { id }')
  const task = await createTask({ title: 'Pack', listId: list.id })
  const mutationId = await change('deleteList', { id: list.id })
  expect((await readTask(task.id)).deletedAt).not.toBeNull()
  await change('undo', { mutationId })
  expect(await readTask(task.id)).toMatchObject({ deletedAt: null, list: { id: list.id } })
})

test('a task isn’t restored into a list that is in the trash', async () => {
  const { list } = await runMutation(ada, 'createList', { name: 'Trips' }, 'list { id }')
  const task = await createTask({ title: 'Pack', listId: list.id })
  const mutationId = await change('deleteTask', { id: task.id })
  await change('deleteList', { id: list.id })
  expect(refusalOf(await tryMutation(ada, 'undo', { mutationId }))).toMatchObject({
    code: 'CONFLICT',
    paths: [`task.${task.id}.deletedAt`],
  })
})

test('a subtask isn’t reopened under a parent that was completed later', async () => {
  const parent = await createTask({ title: 'Parent' })
  const child = await createTask({ title: 'Child', parentId: parent.id })
  const mutationId = await change('completeTask', { id: child.id })
  await change('completeTask', { id: parent.id })
  expect(refusalOf(await tryMutation(ada, 'undo', { mutationId }))).toMatchObject({
    code: 'CONFLICT',
    paths: [`task.${child.id}.completedAt`],
  })
})

test('undoing a tag’s deletion adds it to every task again', async () => {
  const { tag } = await runMutation(ada, 'createTag', { name: 'home' }, 'tag { id }')
  const tasks = [
    await createTask({ title: 'One', tagIds: [tag.id] }),
    await createTask({ title: 'Two', tagIds: [tag.id] }),
  ]
  const mutationId = await change('deleteTag', { id: tag.id })
  expect((await readTask(tasks[0].id)).tags).toEqual([])
  await change('undo', { mutationId })
  for (const { id } of tasks) expect((await readTask(id)).tags).toEqual([{ id: tag.id }])
})

test('a deleted tag can’t come back if another one has its name now', async () => {
  const { tag } = await runMutation(ada, 'createTag', { name: 'home' }, 'tag { id }')
  const mutationId = await change('deleteTag', { id: tag.id })
  await change('createTag', { name: 'Home' })
  expect(refusalOf(await tryMutation(ada, 'undo', { mutationId }))).toMatchObject({
    code: 'CONFLICT',
    paths: [`tag.${tag.id}.name`],
  })
})

test('moving a task with its subtasks is undone for all of them', async () => {
  const { list } = await runMutation(ada, 'createList', { name: 'Elsewhere' }, 'list { id }')
  const parent = await createTask({ title: 'Parent' })
  const child = await createTask({ title: 'Child', parentId: parent.id })
  const mutationId = await change('moveTask', { id: parent.id, listId: list.id })
  expect(await readTask(child.id)).toMatchObject({ list: { id: list.id } })
  await change('undo', { mutationId })
  for (const { mutationId: _, ...task } of [parent, child])
    expect(await readTask(task.id)).toEqual(task)
})

test('an undo that would make a task its own ancestor is refused', async () => {
  const one = await createTask({ title: 'One' })
  const two = await createTask({ title: 'Two', parentId: one.id })
  const mutationId = await change('moveTask', { id: two.id, parentId: null })
  await change('moveTask', { id: one.id, parentId: two.id })
  expect(refusalOf(await tryMutation(ada, 'undo', { mutationId }))).toMatchObject({
    code: 'CONFLICT',
    paths: [`task.${two.id}.parentId`],
  })
})

test('a position that is taken now is replaced by the next one after it', async () => {
  const task = await createTask({ title: 'First' })
  const mutationId = await change('moveTask', {
    id: task.id,
    beforeId: (await createTask({ title: 'Second' })).id,
  })
  void mutationId
  const created = await createTask({ title: 'Third' })
  await change('undo', { mutationId: created.mutationId })
  await app.owner
    .updateTable('task')
    .set({ position: created.position })
    .where('id', '=', task.id)
    .execute()
  await change('redo', { mutationId: created.mutationId })
  const back = await readTask(created.id)
  expect(back.title).toBe('Third')
  expect(back.position > created.position).toBe(true)
})

test('completing a parent is undone for the subtasks it completed', async () => {
  const parent = await createTask({ title: 'Parent' })
  const open = await createTask({ title: 'Open', parentId: parent.id })
  const done = await createTask({ title: 'Done', parentId: parent.id })
  await change('completeTask', { id: done.id })
  const mutationId = await change('completeTask', { id: parent.id })
  expect((await readTask(open.id)).completed).toBe(true)
  await change('undo', { mutationId })
  for (const [id, completed] of [
    [parent.id, false],
    [open.id, false],
    [done.id, true],
  ])
    expect((await readTask(id)).completed).toBe(completed)
})

test('restored texts are found by their words', async () => {
  const { id } = await createTask({ title: 'Zebra crossing' })
  const mutationId = await change('updateTask', { id, title: 'Something else' })
  await change('undo', { mutationId })
  const words = await app.owner
    .selectFrom('task_word')
    .select('word')
    .where('task_id', '=', id)
    .orderBy('word')
    .execute()
  expect(words.map(({ word }) => word)).toEqual(['crossing', 'zebra'])
})

test('an unknown mutation and another person’s have identical answers', async () => {
  const mutationId = await change('createTag', { name: 'private' })
  const bob = await app.createPerson(`bob${nth}`)
  const foreign = await tryMutation(bob, 'undo', { mutationId })
  expect(refusalOf(foreign)?.code).toBe('NOT_FOUND')
  const unknown = await tryMutation(bob, 'undo', { mutationId: crypto.randomUUID() })
  expect(bytesOf(foreign)).toBe(bytesOf(unknown))
  expect(refusalOf(await tryMutation(bob, 'undo', { mutationId: 'nonsense' }))?.code).toBe(
    'NOT_FOUND',
  )
})

test('a mutation older than 30 days, and one of the system, can’t be undone', async () => {
  const mutationId = await change('createTag', { name: 'old' })
  const at = new Date(Date.now() - 31 * 86_400_000)
  await app.owner.updateTable('change').set({ at }).where('mutation_id', '=', mutationId).execute()
  expect(refusalOf(await tryMutation(ada, 'undo', { mutationId }))?.code).toBe('CONFLICT')

  const inbox = await app.owner
    .selectFrom('change')
    .select('mutation_id as mutationId')
    .where('user_id', '=', ada.userId)
    .orderBy('seq')
    .executeTakeFirstOrThrow()
  expect(refusalOf(await tryMutation(ada, 'undo', inbox))?.code).toBe('CONFLICT')
})

test('an undo with an idempotencyKey happens once', async () => {
  const { id } = await createTask({ title: 'Before' })
  const mutationId = await change('updateTask', { id, title: 'After' })
  const input = { mutationId, idempotencyKey: 'once' }
  const first = await runMutation(ada, 'undo', input, undoPayload)
  expect(await runMutation(ada, 'undo', input, undoPayload)).toEqual(first)
})
