import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { exportFrom, exportJsonFrom } from '../support/transfer.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

type Form = 'csv' | 'ics' | 'md' | 'txt'

/** Somebody with a task of every kind. */
async function createOwner(): Promise<Person> {
  const person = await app.createPerson('ada')
  const create = (input: Json) => runMutation(person, 'createTask', input, 'task { id }')
  const { list } = await runMutation(person, 'createList', { name: 'At home' }, 'list { id }')
  const { tag } = await runMutation(person, 'createTag', { name: 'a, "b"' }, 'tag { id }')
  const { task } = await create({
    ...{ title: 'Clean; the, oven', description: 'First\nSecond', priority: 'URGENT' },
    ...{ listId: list.id, tagIds: [tag.id], dueOn: '2027-02-01', dueTime: '09:30' },
    ...{ dueTimeZone: 'Europe/London', recurrence: { rule: 'FREQ=WEEKLY', basis: 'COMPLETION' } },
  })
  await create({ title: 'Buy soap', parentId: task.id, startOn: '2027-01-01', dueOn: '2027-01-05' })
  const { task: done } = await create({ title: '=1+1', dueOn: '2027-01-02' })
  await runMutation(person, 'completeTask', { id: done.id }, 'task { id }')
  const { task: gone } = await create({ title: 'Gone' })
  await runMutation(person, 'deleteTask', { id: gone.id }, 'mutationId')
  return person
}

const ada = await createOwner()
const today = new Date().toISOString().slice(0, 10)

test('Markdown has a heading for each list, and notes and subtasks under their task', async () => {
  const { text, headers } = await exportFrom(app.url, ada, 'md')
  expect(headers.get('x-total-tasks')).toBe('3')
  expect(text.replaceAll(today, 'TODAY')).toBe(`# Inbox

- [x] =1+1 ➕ TODAY 📅 2027-01-02 ✅ TODAY

# At home

- [ ] Clean; the, oven #a-b- 🔺 🔁 every week when done ➕ TODAY 📅 2027-02-01
    First
    Second
    - [ ] Buy soap ➕ TODAY 🛫 2027-01-01 📅 2027-01-05
`)
})

test('todo.txt has a line for each task', async () => {
  const { text } = await exportFrom(app.url, ada, 'txt')
  expect(text.replaceAll(today, 'TODAY').split('\n')).toEqual([
    'x TODAY TODAY =1+1 due:2027-01-02',
    '(A) TODAY Clean; the, oven +At_home @a,_"b" due:2027-02-01 rec:1w',
    'TODAY Buy soap +At_home due:2027-01-05 t:2027-01-01',
    '',
  ])
})

test('a calendar has a to-do for each task', async () => {
  const { text } = await exportFrom(app.url, ada, 'ics')
  for (const line of [
    'SUMMARY:Clean\\; the\\, oven',
    'DESCRIPTION:First\\nSecond',
    'DUE;TZID=Europe/London:20270201T093000',
    'RRULE:FREQ=WEEKLY',
    'CATEGORIES:At home,a\\, "b"',
    'PRIORITY:1',
  ])
    expect(text).toContain(`\r\n${line}\r\n`)
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})

test.each<[Form, number]>([
  ['csv', 3],
  ['ics', 3],
  ['md', 3],
  ['txt', 3],
])('%s is imported again with its titles, due days and priorities', async (form, count) => {
  const bob = await app.createPerson('bob')
  const { text } = await exportFrom(app.url, ada, form)
  const response = await fetch(`${app.url}/import?name=tend.${form}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bob.token}`, 'content-type': 'application/octet-stream' },
    body: text,
  })
  const answer = (await response.json()) as Json
  expect([response.status, answer.data?.tasks.added]).toEqual([200, count])
  const say = (tasks: Json[]) =>
    tasks
      .filter(({ deletedAt }) => !deletedAt)
      .map(({ title, dueOn, priority, completedAt, recurrence }) => [
        ...[title, dueOn, priority, completedAt !== undefined, recurrence?.rule],
      ])
      .sort()
  const [theirs, own] = [await exportJsonFrom(app.url, bob), await exportJsonFrom(app.url, ada)]
  expect(say(theirs.tasks)).toEqual(say(own.tasks))
  // A table can be taken apart: tags with commas, and what a repeat is counted from.
  if (form === 'csv') {
    expect(theirs.tags.map(({ name }: Json) => name)).toEqual(['a, "b"'])
    expect(theirs.tasks.flatMap(({ recurrence }: Json) => recurrence?.basis ?? [])).toEqual([
      'COMPLETION',
    ])
  }
})
