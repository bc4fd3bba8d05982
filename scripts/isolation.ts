import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { schema } from '../server/src/schema.ts'
import { type IsolationFinding, printMatrix } from '../server/test/support/isolation-matrix.ts'

// Tries every field of the schema with objects of somebody else, with each of the two layers switched
// off, and prints the results as a table. With --write the table goes into docs/security.md.

const root = join(import.meta.dirname, '..')
const documentPath = join(root, 'docs/security.md')
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })

const folder = mkdtempSync(join(tmpdir(), 'tend-isolation-'))
try {
  const path = join(folder, 'report.json')
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=api',
      '--reporter=json',
      `--outputFile=${path}`,
      'server/test/isolation/every-id-slot.test.ts',
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const matrix = printMatrix(schema, readFindings(path))
  console.log(matrix)
  if (values.write) writeMatrix(matrix)
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function readFindings(path: string): IsolationFinding[] {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as {
    testResults: { assertionResults: { meta?: { isolation?: IsolationFinding } }[] }[]
  }
  return testResults.flatMap((file) =>
    file.assertionResults.flatMap(({ meta }) => meta?.isolation ?? []),
  )
}

function writeMatrix(matrix: string): void {
  const text = readFileSync(documentPath, 'utf8')
  const written = text.replace(
    /(<!-- matrix -->\n).*(\n<!-- \/matrix -->)/s,
    (_all, before: string, after: string) => `${before}${matrix}${after}`,
  )
  writeFileSync(documentPath, written)
}
