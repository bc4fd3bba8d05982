import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '../support/person.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const add = async (person: Person, name: string, insertAt: object = {}): Promise<string> =>
  (await runMutation(person, 'createList', { name, ...insertAt }, 'list { id }')).list.id
const move = (person: Person, id: string, insertAt: object) =>
  runMutation(person, 'moveList', { id, ...insertAt }, 'list { position updatedAt }')
async function names(person: Person, args = ''): Promise<string[]> {
  const { lists } = await person.data(`{ lists${args} { nodes { name } } }`)
  return lists.nodes.map((list: { name: string }) => list.name)
}

async function createPersonWithLists(name: string) {
  const person = await app.createPerson(name)
  const ids = { A: await add(person, 'A'), B: await add(person, 'B'), C: await add(person, 'C') }
  return { person, ids }
}

test('new lists are added at the end, or beside the one that is named', async () => {
  const { person, ids } = await createPersonWithLists('ada')
  expect(await names(person)).toEqual(['Inbox', 'A', 'B', 'C'])
  await add(person, 'after A', { afterId: ids.A })
  await add(person, 'before A', { beforeId: ids.A.toUpperCase() })
  expect(await names(person)).toEqual(['Inbox', 'before A', 'A', 'after A', 'B', 'C'])
})

test('a list moves before or after any other, the inbox too', async () => {
  const { person, ids } = await createPersonWithLists('bea')
  await move(person, ids.C, { beforeId: ids.A })
  expect(await names(person)).toEqual(['Inbox', 'C', 'A', 'B'])
  await move(person, ids.A, { afterId: ids.B })
  expect(await names(person)).toEqual(['Inbox', 'C', 'B', 'A'])
  const { lists } = await person.data('{ lists(first: 1) { nodes { id } } }')
  await move(person, lists.nodes[0].id, { afterId: ids.A })
  expect(await names(person)).toEqual(['C', 'B', 'A', 'Inbox'])
})

test('moving a list to its own position changes nothing', async () => {
  const { person, ids } = await createPersonWithLists('cleo')
  const first = await move(person, ids.B, { afterId: ids.A })
  expect(await move(person, ids.B, { beforeId: ids.C })).toEqual(first)
})

test('a move needs exactly one neighbour, another list', async () => {
  const { person, ids } = await createPersonWithLists('dan')
  const id = ids.A
  for (const [insertAt, path] of [
    [{}, 'input'],
    [{ afterId: null }, 'input'],
    [{ afterId: ids.B, beforeId: ids.C }, 'input.beforeId'],
    [{ afterId: id.toUpperCase() }, 'input.afterId'],
  ] as const)
    expect(refusalOf(await tryMutation(person, 'moveList', { id, ...insertAt }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      paths: [path],
    })
  expect(refusalOf(await tryMutation(person, 'moveList', { id, afterId: randomUUID() }))).toEqual({
    code: 'NOT_FOUND',
    message: 'There is no list with this id',
    paths: ['input.afterId'],
  })
})

test('when the gap between two lists gets too narrow, all get new positions and keep their order', async () => {
  const { person, ids } = await createPersonWithLists('eve')
  const longKey = `b00${'a0'.repeat(58)}`
  await app.owner
    .updateTable('list')
    .set({ position: longKey })
    .where('id', '=', ids.A)
    .where('user_id', '=', person.userId)
    .execute()
  await app.owner
    .updateTable('list')
    .set({ position: `${longKey}a0` })
    .where('id', '=', ids.B)
    .where('user_id', '=', person.userId)
    .execute()
  await add(person, 'between', { afterId: ids.A })
  const positions = await app.owner
    .selectFrom('list')
    .select('position')
    .where('user_id', '=', person.userId)
    .execute()
  expect(positions.every(({ position }) => position.length < 10)).toBe(true)
  expect((await names(person)).filter((name) => name.length < 2 || name === 'between')).toEqual([
    'A',
    'between',
    'B',
    'C',
  ])
})

test('pages go through the lists in order, forwards and backwards', async () => {
  const { person } = await createPersonWithLists('flo')
  const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
    lists(first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`
  const { lists: start } = await person.data(query, { first: 3 })
  expect(start.nodes.map((list: { name: string }) => list.name)).toEqual(['Inbox', 'A', 'B'])
  expect(start).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } })
  const { lists: end } = await person.data(query, { first: 3, after: start.pageInfo.endCursor })
  expect(end.nodes).toEqual([{ name: 'C' }])
  const { lists: back } = await person.data(query, { last: 2, before: end.pageInfo.startCursor })
  expect(back.nodes).toEqual([{ name: 'A' }, { name: 'B' }])
  expect(back.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true })
  const forged = Buffer.from(JSON.stringify(['list', 'no key', randomUUID()])).toString('base64url')
  expect(refusalOf(await person.gql(query, { first: 3, after: forged }))).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('archived lists are shown when asked for, those in the trash by themselves', async () => {
  const { person, ids } = await createPersonWithLists('gus')
  await runMutation(person, 'archiveList', { id: ids.A }, 'mutationId')
  await runMutation(person, 'archiveList', { id: ids.B }, 'mutationId')
  await runMutation(person, 'deleteList', { id: ids.B }, 'mutationId')
  expect(await names(person)).toEqual(['Inbox', 'C'])
  expect(await names(person, '(includeArchived: true)')).toEqual(['Inbox', 'A', 'C'])
  expect(await names(person, '(inTrash: true)')).toEqual(['B'])
  const { lists } = await person.data('{ lists(inTrash: true) { totalCount } }')
  expect(lists.totalCount).toBe(1)
})
