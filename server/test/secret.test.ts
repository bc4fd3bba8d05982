import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveSecret } from '../src/secret.ts'

const goodSecret = 'q7Vt0mB2yXc9Lr4KpZ8sWn1HdJf6GaEuTbQ3oRiYkNs='
const serverUrl = 'postgres://tend@db.example/tend'
let folder: string
let dataDir: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tend-secret-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the first start creates a secret of 32 random bytes, and later starts read the same one', () => {
  const secret = resolveSecret({ databaseUrl: undefined, dataDir, secret: undefined })
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(resolveSecret({ databaseUrl: undefined, dataDir, secret: '' })).toBe(secret)
})

test('two folders get two secrets', () => {
  const settings = { databaseUrl: undefined, secret: undefined }
  const one = resolveSecret({ ...settings, dataDir: join(folder, 'one') })
  expect(resolveSecret({ ...settings, dataDir: join(folder, 'two') })).not.toBe(one)
})

test.skipIf(process.platform === 'win32')(
  'only the owner can read the secret and its folder',
  () => {
    resolveSecret({ databaseUrl: undefined, dataDir, secret: undefined })
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  },
)

test('processes that start at the same time get the same secret', async () => {
  const module = JSON.stringify(new URL('../src/secret.ts', import.meta.url).href)
  const script = `import { resolveSecret } from ${module}
    console.log(resolveSecret({ dataDir: ${JSON.stringify(dataDir)} }))`
  const run = () =>
    promisify(execFile)(process.execPath, ['--input-type=module-typescript', '--eval', script])
  const secrets = (await Promise.all([run(), run(), run(), run()])).map(({ stdout }) =>
    stdout.trim(),
  )
  expect(new Set(secrets)).toEqual(new Set([readFileSync(join(dataDir, 'secret'), 'utf8')]))
})

test('a process that finds the file still empty waits until it is written', async () => {
  mkdirSync(dataDir)
  const path = join(dataDir, 'secret')
  writeFileSync(path, '')
  const writer = promisify(execFile)(process.execPath, [
    '--eval',
    `setTimeout(() => require('node:fs').writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(goodSecret)}), 300)`,
  ])
  expect(resolveSecret({ databaseUrl: undefined, dataDir, secret: undefined })).toBe(goodSecret)
  await writer
})

test('a damaged file is named, and never replaced', () => {
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'secret'), 'short')
  expect(() => resolveSecret({ databaseUrl: undefined, dataDir, secret: undefined })).toThrow(
    /damaged: put the right one back, or delete the file/,
  )
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe('short')
})

test('a data folder that is a file is refused with a message', () => {
  writeFileSync(dataDir, '')
  expect(() => resolveSecret({ databaseUrl: undefined, dataDir, secret: undefined })).toThrow(
    /set BETTER_AUTH_SECRET/,
  )
})

test('a configured secret is returned unchanged, and no file is created', () => {
  expect(resolveSecret({ databaseUrl: undefined, dataDir, secret: goodSecret })).toBe(goodSecret)
  expect(resolveSecret({ databaseUrl: serverUrl, dataDir, secret: goodSecret })).toBe(goodSecret)
  expect(() => statSync(dataDir)).toThrow()
})

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['one word', 'secret'],
  ['31 characters', goodSecret.slice(0, 31)],
  ["Better Auth's own default", 'better-auth-secret-12345678901234567890'],
  ['the placeholder of .env.example', 'replace-me-with-openssl-rand-base64-32'],
  ['the same in capitals', 'REPLACE-ME-WITH-OPENSSL-RAND-BASE64-32'],
  ['one character over and over', 'a'.repeat(64)],
  ['one word over and over', 'changeme-'.repeat(6)],
  ['two characters in disorder', 'abbabaabbaababbabaababbaabbabaab'],
  ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
])('with a database server a secret that is %s is refused with the remedy', (_what, secret) => {
  expect(() => resolveSecret({ databaseUrl: serverUrl, dataDir, secret })).toThrow(
    /^BETTER_AUTH_SECRET [^\n]*openssl rand -base64 32`\.$/,
  )
})
