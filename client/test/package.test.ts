import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessToken } from '../../server/test/support/access-token.ts'
import type { TestApp } from '../../server/test/support/test-app.ts'
import { startApi } from './support/together.ts'

// The package as others get it: built, in the node_modules of a program that is the README's.

const root = join(import.meta.dirname, '../..')
const tsc = join(root, 'node_modules/typescript/bin/tsc')
const folder = mkdtempSync(join(tmpdir(), 'tend-client-'))
const installed = join(folder, 'node_modules/@tend/client')

let app: TestApp
beforeAll(async () => {
  app = await startApi()
  const build = [
    '-p',
    join(root, 'client/tsconfig.build.json'),
    '--outDir',
    join(installed, 'dist'),
  ]
  expect(await run(tsc, build)).toEqual({ code: 0, output: '' })
  cpSync(join(root, 'client/package.json'), join(installed, 'package.json'))
  symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'))
  const readme = readFileSync(join(root, 'client/README.md'), 'utf8')
  const blocks = Array.from(readme.matchAll(/^```ts\n(.*?)^```$/gms), ([, code]) => code)
  writeFileSync(join(folder, 'first.ts'), blocks.join('\n'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
})
afterAll(async () => {
  await app?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('the README’s program has right types with modules by %s and %s', async (module, resolution) => {
  const options = ['--module', module, '--moduleResolution', resolution]
  const strict = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--types', 'node']
  const libraries = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable,dom.asynciterable']
  const file = join(folder, 'first.ts')
  expect(await run(tsc, [...options, ...strict, ...libraries, file])).toEqual({
    code: 0,
    output: '',
  })
})

test('the README’s program runs to its end with an access token', async () => {
  const ada = await app.createPerson('ada')
  const { bearer } = await createAccessToken(ada)
  const { code, output } = await run(join(folder, 'first.ts'), [], {
    API: app.url,
    TOKEN: bearer.token,
  })
  expect(code, output).toBe(0)
  expect(output).toContain('HIGH')
  expect(output).toContain('input.title ')
  expect(output).toMatch(/Sort the photos\n$/)
  const { tasks } = await ada.data('{ tasks { nodes { title completed } } }')
  expect(tasks.nodes.toReversed()).toEqual([
    { title: 'Water the plants', completed: true },
    { title: 'Sort the photos', completed: false },
  ])
})

/** Runs a program on Node until it ends. */
function run(file: string, args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.once('error', reject).once('close', (code) => resolve({ code, output }))
  })
}
