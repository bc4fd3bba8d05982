import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { readTables } from '../support/random-mutations.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { exportJsonFrom, importInto } from '../support/transfer.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const at = '2026-01-02T03:04:05.678Z'
const made = { createdAt: at, updatedAt: at }

/** A small file that is fine. */
function createFile(change: (file: Json) => void = () => {}): Json {
  const [inbox, list, tag, view, task, subtask] = Array.from({ length: 6 }, () => randomUUID())
  const file = {
    ...{ format: 'tend-export', version: 1, exportedAt: at },
    profile: {
      ...{ name: 'Ada', timeZone: 'Europe/Berlin', theme: 'DARK' },
      ...{ weekStartsOn: 'SUNDAY', dateStyle: 'AUTO', timeStyle: 'HOURS_12' },
    },
    lists: [
      { id: inbox, name: 'In', isInbox: true, position: 'a1', ...made },
      { id: list, name: 'Home', isInbox: false, position: 'a2', color: 'green', ...made },
    ],
    tags: [{ id: tag, name: 'errand', ...made }],
    views: [
      {
        ...{ id: view, name: 'Mine', position: 'a0', orderBy: [], groupBy: 'NONE', ...made },
        filter: { list: { id: { in: [inbox, list] } }, tags: { some: { id: { eq: tag } } } },
      },
    ],
    tasks: [
      { id: task, listId: list, position: 'a0', title: 'Clean', tagIds: [tag], ...made },
      { id: subtask, listId: list, parentId: task, position: 'a0', title: 'Sweep', ...made },
    ],
  }
  change(file)
  return file
}

async function importFresh(file: unknown, query = '') {
  const person = await app.createPerson('ada')
  return { person, ...(await importInto(app.url, person, file, query)) }
}

const inboxOf = async (person: Person) =>
  (await exportJsonFrom(app.url, person)).lists.find((list: Json) => list.isInbox)

test('an import returns what it added, and the log has it as one change that can be undone', async () => {
  const person = await app.createPerson('ada')
  const before = await readTables(app.owner, person.userId)
  await runMutation(person, 'createTask', { title: 'Own' }, 'mutationId')
  const withOwn = await readTables(app.owner, person.userId)
  const { status, body } = await importInto(app.url, person, createFile())
  expect(status).toBe(200)
  expect(body.data).toEqual({
    lists: { added: 1, kept: 1, inTrash: 0, restored: 0 },
    ...{ tags: { added: 1, kept: 0 }, views: { added: 1, kept: 0 } },
    tasks: { added: 2, kept: 0, inTrash: 0, restored: 0 },
    mutationId: expect.any(String),
  })
  await runMutation(person, 'undo', { mutationId: body.data.mutationId }, 'mutationId')
  expect(await readTables(app.owner, person.userId)).toEqual(withOwn)
  expect(withOwn.size).toBe(before.size + 1)
})

test('the profile is imported on request, and otherwise stays', async () => {
  const profile = '{ me { name theme timeZone weekStartsOn } }'
  const kept = await importFresh(createFile())
  expect((await kept.person.data(profile)).me).toMatchObject({ name: 'ada', theme: 'SYSTEM' })
  const taken = await importFresh(createFile(), '?profile=true')
  expect((await taken.person.data(profile)).me).toEqual({
    ...{ name: 'Ada', theme: 'DARK', timeZone: 'Europe/Berlin', weekStartsOn: 'SUNDAY' },
  })
})

test('the file’s inbox is the account’s own, and views follow it', async () => {
  const file = createFile((made) => {
    made.tasks[0].listId = made.lists[0].id
    made.tasks.pop()
  })
  const { person } = await importFresh(file)
  const inbox = await inboxOf(person)
  expect(inbox).toMatchObject({ name: 'In', position: 'a1' })
  expect(inbox.id).not.toBe(file.lists[0].id)
  const { tasks, views } = await exportJsonFrom(app.url, person)
  expect(tasks[0].listId).toBe(inbox.id)
  expect(views[0].filter.list.id.in).toEqual([inbox.id, file.lists[1].id])
})

test('a tag with an existing name is the same tag', async () => {
  const person = await app.createPerson('ada')
  const { tag } = await runMutation(person, 'createTag', { name: 'Errand' }, 'tag { id }')
  const { body } = await importInto(app.url, person, createFile())
  expect(body.data.tags).toEqual({ added: 0, kept: 1 })
  const file = await exportJsonFrom(app.url, person)
  expect(file.tags).toHaveLength(1)
  expect(file.tasks.find((task: Json) => task.title === 'Clean').tagIds).toEqual([tag.id])
  expect(file.views[0].filter.tags.some.id.eq).toBe(tag.id)
})

test('two tags with one name are one, and invisible characters are removed', async () => {
  const file = createFile((made) => {
    const other = { ...made.tags[0], id: randomUUID(), name: 'ERR\u200bAND' }
    made.tags.push(other)
    made.tasks[0].tagIds = [made.tags[0].id, other.id]
    made.tasks[0].title = 'a\tb\u2028c'
    made.tasks[0].description = 'a\u0000\u000bb'
    made.lists[1].name = 'a\nb'
  })
  const { person, body } = await importFresh(file)
  expect(body.data.tags).toEqual({ added: 1, kept: 1 })
  const { tags, tasks, lists } = await exportJsonFrom(app.url, person)
  expect(tags.map((tag: Json) => tag.name)).toEqual(['errand'])
  const task = tasks.find((one: Json) => one.id === file.tasks[0].id)
  const expected = { title: 'a b c', description: 'a\nb', tagIds: [file.tags[0].id] }
  expect(task).toMatchObject(expected)
  expect(lists.map((list: Json) => list.name)).toContain('a b')
})

test('what the account has stays the same, and tasks without a list or parent get another one', async () => {
  const file = createFile((made) => {
    const [task] = made.tasks
    made.tasks.push({ ...task, id: randomUUID(), title: 'Beside', position: 'a1' })
  })
  const { person } = await importFresh(file)
  const [clean, sweep, beside] = file.tasks
  await runMutation(person, 'updateTask', { id: clean.id, title: 'Changed' }, 'mutationId')
  await app.owner.deleteFrom('task').where('id', '=', sweep.id).execute()
  await app.owner.deleteFrom('task').where('id', '=', beside.id).execute()
  await runMutation(person, 'deleteList', { id: file.lists[1].id }, 'mutationId')
  const { body } = await importInto(app.url, person, file)
  expect(body.data.tasks).toEqual({ added: 2, kept: 1, inTrash: 1, restored: 0 })
  const { tasks } = await exportJsonFrom(app.url, person)
  const inbox = await inboxOf(person)
  const found = (title: string) => tasks.find((task: Json) => task.title === title)
  expect(found('Changed')).toMatchObject({ id: clean.id, deletedAt: expect.any(String) })
  // Its list and its parent are in the trash, and it isn't.
  for (const title of ['Sweep', 'Beside'])
    expect(found(title)).toMatchObject({ listId: inbox.id, title })
  expect(found('Sweep')).not.toHaveProperty('parentId')
})

test('an import reports what is in the trash, restores it on request, and can be undone', async () => {
  const file = createFile()
  const [clean, sweep] = file.tasks
  const { person } = await importFresh(file)
  await runMutation(person, 'deleteTask', { id: sweep.id }, 'mutationId')
  await runMutation(person, 'deleteTask', { id: clean.id }, 'mutationId')
  await runMutation(person, 'deleteList', { id: file.lists[1].id }, 'mutationId')
  const trashed = await readTables(app.owner, person.userId)
  const answer = await importInto(app.url, person, file)
  expect(answer.body.data).toMatchObject({
    lists: { added: 0, inTrash: 1, restored: 0 },
    tasks: { added: 0, inTrash: 2, restored: 0 },
    mutationId: null,
  })
  const { body } = await importInto(app.url, person, file, '?restore=true')
  expect(body.data).toMatchObject({
    lists: { added: 0, inTrash: 0, restored: 1 },
    tasks: { added: 0, inTrash: 0, restored: 2 },
  })
  const { lists, tasks } = await exportJsonFrom(app.url, person)
  for (const one of [...lists, ...tasks]) expect(one).not.toHaveProperty('deletedAt')
  expect(tasks.find((task: Json) => task.id === sweep.id).parentId).toBe(clean.id)
  await runMutation(person, 'undo', { mutationId: body.data.mutationId }, 'mutationId')
  const updated = (rows: Map<string, Json>) =>
    [...rows].map(([key, row]) => [key, { ...row, updated_at: '' }])
  expect(updated(await readTables(app.owner, person.userId))).toEqual(updated(trashed))
})

test('what is in the file’s trash stays in the account’s trash', async () => {
  const { person } = await importFresh(createFile((file) => (file.tasks[1].deletedAt = at)))
  const file = await exportJsonFrom(app.url, person)
  const { body } = await importInto(app.url, person, file, '?restore=true')
  expect(body.data).toMatchObject({ tasks: { inTrash: 0, restored: 0 }, mutationId: null })
})

test.each<[string, (file: Json) => void, string]>([
  ['an empty title', (file) => (file.tasks[1].title = ' '), 'tasks.1.title'],
  ['half a character in a title', (file) => (file.tasks[1].title = 'a\ud800'), 'tasks.1.title'],
  [
    'half a character in notes',
    (file) => (file.tasks[1].description = '\udc00'),
    'tasks.1.description',
  ],
  ['half a character in a list’s name', (file) => (file.lists[1].name = 'a\ud800'), 'lists.1.name'],
  ['half a character in a tag’s name', (file) => (file.tags[0].name = 'a\ud800'), 'tags.0.name'],
  ['half a character in a view’s name', (file) => (file.views[0].name = 'a\ud800'), 'views.0.name'],
  [
    'half a character in a filter',
    (file) => (file.views[0].filter = { title: { contains: '\ud800' } }),
    'views.0.filter',
  ],
  ['half a character in a person’s name', (file) => (file.profile.name = '\ud800'), 'profile.name'],
  ['a field nobody knows', (file) => (file.tasks[0].colour = 'red'), 'tasks.0'],
  ['a day that is none', (file) => (file.tasks[0].dueOn = '2026-02-30'), 'tasks.0.dueOn'],
  ['a time without its zone', (file) => (file.tasks[0].dueTime = '09:00'), 'tasks.0.dueTime'],
  ['a colour nobody knows', (file) => (file.lists[1].color = 'mauve'), 'lists.1.color'],
  ['an id that is none', (file) => (file.tags[0].id = 'x'), 'tags.0.id'],
  ['a place that is none', (file) => (file.views[0].position = '!'), 'views.0.position'],
  ['a filter of no sense', (file) => (file.views[0].filter = { x: 1 }), 'views.0.filter'],
  ['a zone that is none', (file) => (file.profile.timeZone = 'Mars'), 'profile.timeZone'],
  [
    'a drawing for a picture',
    (file) => (file.profile.image = 'data:image/svg+xml;base64,AA'),
    'profile.image',
  ],
  ['two inboxes', (file) => (file.lists[1].isInbox = true), 'lists'],
  ['a list that isn’t there', (file) => (file.tasks[0].listId = randomUUID()), 'tasks.0.listId'],
  [
    'a task that is its own parent',
    (file) => (file.tasks[0].parentId = file.tasks[0].id),
    'tasks.0.parentId',
  ],
  ['a ring of tasks', (file) => (file.tasks[0].parentId = file.tasks[1].id), 'tasks.0.parentId'],
  ['a tag that isn’t there', (file) => (file.tasks[0].tagIds = [randomUUID()]), 'tasks.0.tagIds'],
  ['the same task twice', (file) => file.tasks.push(file.tasks[0]), 'tasks.2.id'],
  ['two in one place', (file) => (file.lists[1].position = 'a1'), 'lists.1.position'],
  [
    'a tag that shows nothing',
    (file) => file.tags.push({ ...file.tags[0], id: randomUUID(), name: '\u2800' }),
    'tags.1.name',
  ],
  [
    'an open task under a done one',
    (file) => (file.tasks[0].completedAt = at),
    'tasks.1.completedAt',
  ],
  [
    'a task outside the trash in a list in it',
    (file) => (file.lists[1].deletedAt = at),
    'tasks.0.deletedAt',
  ],
  ['another format', (file) => (file.format = 'todo.txt'), 'format'],
  ['a version to come', (file) => (file.version = 2), 'format'],
  ['an object for a list', (file) => (file.tasks = { a: file.tasks[0] }), 'tasks'],
])('%s is refused, with its path, and nothing is imported', async (_what, spoil, path) => {
  const person = await app.createPerson('ada')
  const before = await readTables(app.owner, person.userId)
  const { status, body } = await importInto(app.url, person, createFile(spoil))
  expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
  const paths = body.errors[0].extensions.issues.map((issue: Json) => issue.path.join('.'))
  expect(
    paths.some((found: string) => found === path || found.startsWith(`${path}.`)),
    paths,
  ).toBe(true)
  expect(await readTables(app.owner, person.userId)).toEqual(before)
})

test('all problems are reported together', async () => {
  const spoilt = createFile((file) => {
    file.tasks[0].title = ''
    file.tasks[1].priority = 9
    file.lists[1].icon = 'no emoji'
  })
  const { body } = await importFresh(spoilt)
  const paths = body.errors[0].extensions.issues.map((issue: Json) => issue.path.join('.'))
  expect(paths.sort()).toEqual(['lists.1.icon', 'tasks.0.title', 'tasks.1.priority'])
})

test.each([
  ['nothing', ''],
  ['a file that breaks off', JSON.stringify(createFile()).slice(0, -40)],
  ['what is no JSON', 'List,Title\r\n'],
  ['another JSON', '[]'],
  ['something behind the end', `${JSON.stringify(createFile())}{}`],
])('%s is refused as a file', async (_what, text) => {
  const { status, body } = await importFresh(text)
  expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT'])
})

test('an endlessly nested file, or one of another type, is refused', async () => {
  const deep = await importFresh(`{"tasks":${'['.repeat(100_000)}`)
  expect([deep.status, deep.body.errors[0].message]).toEqual([
    400,
    'The body is nested deeper than 64 levels',
  ])
  const person = await app.createPerson('ada')
  const typed = await fetch(`${app.url}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'text/plain' },
    body: JSON.stringify(createFile()),
  })
  expect(typed.status).toBe(415)
})

test('an import needs a token, and POST', async () => {
  const body = JSON.stringify(createFile())
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(`${app.url}/import`, { method: 'POST', headers, body })).status).toBe(401)
  const person = await app.createPerson('ada')
  const got = await fetch(`${app.url}/import`, {
    headers: { authorization: `Bearer ${person.token}` },
  })
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
})

test('of two simultaneous transfers of one person, one has to wait', async () => {
  const person = await app.createPerson('ada')
  // Else the second would wait at the embedded database to be known, until the first is through.
  await person.data('{ me { id } }')
  const file = createFile()
  file.tasks = Array.from({ length: 3_000 }, (_, nth) => ({
    ...{ id: randomUUID(), listId: file.lists[1].id, title: `Task ${nth}`, ...made },
    position: `b${String(nth + 1)
      .padStart(4, '0')
      .slice(0, 2)}b${String(nth).padStart(4, '0').slice(2)}`,
  }))
  const answers = await Promise.all([
    importInto(app.url, person, file),
    importInto(app.url, person, file),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429])
  const again = await importInto(app.url, person, file)
  expect(again.body.data.tasks).toMatchObject({ added: 0, kept: 3_000 })
})
