import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

export type Totals = { passed: number; failed: number; skipped: number }

type TestReport = { status: string; fullName: string; failureMessages: string[] }
type VitestReport = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: TestReport[]
  }[]
}

/**
 * Counts vitest's JSON report. A file that fails without a failed test (it could not be loaded, or a
 * hook threw) counts as one failure. Undefined when there is no report.
 */
export function readReport(path: string): Totals | undefined {
  return readResults(path)?.map(countFile).reduce(addTotals, { passed: 0, failed: 0, skipped: 0 })
}

/** A line for each failure in vitest's JSON report: where, and the first line of why. */
export function listFailures(path: string, root: string): string[] {
  return (readResults(path) ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0)
      return status === 'failed' ? [`${relative(root, name)}: ${firstLine(message)}`] : []
    return failed.map((test) => describe(name, test, root))
  })
}

/** A line for each test that passed only when it was run again: where, and the first line of why. */
export function listSecondTries(path: string, root: string): string[] {
  return (readResults(path) ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map((test) => describe(name, test, root)),
  )
}

function readResults(path: string): VitestReport['testResults'] | undefined {
  if (!existsSync(path)) return undefined
  return (JSON.parse(readFileSync(path, 'utf8')) as VitestReport).testResults
}

function describe(name: string, { fullName, failureMessages }: TestReport, root: string): string {
  return `${relative(root, name)} > ${fullName}: ${firstLine(failureMessages.join('\n'))}`
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}

export function addTotals(a: Totals, b: Totals): Totals {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}

function countFile({ status, assertionResults }: VitestReport['testResults'][number]): Totals {
  const passed = assertionResults.filter((test) => test.status === 'passed').length
  const failed = assertionResults.filter((test) => test.status === 'failed').length
  return {
    passed,
    failed: failed === 0 && status === 'failed' ? 1 : failed,
    skipped: assertionResults.length - passed - failed,
  }
}
