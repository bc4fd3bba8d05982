import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { schema } from '../src/schema.ts'
import { prepareInput } from './support/mutation-inputs.ts'
import { readRowsOf } from './support/rows.ts'
import { refusalOf, runMutation, tryMutation } from './support/run-mutation.ts'
import { startTestApp } from './support/test-app.ts'

// Generated from the schema: a new mutation is covered the day it appears.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

test.each(mutations)('$name with one idempotencyKey happens once', async (field) => {
  const person = await app.createPerson('ada')
  const accepted = await prepareInput(schema, person, field, app.owner)
  const input = { ...accepted, idempotencyKey: randomUUID() }
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

test.each(mutations)('$name with one newMutationId happens once, under that id', async (field) => {
  const person = await app.createPerson('ada')
  const accepted = await prepareInput(schema, person, field, app.owner)
  const newMutationId = randomUUIDv7()
  const input = { ...accepted, newMutationId }
  const first = await tryMutation(person, field.name, input)
  expect(first.errors).toBeUndefined()
  expect(first.data[field.name].mutationId).toBe(newMutationId)
  const rows = await readRowsOf(app.owner, person.userId)
  const again = await tryMutation(person, field.name, {
    ...input,
    newMutationId: newMutationId.toUpperCase(),
  })
  expect(again.text).toBe(first.text)
  const other = field.name === 'createList' ? 'createTag' : 'createList'
  const used = await tryMutation(person, other, { name: 'Something else', newMutationId })
  expect(refusalOf(used)?.code).toBe('CONFLICT')
  expect(await readRowsOf(app.owner, person.userId)).toEqual(rows)
})

test('a mutation that the service named can’t be claimed for another', async () => {
  const person = await app.createPerson('ada')
  const { mutationId } = await runMutation(person, 'createTag', { name: 'First' }, 'mutationId')
  const claim = { name: 'Second', newMutationId: mutationId }
  expect(refusalOf(await tryMutation(person, 'createTag', claim))).toMatchObject({
    code: 'CONFLICT',
    paths: ['input.newMutationId'],
  })
})

test('another person can give their mutation the same id', async () => {
  const [ada, bob] = [await app.createPerson('ada'), await app.createPerson('bob')]
  const input = { name: 'Mine', newMutationId: randomUUIDv7() }
  for (const person of [ada, bob])
    expect((await tryMutation(person, 'createTag', input)).errors).toBeUndefined()
})

test('a mutation that was refused can be sent again with its id', async () => {
  const person = await app.createPerson('ada')
  const id = randomUUIDv7()
  const input = { id, title: 'Now there', newMutationId: randomUUIDv7() }
  expect(refusalOf(await tryMutation(person, 'updateTask', input))?.code).toBe('NOT_FOUND')
  await runMutation(person, 'createTask', { id, title: 'There' }, 'mutationId')
  const done = await runMutation(person, 'updateTask', input, 'mutationId task { title }')
  expect(done).toEqual({ mutationId: input.newMutationId, task: { title: 'Now there' } })
})

test.each([
  ['not-a-uuid', 'must be a UUID of version 7'],
  ['3f1c9d5e-8a34-4c0e-9a43-0d6f6b9f3b1a', 'must be a UUID of version 7'],
  ['01890000-0000-7000-8000-000000000000', 'known for 90 days'],
  ['ffff0000-0000-7000-8000-000000000000', 'Correct the clock'],
])('the newMutationId %s is refused', async (newMutationId, words) => {
  const person = await app.createPerson('ada')
  const refusal = refusalOf(await tryMutation(person, 'createTag', { name: 'a', newMutationId }))
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', paths: ['input.newMutationId'] })
  expect(refusal?.message).toContain(words)
})

test.each(mutations)(
  '$name with an idempotencyKey that can’t be stored is refused',
  async (field) => {
    const person = await app.createPerson('ada')
    const accepted = await prepareInput(schema, person, field, app.owner)
    const rows = await readRowsOf(app.owner, person.userId)
    for (const idempotencyKey of ['a\0b', 'a\ud83d']) {
      const input = { ...accepted, idempotencyKey }
      const refusal = refusalOf(await tryMutation(person, field.name, input))
      const paths = ['input.idempotencyKey']
      expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', paths })
      expect(refusal?.message).toContain('idempotencyKey holds')
    }
    expect(await readRowsOf(app.owner, person.userId)).toEqual(rows)
  },
)
