import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPgVersion } from '../../src/db/pg-internals.ts'

test('the installed version of pg is the one whose private parts we rely on', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.resolve('pg')), 'utf8'),
  )
  expect(version).toBe(readPgVersion)
})
