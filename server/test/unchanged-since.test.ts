import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from './support/ask.ts'
import { runMutation, tryMutation } from './support/run-mutation.ts'
import { startTestApp } from './support/test-app.ts'

// A change on the condition that nothing has changed since the caller read it.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const kinds = [
  { noun: 'task', name: 'Task', field: 'title', more: {} },
  { noun: 'list', name: 'List', field: 'name', more: {} },
  { noun: 'tag', name: 'Tag', field: 'name', more: {} },
  { noun: 'savedView', name: 'SavedView', field: 'name', more: { filter: {} } },
]

test.each(kinds)(
  'two programs that change the same $noun don’t undo each other’s work unknowingly',
  async (kind) => {
    const { noun, name, field, more } = kind
    const shown = `${noun} { id ${field} updatedAt }`
    const made = await runMutation(ada, `create${name}`, { [field]: randomUUID(), ...more }, shown)
    const { id, updatedAt: seen } = made[noun]
    const rename = (to: string, ifUnchangedSince?: string) =>
      tryMutation(ada, `update${name}`, { id, [field]: to, ifUnchangedSince }, shown)
    const read = async (): Promise<Json> =>
      (await ada.data(`query ($id: ID!) { ${shown.replace(noun, `${noun}(id: $id)`)} }`, { id }))[
        noun
      ]

    // Instants have milliseconds.
    while ((await read()).updatedAt === seen) await rename(randomUUID())
    const before = await read()
    const refused = await rename('From what was seen', seen)
    expect(refused.errors).toMatchObject([
      {
        extensions: {
          code: 'CONFLICT',
          reason: 'CHANGED_SINCE',
          issues: [{ path: ['input', 'ifUnchangedSince'] }],
        },
      },
    ])
    expect(await read()).toEqual(before)

    expect((await rename('From the newest', before.updatedAt)).errors).toBeUndefined()
    expect((await read())[field]).toBe('From the newest')
  },
)

test('the same instant in another zone is the same, and null is no condition', async () => {
  const { task } = await runMutation(ada, 'createTask', { title: 'One' }, 'task { id updatedAt }')
  const inTokyo = new Date(Date.parse(task.updatedAt) + 9 * 3_600_000).toISOString()
  for (const ifUnchangedSince of [inTokyo.replace('Z', '+09:00'), null]) {
    const changed = await tryMutation(ada, 'updateTask', {
      id: task.id,
      title: 'One',
      ifUnchangedSince,
    })
    expect(changed.errors).toBeUndefined()
  }
})

test('a conditional change can be repeated under its idempotency key', async () => {
  const { task } = await runMutation(ada, 'createTask', { title: 'One' }, 'task { id updatedAt }')
  const input = {
    ...{ id: task.id, title: 'Two', ifUnchangedSince: task.updatedAt },
    idempotencyKey: randomUUID(),
  }
  const first = await runMutation(ada, 'updateTask', input, 'mutationId')
  expect(await runMutation(ada, 'updateTask', input, 'mutationId')).toEqual(first)
})
