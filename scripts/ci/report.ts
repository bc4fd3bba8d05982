import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

export type Totals = { passed: number; failed: number; skipped: number }

type VitestReport = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
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
    const file = relative(root, name)
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : []
    return failed.map(
      (test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages.join('\n'))}`,
    )
  })
}

function readResults(path: string): VitestReport['testResults'] | undefined {
  if (!existsSync(path)) return undefined
  return (JSON.parse(readFileSync(path, 'utf8')) as VitestReport).testResults
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
