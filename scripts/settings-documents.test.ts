import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serverVariables } from '../server/src/env.ts'
import { findSecretProblem } from '../server/src/secret.ts'
import { webVariables } from '../web/src/env.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const listMatches = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (match) => match[1] as string)

const scriptVariables = globSync(['scripts/*.ts', 'scripts/{product,demo}/*.ts'], { cwd: root })
  .filter((path) => !path.endsWith('.test.ts'))
  .flatMap((path) => listMatches(read(path), /\benv\.([A-Z][A-Z_]+)/g))
const variables = [...new Set([...serverVariables, ...webVariables, ...scriptVariables])].sort()

test('.env.example lists exactly the variables that are read', () => {
  expect(listMatches(read('.env.example'), /^([A-Z_]+)=/gm).sort()).toEqual(variables)
})

test("the README's table lists exactly the variables that are read", () => {
  const rows = read('README.md').match(/^\| `[A-Z_]+`.*$/gm) ?? []
  // The last column mentions other variables and examples.
  const names = rows.flatMap((row) => listMatches(row.split('|')[1] ?? '', /`([A-Z_]+)`/g))
  expect(names.sort()).toEqual(variables)
})

test('the secret that .env.example shows is refused', () => {
  const [placeholder = ''] = read('.env.example').match(/replace-me[\w-]+/) ?? []
  expect(findSecretProblem(placeholder)).toMatch(/well-known/)
})
