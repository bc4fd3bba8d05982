import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { countAllTasks } from '../../src/transfer/export.queries.ts'
import { exportJson } from '../../src/transfer/export-json.ts'
import { requestRaw } from '../support/raw-request.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { testServerUrl } from '../support/test-database.ts'
import { exportFrom } from '../support/transfer.ts'
import { openUserDatabases } from '../support/user-databases.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const add = (input: object) =>
  runMutation(ada, 'createTask', input, 'task { id list { id } }').then(({ task }) => task)

await runMutation(bob, 'createTask', { title: 'Bob’s' }, 'mutationId')
const { tag } = await runMutation(ada, 'createTag', { name: 'errands, small' }, 'tag { id }')
const timed = {
  ...{ title: '=SUM(1;2)', description: 'Two\nlines, "quoted"', priority: 'HIGH' },
  ...{ dueOn: '2026-12-24', dueTime: '09:30', dueTimeZone: 'Europe/Berlin', tagIds: [tag.id] },
}
const task = await add(timed)
const subtask = await add({ title: 'Below', parentId: task.id })
const trashed = await add({ title: 'Gone' })
await runMutation(ada, 'deleteTask', { id: trashed.id }, 'mutationId')

test('an export has everything of the person and nothing of anybody else’s', async () => {
  const { headers, text } = await exportFrom(app.url, ada)
  expect(headers.get('content-type')).toContain('application/json')
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="tend-\d{4}-\d\d-\d\d\.json"$/,
  )
  expect(headers.get('x-total-tasks')).toBe('3')
  expect(text).not.toContain('Bob’s')
  const file = JSON.parse(text)
  expect(file).toMatchObject({ format: 'tend-export', version: 1, profile: { name: 'ada' } })
  expect(file.lists).toMatchObject([{ id: task.list.id, isInbox: true }])
  expect(file.tags).toMatchObject([{ id: tag.id, name: 'errands, small' }])
  const byTitle = new Map(file.tasks.map((one: { title: string }) => [one.title, one]))
  expect(byTitle.get('=SUM(1;2)')).toMatchObject({ ...timed, priority: 3 })
  expect(byTitle.get('Below')).toMatchObject({ id: subtask.id, parentId: task.id })
  expect(byTitle.get('Gone')).toMatchObject({ deletedAt: expect.any(String) })
})

test('a spreadsheet gets every task as a row, and none as a formula', async () => {
  const { headers, text } = await exportFrom(app.url, ada, 'csv')
  expect(headers.get('content-type')).toContain('text/csv')
  expect(text.startsWith('\ufeffList,Title,Notes,')).toBe(true)
  expect(text).toContain(
    `Inbox,'=SUM(1;2),"Two\nlines, ""quoted""",high,,2026-12-24,09:30,Europe/Berlin,,,"""errands, small""",`,
  )
  expect(text.match(/\r\n/g)).toHaveLength(4)
})

test('an export is consistent, whatever happens while it is read', async () => {
  await using database = await openUserDatabases()
  const person = await database.createUser()
  await person.insertTasks(Array.from({ length: 2_500 }, (_, nth) => ({ title: `Task ${nth}` })))
  async function writeMeanwhile(): Promise<void> {
    await person.insertTasks([{ title: 'Too late', position: 'z' }])
    await person.change((other) => other.deleteFrom('task').where('title', '=', 'Task 7').execute())
  }
  let writing: Promise<void> | undefined
  const file = await database.databases.snapshotAsUser(person.id, async (db) => {
    expect(await countAllTasks(db)).toBe(2_500)
    const pieces: string[] = []
    for await (const piece of exportJson(db, {
      userId: person.id,
      now: '',
      includesProfile: false,
    })) {
      if (pieces.length === 0) {
        writing = writeMeanwhile()
        // The embedded database has one session: there, writing waits until the reading is over.
        if (testServerUrl) await writing
      }
      pieces.push(piece)
    }
    return JSON.parse(pieces.join(''))
  })
  await writing
  expect(await person.read(countAllTasks)).toBe(2_500)
  expect(file.tasks).toHaveLength(2_500)
  expect(file.tasks.some((one: { title: string }) => one.title === 'Task 7')).toBe(true)
  expect(file).not.toHaveProperty('profile')
})

test('what changes after an export is read from its cursor, and nothing else', async () => {
  const { syncCursor } = JSON.parse((await exportFrom(app.url, ada)).text)
  const later = await add({ title: 'Later' })
  const { changes } = await ada.data(
    'query ($since: SyncCursor!) { changes(since: $since) { changes { id } resetRequired } }',
    { since: syncCursor },
  )
  expect(changes).toEqual({ changes: [{ id: later.id }], resetRequired: false })
})

test('a snapshot can’t write', async () => {
  await using database = await openUserDatabases()
  const person = await database.createUser()
  const write = database.databases.snapshotAsUser(person.id, (db) =>
    db.updateTable('list').set({ name: 'Changed' }).execute(),
  )
  await expect(write).rejects.toMatchObject({ code: '25006' })
})

test('an export needs a token, and GET', async () => {
  for (const form of ['json', 'csv']) {
    const none = await fetch(`${app.url}/export.${form}`)
    expect(none.status).toBe(401)
    expect(none.headers.get('www-authenticate')).toBe('Bearer realm="tend"')
    const headers = { authorization: `Bearer ${ada.token}` }
    const posted = await fetch(`${app.url}/export.${form}`, { method: 'POST', headers })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, OPTIONS'])
  }
})

test('a page may read an export and its number of tasks', async () => {
  const [own = ''] = app.config.webOrigins
  for (const origin of [own, 'https://tools.example']) {
    const headers = { authorization: `Bearer ${ada.token}`, origin }
    const answer = await fetch(`${app.url}/export.json`, { headers })
    await answer.arrayBuffer()
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-total')
  }
})

test('a long export is compressed for clients that accept brotli or gzip, and is the same file', async () => {
  const { eve } = await app.createPeople('eve')
  const description = 'A note that goes on. '.repeat(200)
  await runMutation(eve, 'createTask', { title: 'Long', description }, 'mutationId')
  const ask = (accepted: string) => {
    const headers = { authorization: `Bearer ${eve.token}`, 'accept-encoding': accepted }
    return requestRaw(`${app.url}/export.csv`, { headers })
  }
  const plain = await ask('identity')
  expect(plain.headers['content-encoding']).toBeUndefined()
  for (const [accepted, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const packed = await ask(accepted)
    expect(packed.headers).toMatchObject({
      'content-encoding': accepted,
      vary: 'accept-encoding',
      'x-total-tasks': '1',
    })
    expect(unpack(packed.bytes).equals(plain.bytes)).toBe(true)
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4)
  }
})
