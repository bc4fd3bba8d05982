import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { bytesOf, refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const fields = 'id name color createdAt updatedAt'
const mutate = async (name: string, input: object): Promise<Json> =>
  (await runMutation(ada, name, input, `tag { ${fields} }`)).tag
const refuse = async (name: string, input: object) => refusalOf(await tryMutation(ada, name, input))
const readTag = async (id: string): Promise<Json> =>
  (await ada.data(`query ($id: ID!) { tag(id: $id) { ${fields} } }`, { id })).tag

test('a tag has a name and a colour, and both can be changed', async () => {
  const tag = await mutate('createTag', { name: ' home ', color: 'GREEN' })
  expect(tag).toMatchObject({ name: 'home', color: 'GREEN' })
  const { id } = tag
  const renamed = await mutate('updateTag', { id, name: 'HOME' })
  expect(renamed).toMatchObject({ name: 'HOME', color: 'GREEN' })
  const plain = await mutate('updateTag', { id, color: null })
  expect(plain).toMatchObject({ name: 'HOME', color: null })
  expect(await readTag(id)).toEqual(plain)
  expect(await mutate('updateTag', { id, name: 'HOME' })).toEqual(plain)
})

test('two tags can’t have one name, in any case and Unicode form', async () => {
  const { id } = await mutate('createTag', { name: 'Café ﬁne' })
  const other = await mutate('createTag', { name: 'other' })
  for (const name of ['Café ﬁne', 'CAFÉ FINE', 'cafe\u0301 fine']) {
    expect(await refuse('createTag', { name })).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('“Café ﬁne”'),
      paths: ['input.name'],
    })
    expect(await refuse('updateTag', { id: other.id, name })).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('mergeTags'),
      paths: ['input.name'],
    })
  }
  expect(await mutate('updateTag', { id, name: 'CAFÉ ﬁne' })).toMatchObject({ name: 'CAFÉ ﬁne' })
})

test('a name with invisible characters, or with another spacing, is the same tag', async () => {
  await mutate('createTag', { name: 'deep admin' })
  for (const name of ['deep  admin', 'deep\tadmin', 'de\u200bep admin\ufe0f', 'deep \u2060 ADMIN'])
    expect(await refuse('createTag', { name })).toMatchObject({ code: 'CONFLICT' })
  const { task } = await runMutation(
    ada,
    'createTask',
    { title: 'a', tagNames: ['deep  admin', 'deep ad\u200dmin'] },
    'task { tags { name } }',
  )
  expect(task.tags).toEqual([{ name: 'deep admin' }])
  const line = await runMutation(
    ada,
    'quickAdd',
    { text: 'call @"deep  ad\u200bmin"' },
    'task { title tags { name } } newTags { id }',
  )
  expect(line).toEqual({ task: { title: 'call', tags: [{ name: 'deep admin' }] }, newTags: [] })
})

test('a tag from before names were compared more broadly keeps its name, and can be changed', async () => {
  await mutate('createTag', { name: 'errand' })
  const { id } = await mutate('createTag', { name: 'not yet' })
  const name = 'err\u200band'
  await app.owner.updateTable('tag').set({ name, name_key: name }).where('id', '=', id).execute()
  expect(await mutate('updateTag', { id, name, color: 'RED' })).toMatchObject({
    name,
    color: 'RED',
  })
  expect(await refuse('updateTag', { id, name: 'errand' })).toMatchObject({ code: 'CONFLICT' })
  expect(await mutate('updateTag', { id, name: 'errands' })).toMatchObject({ name: 'errands' })
  expect(await refuse('createTag', { name: 'err\u200bands' })).toMatchObject({ code: 'CONFLICT' })
})

test('all problems of a new tag are reported together', async () => {
  expect(await refuse('createTag', { id: 'one', name: '' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    paths: ['input.id', 'input.name'],
  })
  const { id } = await mutate('createTag', { name: 'named' })
  for (const name of [null, ' ', 'x'.repeat(101), '\u2800\ufffc', '\ufdfa'.repeat(100)])
    expect(await refuse('updateTag', { id, name })).toMatchObject({
      code: 'BAD_USER_INPUT',
      paths: ['input.name'],
    })
})

test('repeating a create returns the stored tag, another one with its id is a conflict', async () => {
  const input = { id: randomUUID(), name: 'once', color: 'RED' }
  const tag = await mutate('createTag', input)
  expect(await mutate('createTag', input)).toEqual(tag)
  for (const other of [{ name: 'twice' }, { color: 'BLUE' }])
    expect(await refuse('createTag', { ...input, ...other })).toMatchObject({
      code: 'CONFLICT',
      paths: ['input.id'],
    })
})

test('tags are sorted by name as in a dictionary, page by page', async () => {
  const cleo = await app.createPerson('cleo')
  for (const name of ['b', 'A', 'd', 'Ç'])
    await runMutation(cleo, 'createTag', { name }, 'mutationId')
  const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
    tags(first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { name } pageInfo { hasNextPage endCursor startCursor }
    }
  }`
  const { tags: start } = await cleo.data(query, { first: 3 })
  expect(start).toMatchObject({
    totalCount: 4,
    nodes: [{ name: 'A' }, { name: 'b' }, { name: 'Ç' }],
    pageInfo: { hasNextPage: true },
  })
  const { tags: end } = await cleo.data(query, { after: start.pageInfo.endCursor })
  expect(end).toMatchObject({ nodes: [{ name: 'd' }], pageInfo: { hasNextPage: false } })
  const { tags: back } = await cleo.data(query, { last: 1, before: end.pageInfo.startCursor })
  expect(back.nodes).toEqual([{ name: 'Ç' }])
  const forged = Buffer.from(JSON.stringify(['tag', '\0', randomUUID()])).toString('base64url')
  expect(refusalOf(await cleo.gql(query, { after: forged }))).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('another person’s tag is answered like an unknown one, and stays the same', async () => {
  const own = await mutate('createTag', { name: 'own' })
  const { id } = (await runMutation(bob, 'createTag', { name: 'bobs' }, 'tag { id }')).tag
  const inputs: [string, (foreign: string) => object][] = [
    ['updateTag', (foreign) => ({ id: foreign, name: 'mine' })],
    ['deleteTag', (foreign) => ({ id: foreign })],
    ['mergeTags', (foreign) => ({ fromIds: [foreign], intoId: own.id })],
    ['mergeTags', (foreign) => ({ fromIds: [own.id], intoId: foreign })],
  ]
  for (const [name, input] of inputs) {
    const foreign = await tryMutation(ada, name, input(id))
    expect(refusalOf(foreign), name).toMatchObject({ code: 'NOT_FOUND' })
    expect(bytesOf(foreign)).toBe(bytesOf(await tryMutation(ada, name, input(randomUUID()))))
    expect(bytesOf(foreign)).toBe(bytesOf(await tryMutation(ada, name, input('nonsense'))))
  }
  expect(await readTag(id)).toBeNull()
  expect((await bob.data(`{ tag(id: "${id}") { name } }`)).tag).toEqual({ name: 'bobs' })
  expect(await mutate('createTag', { id, name: 'bobs' })).toMatchObject({ id, name: 'bobs' })
})
