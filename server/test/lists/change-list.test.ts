import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { bytesOf, refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const fields = 'id name color icon position isInbox archivedAt deletedAt createdAt updatedAt'
const mutate = async (name: string, input: object): Promise<Json> =>
  (await runMutation(ada, name, input, `list { ${fields} }`)).list
const refuse = async (name: string, input: object) => refusalOf(await tryMutation(ada, name, input))
const readList = async (id: string): Promise<Json> =>
  (await ada.data(`query ($id: ID!) { list(id: $id) { ${fields} } }`, { id })).list
const inboxOf = async (person: typeof ada): Promise<string> =>
  (await person.data('{ lists(first: 1) { nodes { id isInbox } } }')).lists.nodes[0].id

test('a list has a name, a colour and an icon, and all of them can be changed', async () => {
  const list = await mutate('createList', { name: ' Home ', color: 'TEAL', icon: '🏡' })
  expect(list).toMatchObject({ name: 'Home', color: 'TEAL', icon: '🏡', isInbox: false })
  const { id } = list
  expect(await mutate('updateList', { id, name: 'House' })).toMatchObject({
    name: 'House',
    color: 'TEAL',
    icon: '🏡',
  })
  const plain = await mutate('updateList', { id, color: null, icon: null })
  expect(plain).toMatchObject({ name: 'House', color: null, icon: null })
  expect(await readList(id)).toEqual(plain)
})

test('an update without changes leaves no trace', async () => {
  const list = await mutate('createList', { name: 'Still', color: 'RED' })
  const log = () => app.owner.selectFrom('change').select('seq').where('entity_id', '=', list.id)
  const before = await log().execute()
  expect(await mutate('updateList', { id: list.id, name: 'Still', color: 'RED' })).toEqual(list)
  expect(await log().execute()).toEqual(before)
})

test('all problems of a new list are reported together', async () => {
  const input = { id: 'one', name: ' ', icon: 'AB', afterId: randomUUID(), beforeId: randomUUID() }
  expect(await refuse('createList', input)).toMatchObject({
    code: 'BAD_USER_INPUT',
    paths: ['input.id', 'input.name', 'input.icon', 'input.beforeId'],
  })
  expect(await refuse('createList', { name: 'x'.repeat(101) })).toMatchObject({
    code: 'BAD_USER_INPUT',
    paths: ['input.name'],
  })
})

test('a name can’t be cleared', async () => {
  const { id } = await mutate('createList', { name: 'Named' })
  expect(await refuse('updateList', { id, name: null })).toMatchObject({
    code: 'BAD_USER_INPUT',
    paths: ['input.name'],
  })
})

test('repeating a create returns the stored list, another one with its id is a conflict', async () => {
  const input = { id: randomUUID().toUpperCase(), name: 'Once', color: 'PINK' }
  const list = await mutate('createList', input)
  expect(list.id).toBe(input.id.toLowerCase())
  expect(await mutate('createList', input)).toEqual(list)
  for (const other of [{ name: 'Twice' }, { color: null }, { icon: '🎈' }])
    expect(await refuse('createList', { ...input, ...other })).toMatchObject({
      code: 'CONFLICT',
      paths: ['input.id'],
    })
  expect(await readList(list.id)).toEqual(list)
})

test('an archived list comes back unchanged, and archiving twice keeps the first time', async () => {
  const list = await mutate('createList', { name: 'Later' })
  const archived = await mutate('archiveList', { id: list.id })
  expect(archived.archivedAt).not.toBeNull()
  expect(await mutate('archiveList', { id: list.id })).toEqual(archived)
  const back = await mutate('unarchiveList', { id: list.id })
  expect(back).toEqual({ ...list, updatedAt: back.updatedAt })
  expect(await mutate('unarchiveList', { id: list.id })).toEqual(back)
})

test('the inbox can be renamed, but neither archived nor deleted, and the answer says why', async () => {
  const id = await inboxOf(ada)
  expect(await mutate('updateList', { id, name: 'In' })).toMatchObject({
    isInbox: true,
    name: 'In',
  })
  for (const name of ['archiveList', 'deleteList']) {
    const refusal = await refuse(name, { id })
    expect(refusal).toMatchObject({ code: 'CONFLICT', paths: ['input.id'] })
    expect(refusal?.message).toMatch(/^The inbox can’t be/)
  }
  expect(await readList(id)).toMatchObject({ archivedAt: null, deletedAt: null })
})

test('a list in the trash must be restored before other changes', async () => {
  const { id } = await mutate('createList', { name: 'Gone' })
  await mutate('deleteList', { id })
  const other = await inboxOf(ada)
  for (const [name, input] of Object.entries({
    updateList: { id, name: 'Other' },
    moveList: { id, beforeId: other },
    archiveList: { id },
    unarchiveList: { id },
  }))
    expect(await refuse(name, input), name).toEqual({
      code: 'CONFLICT',
      message: 'The list is in the trash. Restore it first.',
      paths: ['input.id'],
    })
  await mutate('restoreList', { id })
  expect(await mutate('updateList', { id, name: 'Other' })).toMatchObject({ name: 'Other' })
})

test('another person’s list is answered like an unknown one, and stays the same', async () => {
  const inbox = await inboxOf(ada)
  const { id } = (await runMutation(bob, 'createList', { name: 'Bob’s' }, 'list { id }')).list
  const before = await app.owner.selectFrom('list').selectAll().where('id', '=', id).execute()
  const inputs: [string, (foreign: string) => object][] = [
    ['updateList', (foreign) => ({ id: foreign, name: 'Mine' })],
    ['moveList', (foreign) => ({ id: foreign, afterId: inbox })],
    ['moveList', (foreign) => ({ id: inbox, afterId: foreign })],
    ['moveList', (foreign) => ({ id: inbox, beforeId: foreign })],
    ['createList', (foreign) => ({ name: 'Beside', afterId: foreign })],
    ['createList', (foreign) => ({ name: 'Beside', beforeId: foreign })],
    ['archiveList', (foreign) => ({ id: foreign })],
    ['unarchiveList', (foreign) => ({ id: foreign })],
    ['deleteList', (foreign) => ({ id: foreign })],
    ['restoreList', (foreign) => ({ id: foreign })],
  ]
  for (const [name, input] of inputs) {
    const foreign = await tryMutation(ada, name, input(id))
    expect(refusalOf(foreign), name).toMatchObject({ code: 'NOT_FOUND' })
    expect(bytesOf(foreign)).toBe(bytesOf(await tryMutation(ada, name, input(randomUUID()))))
    expect(bytesOf(foreign)).toBe(bytesOf(await tryMutation(ada, name, input('nonsense'))))
  }
  expect(await readList(id)).toBeNull()
  expect(await app.owner.selectFrom('list').selectAll().where('id', '=', id).execute()).toEqual(
    before,
  )
})

test('an id that somebody else uses is free', async () => {
  const { id } = (await runMutation(bob, 'createList', { name: 'Bob’s' }, 'list { id }')).list
  expect(await mutate('createList', { id, name: 'Ada’s' })).toMatchObject({ id, name: 'Ada’s' })
  expect((await bob.data(`{ list(id: "${id}") { name } }`)).list).toEqual({ name: 'Bob’s' })
})
