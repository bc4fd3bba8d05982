import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '../support/person.ts'
import { refusal, refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { changeTask, create } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

type TagsInput = { tagIds?: string[]; addTagIds?: string[]; removeTagIds?: string[] }

const change = (person: Person, ids: string | string[], changes: TagsInput) =>
  runMutation(person, 'updateTasks', { ids: [ids].flat(), changes }, 'changedCount')

const refuse = async (person: Person, id: string, tags: TagsInput) =>
  refusalOf(await tryMutation(person, 'updateTask', { id, ...tags }))

const update = (id: string, changes: TagsInput) => changeTask(ada, 'updateTask', { id, ...changes })

let lastPosition = 0

async function addTask(person: Person, state: object = {}): Promise<string> {
  const { lists } = await person.data('{ lists(first: 1) { nodes { id } } }')
  lastPosition += 1
  const id = randomUUID()
  await app.owner
    .insertInto('task')
    .values({
      user_id: person.userId,
      id,
      list_id: lists.nodes[0].id,
      title: 'Task',
      position: `c${String(lastPosition).padStart(3, '0')}`,
      ...state,
    })
    .execute()
  return id
}

const addTag = async (person: Person, name: string): Promise<string> =>
  (await runMutation(person, 'createTag', { name }, 'tag { id }')).tag.id

async function tagsOf(person: Person, taskId: string): Promise<string[]> {
  const { task } = await person.data(`{ task(id: "${taskId}") { tags { name } } }`)
  return task.tags.map((tag: { name: string }) => tag.name)
}

test('tags are set, added and removed, on one task or several', async () => {
  const [first, second] = [await addTask(ada), await addTask(ada)]
  const [a, b, c] = [await addTag(ada, 'a1'), await addTag(ada, 'b1'), await addTag(ada, 'c1')]
  await change(ada, first, { tagIds: [b, a.toUpperCase(), b] })
  expect(await tagsOf(ada, first)).toEqual(['a1', 'b1'])
  await change(ada, [first, second], { addTagIds: [c] })
  expect(await tagsOf(ada, first)).toEqual(['a1', 'b1', 'c1'])
  expect(await tagsOf(ada, second)).toEqual(['c1'])
  await change(ada, [first, second], { removeTagIds: [a, c] })
  expect(await tagsOf(ada, first)).toEqual(['b1'])
  expect(await tagsOf(ada, second)).toEqual([])
  await change(ada, first, { tagIds: [] })
  expect(await tagsOf(ada, first)).toEqual([])
})

test('tags are added and removed beside those that stay', async () => {
  const [a, b, c] = [await addTag(ada, 'a'), await addTag(ada, 'b'), await addTag(ada, 'c')]
  const task = await create(ada, { title: 'x', tagIds: [a, b] })
  const changed = await update(task.id, { addTagIds: [c, b], removeTagIds: [a] })
  expect(changed.tags).toEqual([{ id: b }, { id: c }])
  expect(await update(task.id, { addTagIds: [c], removeTagIds: [a] })).toEqual(changed)
  expect(await refusal(ada, 'updateTask', { id: task.id, tagIds: [a], addTagIds: [b] })).toEqual({
    code: 'BAD_USER_INPUT',
    paths: ['input.tagIds'],
  })
})

test('setting the same tags writes nothing', async () => {
  const [task, tag] = [await addTask(ada), await addTag(ada, 'kept')]
  await change(ada, task, { tagIds: [tag] })
  const log = () => app.owner.selectFrom('change').select('seq').where('entity_id', '=', task)
  const before = await log().execute()
  await change(ada, task, { tagIds: [tag] })
  expect(await log().execute()).toEqual(before)
})

test('an unknown tag and another person’s tag are refused with their paths, and nothing changes', async () => {
  const [task, own] = [await addTask(ada), await addTag(ada, 'own')]
  const foreign = await addTag(bob, 'foreign')
  for (const unknown of [foreign, randomUUID(), 'nonsense'])
    for (const name of ['tagIds', 'addTagIds', 'removeTagIds'])
      expect(await refuse(ada, task, { [name]: [own, unknown] })).toEqual({
        code: 'NOT_FOUND',
        message: 'There is no tag with this id',
        paths: [`input.${name}.1`],
      })
  expect(await tagsOf(ada, task)).toEqual([])
})

test('a task has 50 tags at most, however they are added', async () => {
  const task = await addTask(ada)
  const ids: string[] = []
  for (let nth = 0; nth < 51; nth += 1) ids.push(await addTag(ada, `many ${nth}`))
  const [last = '', ...fifty] = ids.toReversed()
  const crowded = {
    code: 'LIMIT_EXCEEDED',
    message: 'A task can have 50 tags, and this would make 51. Leave some out, or take some off.',
  }
  const made = await tryMutation(ada, 'createTask', { title: 'x', tagIds: ids })
  expect(refusalOf(made)).toEqual({ ...crowded, paths: ['input.tagIds'] })
  expect(await refuse(ada, task, { tagIds: ids })).toEqual({ ...crowded, paths: ['input.tagIds'] })
  await change(ada, task, { tagIds: fifty })
  const paths = ['input.addTagIds']
  expect(await refuse(ada, task, { addTagIds: [last] })).toEqual({ ...crowded, paths })
  expect(await tagsOf(ada, task)).toHaveLength(50)
  await change(ada, task, { addTagIds: [last], removeTagIds: fifty.slice(0, 1) })
  expect(await tagsOf(ada, task)).toHaveLength(50)
})

test('merging adds the remaining tag to every task that had one of the others', async () => {
  const [both, one, kept, none] = [
    await addTask(ada),
    await addTask(ada),
    await addTask(ada),
    await addTask(ada),
  ]
  const [into, x, y] = [await addTag(ada, 'into'), await addTag(ada, 'x'), await addTag(ada, 'y')]
  await change(ada, both, { tagIds: [x, y, into] })
  await change(ada, one, { tagIds: [y] })
  await runMutation(ada, 'deleteTask', { id: one }, 'mutationId')
  await change(ada, kept, { tagIds: [into] })
  const input = { fromIds: [x, y, x.toUpperCase()], intoId: into }
  const payload = 'tag { name openTaskCount } deletedTagIds'
  const merged = await runMutation(ada, 'mergeTags', input, payload)
  expect(merged.tag).toEqual({ name: 'into', openTaskCount: 2 })
  expect(merged.deletedTagIds.toSorted()).toEqual([x, y].toSorted())
  for (const task of [both, one, kept]) expect(await tagsOf(ada, task)).toEqual(['into'])
  expect(await tagsOf(ada, none)).toEqual([])
  expect((await ada.data(`{ tag(id: "${x}") { id } }`)).tag).toBeNull()
})

test('merging needs at least one other tag', async () => {
  const into = await addTag(ada, 'alone')
  for (const [fromIds, path, code] of [
    [[], 'input.fromIds', 'BAD_USER_INPUT'],
    [[into.toUpperCase()], 'input.fromIds.0', 'BAD_USER_INPUT'],
    [Array.from({ length: 101 }, () => randomUUID()), 'input.fromIds', 'LIMIT_EXCEEDED'],
  ] as const)
    expect(refusalOf(await tryMutation(ada, 'mergeTags', { fromIds, intoId: into }))).toMatchObject(
      { code, paths: [path] },
    )
})

test('a deleted tag is removed from every task, and the log has each removal', async () => {
  const [first, second] = [await addTask(ada), await addTask(ada)]
  const [gone, stays] = [await addTag(ada, 'gone'), await addTag(ada, 'stays')]
  await change(ada, [first, second], { tagIds: [gone, stays] })
  const { tag, mutationId } = await runMutation(
    ada,
    'deleteTag',
    { id: gone },
    'mutationId tag { id name }',
  )
  expect(tag).toEqual({ id: gone, name: 'gone' })
  expect(await tagsOf(ada, first)).toEqual(['stays'])
  expect(await tagsOf(ada, second)).toEqual(['stays'])
  const log = await app.owner
    .selectFrom('change')
    .select(['entity', 'operation'])
    .where('mutation_id', '=', mutationId)
    .orderBy('seq')
    .execute()
  expect(log).toEqual([
    { entity: 'task_tag', operation: 'delete' },
    { entity: 'task_tag', operation: 'delete' },
    { entity: 'tag', operation: 'delete' },
  ])
})

test('open tasks are counted for each tag, without completed and deleted ones', async () => {
  const counted = await addTag(ada, 'counted')
  const tasks = [
    await addTask(ada),
    await addTask(ada, { completed_at: '2026-01-01T00:00:00Z' }),
    await addTask(ada),
  ]
  await change(ada, tasks, { tagIds: [counted] })
  await runMutation(ada, 'deleteTask', { id: tasks[2] }, 'mutationId')
  expect(await ada.data(`{ tag(id: "${counted}") { openTaskCount } }`)).toEqual({
    tag: { openTaskCount: 1 },
  })
})

test('of the open tasks of a tag, those are counted apart that start on a later day', async () => {
  const counted = await addTag(ada, 'deferred')
  const tasks = [await addTask(ada), await addTask(ada, { start_on: '9998-01-01' })]
  await change(ada, tasks, { tagIds: [counted] })
  expect(await ada.data(`{ tag(id: "${counted}") { openTaskCount aheadTaskCount } }`)).toEqual({
    tag: { openTaskCount: 2, aheadTaskCount: 1 },
  })
})
