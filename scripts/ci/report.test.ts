import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFailures, listSecondTries, readReport } from './report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tend-report-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(testResults: unknown[]): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify({ testResults }))
  return path
}

function report(testResults: unknown[]) {
  return readReport(write(testResults))
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

test('each failure is reported in one line, with its place and cause', () => {
  const path = write([
    {
      name: '/here/a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'it stands', failureMessages: [] },
        { status: 'failed', fullName: 'it falls', failureMessages: ['Error: 1 is not 2\n at'] },
      ],
    },
    {
      name: '/here/b.test.ts',
      status: 'failed',
      message: 'No such file\n at',
      assertionResults: [],
    },
    { name: '/here/c.test.ts', status: 'passed', message: '', assertionResults: [] },
  ])
  expect(listFailures(path, '/here')).toEqual([
    'a.test.ts > it falls: Error: 1 is not 2',
    'b.test.ts: No such file',
  ])
  expect(listFailures(join(folder, 'none.json'), '/here')).toEqual([])
})

test('a test that passed only when it was run again is named, with what had failed', () => {
  const path = write([
    {
      name: '/here/a.test.ts',
      status: 'passed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'it stands', failureMessages: [] },
        { status: 'passed', fullName: 'it wavers', failureMessages: ['Error: too late\n at'] },
      ],
    },
  ])
  expect(listSecondTries(path, '/here')).toEqual(['a.test.ts > it wavers: Error: too late'])
})
