import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { startUnrulyForwarder } from '../../client/test/support/unruly-forwarder.ts'
import { createAccessToken } from '../../server/test/support/access-token.ts'
import { startTestApp } from '../../server/test/support/test-app.ts'
import { installTend, manyRuns } from './support/tend.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

async function begin() {
  const ada = await app.createPerson('ada')
  const { bearer } = await createAccessToken(ada)
  const tend = await installTend(bearer)
  onTestFinished(() => tend[Symbol.dispose]())
  return { ada, bearer, tend }
}

test('an export goes to the standard output, in each format', manyRuns, async () => {
  const { tend } = await begin()
  await tend.run(['add', 'Pay rent'])
  for (const format of ['json', 'csv', 'ics', 'md', 'txt']) {
    const { code, out, err } = await tend.run(['export', '--format', format])
    expect([code, err, out]).toEqual([0, '', expect.stringContaining('Pay rent')])
  }
  expect((await tend.run(['export', '--format', 'pdf'])).code).toBe(2)
})

test('an export to a file is its owner’s, and overwrites none', manyRuns, async () => {
  const { tend } = await begin()
  await tend.run(['add', 'Pay rent'])
  const saved = await tend.json('export', '--output', 'tend.json')
  const file = join(tend.home, 'tend.json')
  const text = readFileSync(file, 'utf8')
  expect(saved).toEqual({ file: 'tend.json', format: 'json', tasks: 1, bytes: text.length })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(JSON.parse(text).tasks).toMatchObject([{ title: 'Pay rent' }])
  const again = await tend.refusal('export', '--output', 'tend.json')
  expect(again).toMatchObject({ code: 1, error: { code: 'FILE_EXISTS' } })
  expect((await tend.run(['export', '--output', 'tend.json', '--force'])).code).toBe(0)
  const nowhere = await tend.refusal('export', '--output', 'no/folder.json')
  expect(nowhere).toMatchObject({ code: 1, error: { code: 'FILE_UNWRITABLE' } })
})

test('an export that breaks off leaves no file', manyRuns, async () => {
  const { tend, bearer } = await begin()
  await using forwarder = await startUnrulyForwarder(app.url, () => 'cut the answer')
  const env = { TEND_API_URL: forwarder.url, TEND_TOKEN: bearer.token }
  const { code } = await tend.run(['export', '--output', 'tend.json'], { env })
  expect(code).toBe(4)
  expect(readdirSync(tend.home).filter((name) => name.startsWith('tend'))).toEqual([])
})

test('an import takes in an export, and undo takes it back', manyRuns, async () => {
  const { tend } = await begin()
  const other = await begin()
  await tend.run(['add', 'Pay rent @home'])
  await tend.run(['export', '--output', join(other.tend.home, 'tend.json')])
  const imported = await other.tend.json('import', 'tend.json')
  expect(Object.keys(imported)).toEqual(['lists', 'tags', 'views', 'tasks', 'mutationId'])
  expect(imported).toMatchObject({ tasks: { added: 1, kept: 0 }, tags: { added: 1 } })
  expect((await other.tend.json('ls', 'inbox')).tasks).toMatchObject([{ title: 'Pay rent' }])
  const { out } = await other.tend.run(['import', 'tend.json'])
  expect(out).toMatch(/^Imported 0 tasks, .* 1 tasks were there already\.\n$/)
  await other.tend.run(['undo'])
  expect((await other.tend.json('ls', 'inbox')).tasks).toEqual([])
})

test('an import says what is wrong with a file', manyRuns, async () => {
  const { tend } = await begin()
  expect(await tend.refusal('import', 'none.json')).toMatchObject({
    ...{ code: 1, error: { code: 'FILE_UNREADABLE' } },
  })
  writeFileSync(join(tend.home, 'bad.json'), '{"format":"tend-export","version":1,"tasks":[{}]}')
  const { code, error } = await tend.refusal('import', 'bad.json')
  expect([code, error.code]).toEqual([1, 'BAD_USER_INPUT'])
  expect(existsSync(join(tend.home, 'bad.json'))).toBe(true)
  expect((await tend.refusal('import')).code).toBe(2)
})
