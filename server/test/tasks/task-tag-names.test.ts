import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { refusal, runMutation } from '../support/run-mutation.ts'
import { createTag } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const selection =
  'mutationId changedCount tasks { title tags { id name } } results { error { code } }'

async function createAll(person: Person, tasks: object[], more: object = {}): Promise<Json> {
  return runMutation(person, 'createTasks', { tasks, ...more }, selection)
}

async function tagNamesOf(person: Person): Promise<string[]> {
  const data = await person.data('{ tags(first: 100) { nodes { name } } }')
  return data.tags.nodes.map((tag: Json) => tag.name)
}

test('A tag is found by its name in any case, or created once for all tasks that name it', async () => {
  const deepWork = await createTag(ada, 'Deep work')
  await createTag(bob, 'Garden')
  const { tasks } = await createAll(ada, [
    { title: 'a', tagNames: ['deep WORK', ' Garden '] },
    { title: 'b', tagNames: ['garden', 'GARDEN'], tagIds: [deepWork] },
  ])
  const [first, second] = tasks.map((task: Json) => task.tags)
  expect(first.map((tag: Json) => tag.name)).toEqual(['Deep work', 'Garden'])
  expect(first[0].id).toBe(deepWork)
  expect(second).toEqual(first)
  expect(await tagNamesOf(ada)).toEqual(['Deep work', 'Garden'])
})

test('One undo removes the tasks and the tags that were created for them', async () => {
  const before = await tagNamesOf(ada)
  const tasks = [
    { title: 'a', tagNames: ['Fleeting'] },
    { title: 'b', tagNames: ['Passing', 'garden'] },
  ]
  const { mutationId } = await createAll(ada, tasks)
  expect(await tagNamesOf(ada)).toHaveLength(before.length + 2)
  await runMutation(ada, 'undo', { mutationId }, 'changes { id }')
  expect(await tagNamesOf(ada)).toEqual(before)
})

test('Creating the same tasks again creates no tasks and no tags', async () => {
  const tasks = [{ id: randomUUID(), title: 'a', tagNames: ['Again'] }]
  expect((await createAll(ada, tasks)).changedCount).toBe(1)
  const names = await tagNamesOf(ada)
  expect((await createAll(ada, tasks)).changedCount).toBe(0)
  expect(await tagNamesOf(ada)).toEqual(names)
  const other = [{ ...tasks[0], tagNames: ['Other'] }]
  expect((await refusal(ada, 'createTasks', { tasks: other }, selection)).code).toBe('CONFLICT')
})

test('No tag is created for a task that is refused', async () => {
  const tasks = [
    { title: '', tagNames: ['For nobody'] },
    { title: 'fine', tagNames: ['For somebody'] },
  ]
  const { results } = await createAll(ada, tasks, { mode: 'EACH' })
  expect(results.map((result: Json) => result.error?.code ?? null)).toEqual([
    'BAD_USER_INPUT',
    null,
  ])
  expect(await tagNamesOf(ada)).toContain('For somebody')
  expect(await tagNamesOf(ada)).not.toContain('For nobody')
})

test('Invalid tag names, and too many of them, are refused with their paths', async () => {
  const nameless = { title: 'a', tagNames: ['fine', ' ', 'x'.repeat(101)] }
  expect(await refusal(ada, 'createTask', nameless)).toEqual({
    code: 'BAD_USER_INPUT',
    paths: ['input.tagNames.1', 'input.tagNames.2'],
  })
  const tagNames = Array.from({ length: 51 }, (_, index) => `tag ${index}`)
  expect(await refusal(ada, 'createTask', { title: 'a', tagNames })).toEqual({
    code: 'LIMIT_EXCEEDED',
    paths: ['input.tagNames'],
  })
})
