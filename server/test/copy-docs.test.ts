import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccessToken } from './support/access-token.ts'
import { type Json, send } from './support/ask.ts'
import { startForwarder } from './support/forwarder.ts'
import type { Person } from './support/person.ts'
import { runMutation } from './support/run-mutation.ts'
import { waitFor } from './support/server-process.ts'
import { startTestApp, type TestApp } from './support/test-app.ts'

// The programs that docs/copy.md shows, run as they are there.

const markdown = readFileSync(new URL('../../docs/copy.md', import.meta.url), 'utf8')
const languages = [
  { heading: 'JavaScript', file: 'copy.mjs', program: process.execPath },
  { heading: 'Python', file: 'copy.py', program: 'python3' },
]
// A language that isn't on this machine can't be run.
const present = languages.filter(({ program }) => spawnSync(program, ['--version']).status === 0)

let app: TestApp
const folder = mkdtempSync(join(tmpdir(), 'tend-copy-'))
const followers: ChildProcess[] = []
beforeAll(async () => {
  app = await startTestApp({ exactBudget: true })
  for (const { heading, file } of languages) writeFileSync(join(folder, file), readProgram(heading))
})
afterAll(async () => {
  for (const follower of followers) follower.kill('SIGKILL')
  await app?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** The first block of code under a heading. */
function readProgram(heading: string): string {
  const [, program] =
    /```\w+\n([\s\S]*?)```/.exec(markdown.split(`\n## ${heading}\n`)[1] ?? '') ?? []
  if (!program) throw new Error(`A program was expected under "${heading}"`)
  return program
}

/** A person with objects of each kind, more tasks than a page has, and a program that makes the copy. */
async function startCopying({ program, file }: (typeof languages)[number]) {
  const ada = await app.createPerson('ada')
  const change = (name: string, input: object, shown = 'mutationId') =>
    runMutation(ada, name, input, shown)
  const tag = (await change('createTag', { name: 'errand' }, 'tag { id }')).tag.id
  const list = (await change('createList', { name: 'Home' }, 'list { id }')).list.id
  const archived = (await change('createList', { name: 'Old' }, 'list { id }')).list.id
  await change('archiveList', { id: archived })
  await change('createSavedView', { name: 'All', filter: {} })
  const many = Array.from({ length: 120 }, (_, nth) => ({ title: `Task ${nth}`, listId: list }))
  await change('createTasks', { tasks: many })
  const { id } = (await change('createTask', { title: 'One', tagIds: [tag] }, 'task { id }')).task
  const trashed = (await change('createTask', { title: 'Gone' }, 'task { id }')).task.id
  await change('deleteTask', { id: trashed })
  const scopes = ['TASKS_READ', 'TASKS_WRITE']
  const { accessToken, bearer } = await createAccessToken(ada, { scopes })
  const target = join(folder, `${randomUUID()}.json`)
  const settings = (api = app.url) => ({
    env: { ...process.env, TOKEN: bearer.token, API: api, FILE: target, PYTHONUTF8: '1' },
  })
  const args = (words: readonly string[]) => [join(folder, file), ...words]
  const run = (...words: string[]) =>
    new Promise<{ code: number; printed: string }>((resolve) => {
      execFile(program, args(words), settings(), (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, printed: stdout + stderr }),
      )
    })
  const follow = (api: string) => {
    const child = spawn(program, args([]), { ...settings(api), stdio: 'ignore' })
    followers.push(child)
    return child
  }
  const read = (): Json => JSON.parse(readFileSync(target, 'utf8'))
  const write = (copy: Json) => writeFileSync(target, JSON.stringify(copy))
  return { ada, change, id, list, tag, trashed, accessToken, run, follow, read, write }
}

/** The expected content of a copy, requested in another way. */
async function listEverything(person: Person): Promise<Record<string, string>> {
  const response = await fetch(`${app.url}/export.json`, {
    headers: { authorization: `Bearer ${person.token}` },
  })
  const all: Json = await response.json()
  const kept = [...all.lists, ...all.tags, ...all.views, ...all.tasks].filter(
    (one) => one.deletedAt == null,
  )
  return Object.fromEntries(kept.map((one) => [one.id, one.title ?? one.name]))
}

const namesIn = ({ objects }: Json) =>
  Object.fromEntries(Object.entries<Json>(objects).map(([id, one]) => [id, one.title ?? one.name]))

test('there is a client for each language, and this machine can run some of them', () => {
  expect(present.map(({ heading }) => heading)).toContain('JavaScript')
  for (const { heading } of languages) expect(readProgram(heading)).toContain('TOKEN')
})

describe.each(present)('the copy of the $heading client', (language) => {
  test('is complete after the first load, and correct after changes', async () => {
    const { ada, change, run, read, id, list, tag, trashed } = await startCopying(language)
    expect(await run('once')).toMatchObject({ code: 0 })
    expect(Object.keys(read().objects)).toHaveLength(126)
    expect(namesIn(read())).toEqual(await listEverything(ada))

    await change('updateTask', { id, title: 'Another title' })
    await change('restoreTask', { id: trashed })
    await change('deleteTag', { id: tag })
    await change('deleteList', { id: list })
    await change('createTasks', { tasks: Array.from({ length: 130 }, () => ({ title: 'New' })) })
    expect(await run('once')).toMatchObject({ code: 0 })
    expect(namesIn(read())).toEqual(await listEverything(ada))
  })

  test('is loaded again when its cursor is too old', async () => {
    const { ada, run, read, write } = await startCopying(language)
    await run('once')
    const { objects } = read()
    write({ cursor: 'expired', objects: { ...objects, ghost: { id: 'ghost', title: 'Ghost' } } })
    expect(await run('once')).toMatchObject({ code: 0 })
    expect(namesIn(read())).toEqual(await listEverything(ada))
    expect(read().cursor).toBe((await ada.data('{ syncCursor }')).syncCursor)
  })

  test('changes what it has seen, and nothing that was changed later', async () => {
    const { ada, change, run, read, id } = await startCopying(language)
    const titleOf = async () =>
      (await ada.data('query ($id: ID!) { task(id: $id) { title updatedAt } }', { id })).task
    await run('once')
    expect(await run('rename', id, 'By the copy')).toMatchObject({ code: 0 })
    expect((await titleOf()).title).toBe('By the copy')
    // Instants have milliseconds.
    const seen = read().objects[id].updatedAt
    while ((await titleOf()).updatedAt === seen)
      await change('updateTask', { id, title: randomUUID() })
    const { title } = await titleOf()
    const refused = await run('rename', id, 'From an old copy')
    expect([refused.code, refused.printed]).toEqual([1, expect.stringContaining('CHANGED_SINCE')])
    expect((await titleOf()).title).toBe(title)
  })

  test('continues after a lost connection and a restart, and ends when its token expires', {
    timeout: 60_000,
  }, async () => {
    const { ada, change, follow, read, id, accessToken } = await startCopying(language)
    const target = { host: '127.0.0.1', port: Number(new URL(app.url).port) }
    await using forwarder = await startForwarder({ target })
    const through = `http://127.0.0.1:${forwarder.port}`
    const receives = (title: string) =>
      waitFor(
        `A copy with ${title}`,
        async () => {
          try {
            return read().objects[id].title === title || undefined
          } catch {
            return undefined
          }
        },
        20_000,
      )
    const first = follow(through)
    await receives('One')
    await change('updateTask', { id, title: 'Live' })
    await receives('Live')
    forwarder.cut()
    await change('updateTask', { id, title: 'While it was cut' })
    await receives('While it was cut')
    first.kill('SIGKILL')
    await change('updateTask', { id, title: 'While it was away' })
    const second = follow(through)
    await receives('While it was away')
    const ended = new Promise((resolve) => second.once('exit', resolve))
    await change('revokeAccessToken', { id: accessToken.id })
    expect(await ended).toBe(1)
    expect(namesIn(read())).toEqual(await listEverything(ada))
  })
})

test('the first load costs what the document says', async () => {
  const ada = await app.createPerson('ada')
  const program = readProgram('JavaScript')
  const fieldsOf = (type: string) => new RegExp(`${type}: '(.+)',`).exec(program)?.[1]
  const types = { lists: 'List', tags: 'Tag', savedViews: 'SavedView', tasks: 'Task' }
  const printed = [...markdown.matchAll(/^\| `(\w+)(\(first: 100\))?`.* \| (\d+) \|$/gm)]
  expect(printed).toHaveLength(5)
  for (const [, name = '', pages, points] of printed) {
    const nodes = fieldsOf(types[name as keyof typeof types])
    const query = pages
      ? `{ ${name}(first: 100) { nodes { __typename ${nodes} } pageInfo { hasNextPage endCursor } } }`
      : `{ ${name} }`
    const before = await remaining(ada)
    await ada.data(query)
    // Each request costs one point besides, and so does the second query of the budget.
    expect([name, before - (await remaining(ada)) - 2]).toEqual([name, Number(points)])
  }
})

async function remaining({ token }: Person): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await send(`${app.url}/graphql`, { method: 'POST', headers, body: '{"query":"{' })
  return Number(answer.headers.get('ratelimit-remaining'))
}
