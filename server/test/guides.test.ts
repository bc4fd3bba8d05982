import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessToken } from './support/access-token.ts'
import type { Person } from './support/person.ts'
import { runMutation } from './support/run-mutation.ts'
import { waitFor } from './support/server-process.ts'
import { startTestApp, type TestApp } from './support/test-app.ts'

// The programs of docs/guides.md, run as they are there. Who runs each has an account of their own.

const markdown = readFileSync(new URL('../../docs/guides.md', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'tend-guides-'))
const programs = new Map(
  [
    ...markdown.matchAll(
      /Save it as `([a-z]+\.(?:mjs|sh))`[\s\S]*?^```(?:js|sh)\n([\s\S]*?)^```$/gm,
    ),
  ].map(([, name = '', program = '']) => [name, program]),
)
const running: ChildProcess[] = []

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  for (const [name, program] of programs) writeFileSync(join(folder, name), program)
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await app?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

type Reader = {
  person: Person
  env: NodeJS.ProcessEnv
  /** Runs a program to its end. */
  run: (name: string, ...words: string[]) => Promise<{ ok: boolean; printed: string }>
}

async function startReading(scopes = ['TASKS_READ', 'TASKS_WRITE']): Promise<Reader> {
  const person = await app.createPerson('reader')
  const { bearer } = await createAccessToken(person, { scopes })
  const env = { ...process.env, TOKEN: bearer.token, API: app.url }
  const run: Reader['run'] = (name, ...words) =>
    new Promise((resolve) => {
      const command = name.endsWith('.sh') ? 'sh' : process.execPath
      execFile(
        command,
        [join(folder, name), ...words],
        { env, cwd: folder },
        (error, out, problems) => resolve({ ok: !error, printed: out + problems }),
      )
    })
  return { person, env, run }
}

const create = (person: Person, input: object) =>
  runMutation(person, 'createTask', input, 'task { id }')
const listTasks = async (person: Person) =>
  (
    await person.data(
      '{ tasks(first: 100) { nodes { title priority dueOn list { name } tags { name } } } }',
    )
  ).tasks.nodes

test('the page has ten programs', () => {
  expect([...programs.keys()].sort()).toEqual([
    'add.sh',
    'backup.sh',
    'bulk.mjs',
    'check.mjs',
    'digest.mjs',
    'tag.mjs',
    'template.mjs',
    'today.mjs',
    'undo.sh',
    'watch.mjs',
  ])
})

test('a line is written down from a shell, whatever is in it, and taken back', async () => {
  const { person, run } = await startReading()
  await runMutation(person, 'createList', { name: 'Work' }, 'mutationId')
  const line = 'Say "hi" to C:\\Bob #work !high'
  const added = await run('add.sh', line)
  expect(added, added.printed).toMatchObject({ ok: true })
  expect(await listTasks(person)).toMatchObject([
    { title: 'Say "hi" to C:\\Bob', priority: 'HIGH', list: { name: 'Work' } },
  ])
  const { mutationId } = JSON.parse(added.printed).data.quickAdd
  expect((await run('undo.sh', mutationId)).ok).toBe(true)
  expect(await listTasks(person)).toEqual([])
})

test('the digest has what is for today, and not what starts later', async () => {
  const { person, run } = await startReading(['TASKS_READ'])
  await create(person, { title: 'Long ago', dueOn: '2020-01-02' })
  await create(person, { title: 'Begun', startOn: '2020-01-02' })
  await create(person, { title: 'Ahead', startOn: '9998-01-01' })
  const { printed } = await run('digest.mjs')
  expect(printed).toBe('2 for today\n! Long ago (Inbox)\n- Begun (Inbox)\n')
})

test('a backup is everything, and a failed one leaves the last one alone', async () => {
  const { person, env, run } = await startReading()
  await create(person, { title: 'Kept' })
  const file = join(folder, 'tend.json')
  expect((await run('backup.sh', file)).ok).toBe(true)
  const saved = readFileSync(file, 'utf8')
  expect(JSON.parse(saved).tasks).toMatchObject([{ title: 'Kept' }])
  env.TOKEN = 'tend_pat_wrong'
  expect((await run('backup.sh', file)).ok).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe(saved)
})

test('many lines become tasks, once', async () => {
  const { person, run } = await startReading()
  const file = join(folder, 'lines.txt')
  writeFileSync(file, Array.from({ length: 1_003 }, (_, nth) => `Line ${nth}`).join('\n'))
  expect((await run('bulk.mjs', file)).printed).toMatch(
    /^1000 added; undo [0-9a-f-]{36}\n3 added; undo [0-9a-f-]{36}\n$/,
  )
  expect((await run('bulk.mjs', file)).ok).toBe(true)
  const { tasks } = await person.data('{ tasks(first: 1) { totalCount } }')
  expect(tasks.totalCount).toBe(1_003)
})

test('a list is made from a template', async () => {
  const { person, run } = await startReading()
  const { printed } = await run('template.mjs', 'Oslo in May')
  expect(printed).toMatch(/^\d{4}-\d\d-\d\d Book the train\n(?:.+\n){2}$/)
  const tasks = await listTasks(person)
  expect(tasks.map(({ list }: { list: { name: string } }) => list.name)).toEqual(
    Array.from({ length: 3 }, () => 'Oslo in May'),
  )
})

test('what is overdue is moved to today, after a look at what would be moved', async () => {
  const { person, run } = await startReading()
  expect((await run('today.mjs')).printed).toBe('Nothing is overdue\n')
  await create(person, { title: 'Late', dueOn: '2020-01-02' })
  expect((await run('today.mjs')).printed).toBe('1 would move: Late\n')
  expect(await listTasks(person)).toMatchObject([{ dueOn: '2020-01-02' }])
  expect((await run('today.mjs', 'do')).printed).toMatch(/^1 moved; undo [0-9a-f-]{36}\n$/)
  const { tasks } = await person.data(
    '{ tasks(filter: { dueState: { eq: TODAY } }) { totalCount } }',
  )
  expect(tasks.totalCount).toBe(1)
})

test('what mentions a word is tagged, by a tag that is there or a new one', async () => {
  const { person, run } = await startReading()
  await create(person, { title: 'Call the dentist' })
  await create(person, { title: 'Call Bob' })
  for (const tag of ['Health', 'health'])
    expect((await run('tag.mjs', 'dentist', tag)).printed).toBe(`1 tagged @${tag}\n`)
  expect(await listTasks(person)).toMatchObject([
    { title: 'Call Bob', tags: [] },
    { title: 'Call the dentist', tags: [{ name: 'Health' }] },
  ])
})

test('changes are watched as they happen', async () => {
  const { person, env } = await startReading(['TASKS_READ'])
  const child = spawn(process.execPath, [join(folder, 'watch.mjs')], { env })
  running.push(child)
  let printed = ''
  child.stdout.on('data', (text) => {
    printed += text
  })
  const sees = (line: string) =>
    waitFor(line, async () => (printed.includes(`${line}\n`) ? true : undefined))
  await sees('Watching')
  const { task } = await create(person, { title: 'Look here' })
  await sees('TASK Look here ')
  await runMutation(person, 'completeTask', { id: task.id }, 'mutationId')
  await sees('TASK Look here done')
})

test('a token is checked before a program begins', async () => {
  const { env, run } = await startReading(['TASKS_READ'])
  expect((await run('check.mjs')).printed).toMatch(
    /^A script: TASKS_READ, .+\n\d+ of \d+ points left\n$/,
  )
  env.TOKEN = 'tend_pat_wrong'
  expect(await run('check.mjs')).toMatchObject({
    ok: false,
    printed: expect.stringContaining('isn’t known'),
  })
})
