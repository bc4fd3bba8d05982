import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { samples } from '../import-formats/samples.ts'
import { createAccessToken } from '../support/access-token.ts'
import type { Json } from '../support/ask.ts'
import type { Bearer } from '../support/person.ts'
import { readTables } from '../support/random-mutations.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { exportJsonFrom } from '../support/transfer.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

type Brought = { name: string; bytes: Uint8Array | string }

async function bring(person: Bearer, { name, bytes }: Brought, query: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/import?${new URLSearchParams({ name, ...query })}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': 'application/octet-stream',
    },
    body: bytes as BodyInit,
  })
  return { status: response.status, body: (await response.json()) as Json }
}

const sample = (name: string) => samples[name] ?? { name: '', bytes: '' }

test.each(Object.keys(samples))('%s is imported, as its preview says', async (name) => {
  const person = await app.createPerson('ada')
  const preview = await bring(person, sample(name), { preview: 'true' })
  expect([preview.status, preview.body.errors]).toEqual([200, undefined])
  const { counts, rows, overlap } = preview.body.data
  expect(overlap.tasks).toEqual({ here: 0, inTrash: 0 })
  expect(rows.length).toBe(Math.min(10, counts.tasks))
  const { body } = await bring(person, sample(name))
  expect(body.data).toMatchObject({
    tasks: { added: counts.tasks, kept: 0 },
    lists: { added: counts.lists },
    tags: { added: counts.tags },
    mutationId: expect.any(String),
  })
  const again = await bring(person, sample(name))
  expect(again.body.data).toMatchObject({
    tasks: { added: 0 },
    lists: { added: 0 },
    mutationId: null,
  })
  const after = await bring(person, sample(name), { preview: 'true' })
  expect(after.body.data.overlap.tasks).toEqual({ here: counts.tasks, inTrash: 0 })
})

test('reminders of another app ring here, those whose time has passed don’t', async () => {
  const person = await app.createPerson('ada')
  const task = { importance: 'normal', status: 'notStarted' }
  const at = (dateTime: string) => ({ reminderDateTime: { dateTime, timeZone: 'UTC' } })
  const bytes = JSON.stringify({
    value: [
      { ...task, id: '1', title: 'Later', ...at('2040-01-15T08:00:00') },
      { ...task, id: '2', title: 'Past', ...at('2020-01-15T08:00:00') },
    ],
  })
  const preview = await bring(person, { name: 'a.json', bytes }, { preview: 'true' })
  expect(preview.body.data.counts).toMatchObject({ tasks: 2, reminders: 2 })
  await bring(person, { name: 'a.json', bytes })
  const { tasks } = await person.data(
    '{ tasks(first: 9) { nodes { title reminders { on time timeZone nextAt } } } }',
  )
  const reminders = Object.fromEntries(
    tasks.nodes.map(({ title, reminders }: Json) => [title, reminders]),
  )
  const found = { time: '08:00', timeZone: 'UTC' }
  expect(reminders).toEqual({
    Later: [{ ...found, on: '2040-01-15', nextAt: '2040-01-15T08:00:00.000Z' }],
    Past: [{ ...found, on: '2020-01-15', nextAt: null }],
  })
})

test('one undo leaves the account as it was, to the row', async () => {
  const person = await app.createPerson('ada')
  await runMutation(person, 'createTask', { title: 'Own' }, 'mutationId')
  const before = await readTables(app.owner, person.userId)
  const { body } = await bring(person, sample('todoistJson'))
  await runMutation(person, 'undo', { mutationId: body.data.mutationId }, 'mutationId')
  expect(await readTables(app.owner, person.userId)).toEqual(before)
})

test('lists come after those of the account, in their order', async () => {
  const person = await app.createPerson('ada')
  for (const name of ['One', 'Two']) await runMutation(person, 'createList', { name }, 'mutationId')
  await bring(person, sample('todoistCsv'))
  const { lists } = await exportJsonFrom(app.url, person)
  expect(lists.map((list: Json) => list.name)).toEqual([
    'Inbox',
    'One',
    'Two',
    'Garden',
    'Garden / Later',
  ])
})

test('what lies in the trash is told, and can be restored', async () => {
  const person = await app.createPerson('ada')
  await bring(person, sample('google'))
  const { tasks } = await exportJsonFrom(app.url, person)
  const [task] = tasks.filter((one: Json) => one.title === 'Second')
  await runMutation(person, 'deleteTask', { id: task.id }, 'mutationId')
  const preview = await bring(person, sample('google'), { preview: 'true' })
  expect(preview.body.data.overlap.tasks).toEqual({ here: 3, inTrash: 2 })
  const restored = await bring(person, sample('google'), { restore: 'true' })
  expect(restored.body.data.tasks).toMatchObject({ added: 0, inTrash: 0, restored: 2 })
})

test('sections become lists or tags, and completed ones can stay behind', async () => {
  const person = await app.createPerson('ada')
  const choices = { sections: 'tags', completed: 'false' }
  const { body } = await bring(person, sample('todoistJson'), { preview: 'true', ...choices })
  expect(body.data).toMatchObject({
    counts: { lists: 2, tasks: 2, completed: 0 },
    found: { sections: 1, completed: 1 },
  })
  expect(body.data.rows.at(-1)).toMatchObject({ title: 'Design', tags: ['deep', 'Doing'] })
})

test('a table without headings that say so is matched by hand', async () => {
  const person = await app.createPerson('ada')
  const file = { name: 'mine.csv', bytes: 'Was,Wann\nMilch,2026-12-01\n' }
  const preview = await bring(person, file, { preview: 'true' })
  expect(preview.body.data).toMatchObject({
    problem: 'No column has the titles. Choose which one does.',
    table: { headings: ['Was', 'Wann'], rows: [['Milch', '2026-12-01']], columns: {} },
  })
  const columns = 'title:0,due:1'
  const matched = await bring(person, file, { preview: 'true', columns })
  expect(matched.body.data.rows).toMatchObject([{ title: 'Milch', dueOn: '2026-12-01' }])
  expect((await bring(person, file, { columns })).body.data.tasks.added).toBe(1)
})

test('an export of Tend can be previewed, also in an archive', async () => {
  const [ada, bob] = [await app.createPerson('ada'), await app.createPerson('bob')]
  await runMutation(ada, 'createTask', { title: 'Own' }, 'mutationId')
  const text = JSON.stringify(await exportJsonFrom(app.url, ada))
  const bytes = zipSync({ 'tend.json': Buffer.from(text) })
  for (const file of [
    { name: 'tend.json', bytes: text },
    { name: 'tend.zip', bytes },
  ]) {
    const { body } = await bring(bob, file, { preview: 'true' })
    expect(body.data).toMatchObject({ sources: ['Tend'], counts: { tasks: 1 } })
  }
  expect((await bring(bob, { name: 'a.zip', bytes })).body.data.tasks.added).toBe(1)
})

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const deep = 10_000

test.each<[string, Brought, string]>([
  ['nothing', { name: 'a.csv', bytes: '' }, 'There is nothing in the file.'],
  [
    'a picture',
    { name: 'a.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') },
    'isn’t text',
  ],
  [
    'broken JSON',
    { name: 'a.json', bytes: '{"items": [\n  1,,2]}' },
    'something is wrong at line 2, column 5',
  ],
  ['JSON that ends early', { name: 'a.json', bytes: '{"items": [' }, 'ends too early'],
  ['an open quote', { name: 'a.csv', bytes: 'TYPE,CONTENT\ntask,"open\n' }, 'never closed'],
  ['a broken archive', { name: 'a.zip', bytes: Buffer.from('PK\x03\x04broken') }, 'damaged'],
  ['JSON of nobody', { name: 'a.json', bytes: '{"hello": 1}' }, 'doesn’t know this kind of file'],
  ['words', { name: 'a.docx', bytes: 'Dear Bob' }, 'doesn’t know this kind of file'],
  ['deep JSON', { name: 'a.json', bytes: '['.repeat(deep) + ']'.repeat(deep) }, 'doesn’t know'],
])('%s is refused in words', async (_what, file, words) => {
  const person = await app.createPerson('ada')
  for (const preview of ['true', 'false']) {
    const { status, body } = await bring(person, file, { preview })
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
    expect(body.errors[0].message).toContain(words)
  }
})

test('an archive that unpacks to too much is refused', async () => {
  const person = await app.createPerson('ada')
  const bytes = zipSync({ 'a.csv': new Uint8Array(101_000_000).fill(0x61) }, { level: 9 })
  const { status, body } = await bring(person, { name: 'a.zip', bytes })
  expect([status, body.errors[0].extensions.code]).toEqual([409, 'LIMIT_EXCEEDED'])
  expect(body.errors[0].message).toContain('more than 100 MB')
})

test.each<[string, Uint8Array | string]>([
  ['UTF-16', utf16('TYPE,CONTENT\ntask,Käse\n')],
  ['UTF-8 with a mark', '\ufeffTYPE,CONTENT\ntask,Käse\n'],
  ['Windows-1252', Buffer.from('TYPE,CONTENT\ntask,K\xe4se\n', 'latin1')],
])('a file in %s is read', async (_encoding, bytes) => {
  const person = await app.createPerson('ada')
  const { body } = await bring(person, { name: 'a.csv', bytes }, { preview: 'true' })
  expect(body.data.rows).toMatchObject([{ title: 'Käse' }])
})

test('ten thousand levels and rings of parents become tasks within the rules', async () => {
  const person = await app.createPerson('ada')
  const lines = Array.from({ length: 3_000 }, (_, nth) => `${' '.repeat(nth)}- [ ] Level ${nth}`)
  const { body } = await bring(person, { name: 'deep.md', bytes: lines.join('\n') })
  expect(body.data.tasks.added).toBe(3_000)
  const ring = [1, 2].map((id) => ({
    ...{ id: `${id}`, title: `T${id}`, status: 'needsAction', parent: `${3 - id}` },
  }))
  const google = { kind: 'tasks#taskLists', items: [{ id: 'L', title: 'L', items: ring }] }
  const ringed = await bring(person, { name: 'a.json', bytes: JSON.stringify(google) })
  expect(ringed.body.data.tasks.added).toBe(2)
})

test('a preview takes a token that may read, and an import one that may write', async () => {
  const person = await app.createPerson('ada')
  const { bearer: reading } = await createAccessToken(person, { scopes: ['TASKS_READ'] })
  expect((await bring(reading, sample('google'), { preview: 'true' })).status).toBe(200)
  expect((await bring(reading, sample('google'))).status).toBe(403)
})

test('an address that says what it can’t is refused', async () => {
  const person = await app.createPerson('ada')
  const { status, body } = await bring(person, sample('google'), { sections: 'x', columns: 'y:z' })
  expect([status, body.errors[0].extensions.issues.map((issue: Json) => issue.path[0])]).toEqual([
    ...[400, ['sections', 'columns']],
  ])
})
