import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { tryMutation } from '../support/run-mutation.ts'
import {
  addTasks,
  changeTask,
  inboxOf,
  insertList,
  readTask,
  taskPayload,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const issuePaths = (answer: Awaited<ReturnType<typeof tryMutation>>) =>
  answer.errors?.[0]?.extensions.issues?.map((issue) => issue.path.join('.')).sort()

test('a task that names no list goes to the inbox, open and outside the trash', async () => {
  const task = await changeTask(ada, 'createTask', { title: 'Buy bread' })
  expect(task).toMatchObject({
    title: 'Buy bread',
    description: null,
    completed: false,
    completedAt: null,
    deletedAt: null,
    list: { id: await inboxOf(ada), name: 'Inbox' },
  })
  expect(task.updatedAt).toBe(task.createdAt)
  expect(await readTask(ada, task.id)).toEqual(task)
})

test('an id made by the server is a UUID of version 7', async () => {
  const [first, second] = await addTasks(ada, 'one', 'two')
  expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([second?.id, first?.id].sort()).toEqual([first?.id, second?.id])
})

test('a create with the same id and input gives the stored task and changes nothing', async () => {
  const input = { id: randomUUID(), title: 'Call Mum', description: 'about *Sunday*' }
  const first = await changeTask(ada, 'createTask', input)
  expect(first.id).toBe(input.id)
  expect(await changeTask(ada, 'createTask', input)).toEqual(first)
  expect(await changeTask(ada, 'createTask', { ...input, id: input.id.toUpperCase() })).toEqual(
    first,
  )
})

test.each([
  ['title', { title: 'Other' }],
  ['description', { description: 'other' }],
  ['no description', { description: null }],
])('a create with the same id and another %s is a conflict', async (_name, difference) => {
  const input = { id: randomUUID(), title: 'Call Mum', description: 'about *Sunday*' }
  const stored = await changeTask(ada, 'createTask', input)
  const answer = await tryMutation(ada, 'createTask', { ...input, ...difference }, taskPayload)
  expect(codesOf(answer)).toEqual(['CONFLICT'])
  expect(issuePaths(answer)).toEqual(['input.id'])
  expect(await readTask(ada, input.id)).toEqual(stored)
})

test('a create with the same id and another list is a conflict', async () => {
  const listId = await insertList(app.owner, ada, 'Home')
  const input = { id: randomUUID(), title: 'Sweep', listId }
  await changeTask(ada, 'createTask', input)
  const answer = await tryMutation(
    ada,
    'createTask',
    { ...input, listId: await inboxOf(ada) },
    taskPayload,
  )
  expect(codesOf(answer)).toEqual(['CONFLICT'])
})

test('an id that somebody else uses is as good as a free one', async () => {
  const input = { id: randomUUID(), title: 'Mine' }
  const adas = await changeTask(ada, 'createTask', input)
  const bobs = await changeTask(bob, 'createTask', { ...input, title: 'Mine too' })
  expect(bobs.id).toBe(adas.id)
  expect(await readTask(ada, input.id)).toEqual(adas)
  expect(await readTask(bob, input.id)).toEqual(bobs)
})

test('twenty creates with one id at the same time make one task', async () => {
  const input = { id: randomUUID(), title: 'Only once' }
  const made = await Promise.all(
    Array.from({ length: 20 }, () => changeTask(ada, 'createTask', input)),
  )
  for (const task of made) expect(task).toEqual(made[0])
})

test('every problem of an input is told at once', async () => {
  const input = { id: 'not-a-uuid', title: ' ', description: 'a\ud83d' }
  const answer = await tryMutation(ada, 'createTask', input, taskPayload)
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(issuePaths(answer)).toEqual(['input.description', 'input.id', 'input.title'])
  for (const { message } of answer.errors?.[0]?.extensions.issues ?? [])
    expect(answer.errors?.[0]?.message).toContain(message)
})

test.each([
  ['empty', ''],
  ['white space', ' \t '],
  ['invisible', '\u200b\u2060'],
  ['empty Braille cells', '\u2800\u{1d159}\ufffc'],
  ['half a character', 'a\ud83d'],
  ['501 characters', 'x'.repeat(501)],
])('a title is refused: %s', async (_name, title) => {
  const answer = await tryMutation(ada, 'createTask', { title }, taskPayload)
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(issuePaths(answer)).toEqual(['input.title'])
})

test.each([
  ['500 characters beyond the basic plane', '𝕏'.repeat(500)],
  ['emoji of several code points', '👩🏽‍🚒 check 🇺🇳'],
  ['Arabic with marks', 'اشترِ الخبزَ'],
  ['quotes, backslashes and SQL', `'; drop table task; -- \\ "x" $1 %s`],
  ['markup', '<img src=x onerror=alert(1)>'],
])('a title is kept as it is: %s', async (_name, title) => {
  const { id } = await changeTask(ada, 'createTask', { title })
  expect((await readTask(ada, id)).title).toBe(title)
})

test('pasted text is taken without the signs that nobody sees', async () => {
  const input = { title: 'a\tb\r\nc\0\u2028d', description: 'un\u0085deux\u000btrois\0\u2029' }
  const { id, title, description } = await changeTask(ada, 'createTask', input)
  expect({ title, description }).toEqual({ title: 'a b c d', description: 'un\ndeux\ntrois\n' })
  const changed = await changeTask(ada, 'updateTask', { id, title: 'e\n\nf', description: 'a\0' })
  expect(changed).toMatchObject({ title: 'e f', description: 'a' })
})

test('texts are stored in one Unicode form, without white space around a title', async () => {
  const input = { title: '  Cafe\u0301  ', description: 'un\r\ndeux\rtrois' }
  const { title, description } = await changeTask(ada, 'createTask', input)
  expect({ title, description }).toEqual({ title: 'Caf\u00e9', description: 'un\ndeux\ntrois' })
})

test('a note of fifty thousand characters is kept, one more is refused, an empty one is none', async () => {
  const long = await changeTask(ada, 'createTask', { title: 'a', description: 'é'.repeat(50_000) })
  expect(long.description).toHaveLength(50_000)
  const tooLong = await tryMutation(
    ada,
    'createTask',
    {
      title: 'a',
      description: 'é'.repeat(50_001),
    },
    taskPayload,
  )
  expect(issuePaths(tooLong)).toEqual(['input.description'])
  const empty = await changeTask(ada, 'createTask', { title: 'a', description: '' })
  expect(empty.description).toBeNull()
})

test.each(['', 'inbox', '\u0000', randomUUID()])('the list "%s" is not there', async (listId) => {
  const answer = await tryMutation(ada, 'createTask', { title: 'a', listId }, taskPayload)
  expect(codesOf(answer)).toEqual(['NOT_FOUND'])
  expect(issuePaths(answer)).toEqual(['input.listId'])
})

test('a field that the schema does not have is refused with its name', async () => {
  const answer = await tryMutation(
    ada,
    'createTask',
    { title: 'a', userId: bob.userId },
    taskPayload,
  )
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(answer.errors?.[0]?.message).toContain('userId')
})
