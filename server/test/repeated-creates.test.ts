import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { readTables } from './support/random-mutations.ts'
import { refusalOf, runMutation, tryMutation } from './support/run-mutation.ts'
import { startTestApp } from './support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const [first, second] = [randomUUID(), randomUUID()]

test.each<[string, object]>([
  ['createTask', { id: randomUUID(), title: 'One' }],
  ['createTasks', { tasks: [first, second].map((id) => ({ id, title: 'One of two' })) }],
  ['quickAdd', { id: randomUUID(), text: 'Buy milk' }],
  ['createList', { id: randomUUID(), name: 'Home' }],
  ['createTag', { id: randomUUID(), name: 'errand' }],
  ['createSavedView', { id: randomUUID(), name: 'Mine' }],
])('the mutation that a repeated %s returns can be undone', async (name, input) => {
  const ada = await app.createPerson('ada')
  const before = await readTables(app.owner, ada.userId)
  const made = await runMutation(ada, name, input, 'mutationId')
  const again = await runMutation(ada, name, input, 'mutationId')
  expect(again.mutationId).toBe(made.mutationId)
  await runMutation(ada, 'undo', { mutationId: again.mutationId }, 'mutationId')
  expect(await readTables(app.owner, ada.userId)).toEqual(before)
})

test('tasks that several mutations created, or some of which are new, have a mutation of their own', async () => {
  const ada = await app.createPerson('ada')
  const [one, two, three] = ['One', 'Two', 'Three'].map((title) => ({ id: randomUUID(), title }))
  const ids = new Set<string>()
  for (const tasks of [[one], [two], [one, two], [one, three]])
    ids.add((await runMutation(ada, 'createTasks', { tasks }, 'mutationId')).mutationId)
  expect(ids.size).toBe(4)
})

const renamed = [
  ['List', 'list', { name: 'Home', color: 'TEAL', icon: '🏠' }],
  ['Tag', 'tag', { name: 'errand', color: 'TEAL' }],
  ['SavedView', 'savedView', { name: 'Mine', filter: { completed: { eq: false } } }],
] as const

test.each(renamed)(
  'repeating the create of a %s after a renaming returns the stored one',
  async (type, field, made) => {
    const ada = await app.createPerson('ada')
    const input = { id: randomUUID(), ...made }
    const payload = `mutationId ${field} { name }`
    const first = await runMutation(ada, `create${type}`, input, payload)
    await runMutation(ada, `update${type}`, { id: input.id, name: 'Other' }, 'mutationId')
    const again = await runMutation(ada, `create${type}`, input, payload)
    expect(again).toEqual({ mutationId: first.mutationId, [field]: { name: 'Other' } })
  },
)

test.each(renamed)(
  'a create of a %s with its new name isn’t a repetition',
  async (type, _field, made) => {
    const ada = await app.createPerson('ada')
    const input = { id: randomUUID(), ...made }
    await runMutation(ada, `create${type}`, input, 'mutationId')
    await runMutation(ada, `update${type}`, { id: input.id, name: 'Other' }, 'mutationId')
    const answer = await tryMutation(ada, `create${type}`, { ...input, name: 'Other' })
    expect(refusalOf(answer)).toMatchObject({ code: 'CONFLICT', paths: ['input.id'] })
  },
)
