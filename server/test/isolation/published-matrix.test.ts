import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schema } from '../../src/schema.ts'
import { listMatrixRows } from '../support/isolation-matrix.ts'

const path = new URL('../../../docs/security.md', import.meta.url)
const [, matrix = ''] = readFileSync(path, 'utf8').split(/<!-- \/?matrix -->/)
const rows = matrix
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('the published matrix has every field of the schema, with all its inputs for ids', () => {
  const published = rows.map(([, field, inputs]) => ({
    field: field?.replaceAll('`', ''),
    idInputs: Number(inputs),
  }))
  // When it fails: npm run isolation -- --write
  expect(published).toEqual(listMatrixRows(schema))
})

test('the published matrix reports no failure', () => {
  for (const [, field, , ...cells] of rows) {
    const marks = cells.slice(0, -1)
    expect(marks, field).toHaveLength(6)
    for (const mark of marks) expect(['✓', '–'], field).toContain(mark)
    expect(marks, field).toContain('✓')
  }
})
