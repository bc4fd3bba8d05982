import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { changeTask, inboxOf, insertList } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'
import { walkPages } from '../support/walk-pages.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

test('a new person has one list, the inbox', async () => {
  const { bob } = await app.createPeople('bob')
  const { lists } = await bob.data(
    '{ lists { totalCount nodes { id name isInbox createdAt updatedAt } } }',
  )
  expect(lists).toEqual({
    totalCount: 1,
    nodes: [
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        name: 'Inbox',
        isInbox: true,
        createdAt: expect.stringMatching(/Z$/),
        updatedAt: expect.stringMatching(/Z$/),
      },
    ],
  })
})

test('all pages of lists joined are complete, whatever their size and direction', async () => {
  for (let index = 0; index < 12; index += 1) await insertList(app.owner, ada, `List ${index}`)
  const whole = (await walkPages(ada, 'lists', { size: 100, direction: 'forward' })).flat()
  expect(new Set(whole).size).toBe(13)
  for (const direction of ['forward', 'backward'] as const)
    for (const size of [1, 4, 5, 13, 100])
      expect((await walkPages(ada, 'lists', { size, direction })).flat()).toEqual(whole)
})

test('a list is found by its id, in capitals too, and an unknown one is null', async () => {
  const id = await insertList(app.owner, ada, 'Home')
  const find = async (listId: string) =>
    (await ada.data('query ($id: ID!) { list(id: $id) { id name } }', { id: listId })).list
  expect(await find(id)).toEqual({ id, name: 'Home' })
  expect(await find(id.toUpperCase())).toEqual({ id, name: 'Home' })
  expect(await find(randomUUID())).toBeNull()
})

test('a cursor of tasks isn’t accepted for lists', async () => {
  await changeTask(ada, 'createTask', { title: 'Task' })
  const { tasks } = await ada.data('{ tasks { pageInfo { endCursor } } }')
  const answer = await ada.gql('query ($after: String) { lists(after: $after) { totalCount } }', {
    after: tasks.pageInfo.endCursor,
  })
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
})

test('each task of a page has its own list', async () => {
  const listIds = [await insertList(app.owner, ada, 'A'), await insertList(app.owner, ada, 'B')]
  for (const listId of [...listIds, ...listIds, await inboxOf(ada)])
    await changeTask(ada, 'createTask', { title: 'Task', listId })
  const { tasks } = await ada.data('{ tasks(first: 5) { nodes { list { name } } } }')
  const names = tasks.nodes.map((task: { list: { name: string } }) => task.list.name)
  expect(names.sort()).toEqual(['A', 'A', 'B', 'B', 'Inbox'])
})
