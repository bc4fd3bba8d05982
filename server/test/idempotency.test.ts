import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { schema } from '../src/schema.ts'
import type { Json } from './support/ask.ts'
import type { Person } from './support/person.ts'
import { readRowsOf } from './support/rows.ts'
import { refusalOf, runMutation, tryMutation } from './support/run-mutation.ts'
import { buildCall, fillAccount } from './support/schema-operations.ts'
import { startTestApp } from './support/test-app.ts'

// Generated from the schema: a new mutation is covered the day it appears.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

/** What these mutations need besides one object of each kind, or instead of it. */
const preparations: Record<string, (person: Person) => Promise<Json>> = {
  createTag: async () => ({ name: 'Something' }),
  moveList: async (person) => ({ beforeId: await make(person, 'createList', 'list') }),
  moveSavedView: async (person) => ({
    beforeId: await make(person, 'createSavedView', 'savedView'),
  }),
  skipOccurrence: async (person) => {
    const input = { title: 'Often', dueOn: '2099-01-05', recurrence: { rule: 'FREQ=DAILY' } }
    return { id: (await runMutation(person, 'createTask', input, 'task { id }')).task.id }
  },
  mergeTags: async (person) => ({
    fromIds: [await make(person, 'createTag', 'tag', 'one')],
    intoId: await make(person, 'createTag', 'tag', 'other'),
  }),
  undo: async (person) => runMutation(person, 'createTag', { name: 'undone' }, 'mutationId'),
  redo: async (person) => {
    const made = await runMutation(person, 'createTag', { name: 'redone' }, 'mutationId')
    return runMutation(person, 'undo', made, 'mutationId')
  },
}

async function make(person: Person, mutation: string, kind: string, name = 'one more') {
  const made = await runMutation(person, mutation, { name }, `${kind} { id }`)
  return made[kind].id as string
}

test.each(mutations)('$name with one idempotencyKey happens once', async (field) => {
  const person = await app.createPerson('ada')
  const own = await fillAccount(schema, person, 'Anything')
  const { variables } = buildCall(schema, 'mutation', field, own, '{ mutationId }')
  const prepared = await preparations[field.name]?.(person)
  const input = { ...(variables.input as object), ...prepared, idempotencyKey: randomUUID() }
  const first = await tryMutation(person, field.name, input)
  expect(first.errors).toBeUndefined()
  const rows = await readRowsOf(app.owner, person.userId)
  const again = await tryMutation(person, field.name, input)
  expect(again.text).toBe(first.text)
  const other = field.name === 'createList' ? 'createTag' : 'createList'
  const { idempotencyKey } = input
  const used = await tryMutation(person, other, { name: 'Something else', idempotencyKey })
  expect(refusalOf(used)?.code).toBe('CONFLICT')
  expect(await readRowsOf(app.owner, person.userId)).toEqual(rows)
})

test.each(mutations)(
  '$name with an idempotencyKey that can’t be stored is refused',
  async (field) => {
    const person = await app.createPerson('ada')
    const own = await fillAccount(schema, person, 'Anything')
    const { variables } = buildCall(schema, 'mutation', field, own, '{ mutationId }')
    const prepared = await preparations[field.name]?.(person)
    const rows = await readRowsOf(app.owner, person.userId)
    for (const idempotencyKey of ['a\0b', 'a\ud83d']) {
      const input = { ...(variables.input as object), ...prepared, idempotencyKey }
      const refusal = refusalOf(await tryMutation(person, field.name, input))
      const paths = ['input.idempotencyKey']
      expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', paths })
      expect(refusal?.message).toContain('idempotencyKey holds')
    }
    expect(await readRowsOf(app.owner, person.userId)).toEqual(rows)
  },
)
