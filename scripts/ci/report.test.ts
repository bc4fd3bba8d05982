import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReport } from './report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tend-report-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function report(testResults: unknown[]) {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify({ testResults }))
  return readReport(path)
}

const tests = (...statuses: string[]) => statuses.map((status) => ({ status }))

test('tests are counted over all files', () => {
  const counted = report([
    { status: 'passed', assertionResults: tests('passed', 'passed', 'skipped') },
    { status: 'failed', assertionResults: tests('passed', 'failed', 'todo') },
  ])
  expect(counted).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('a file that could not be loaded counts as a failure', () => {
  expect(report([{ status: 'failed', assertionResults: [] }])).toMatchObject({ failed: 1 })
})

test('a file whose hook threw after its tests had passed counts as a failure', () => {
  const counted = report([{ status: 'failed', assertionResults: tests('passed') }])
  expect(counted).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('no report is not an empty report', () => {
  expect(readReport(join(folder, 'none.json'))).toBeUndefined()
})
