import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOrInstallPgBouncer, openPostgres } from './ci/postgres.ts'
import { addTotals, listFailures, listSecondTries, readReport, type Totals } from './ci/report.ts'

// Runs the check, the whole test suite, and the API's suite again on a Postgres server, and prints
// the count of all of them last.

const root = join(import.meta.dirname, '..')
// CI cancels a run after 90 minutes, and then nobody sees what failed. A quiet machine takes a quarter.
const endsAt = Date.now() + 80 * 60_000
const reports = mkdtempSync(join(tmpdir(), 'tend-ci-'))
let totals: Totals = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []
const secondTries: string[] = []

await step('npm run check', ['run', 'check'])
await testStep('npm test', ['test', '--'], { FUZZ_MS: '3000' })
await testOnPostgres()
rmSync(reports, { recursive: true, force: true })

const { passed, failed, skipped } = totals
if (secondTries.length > 0)
  console.log(`\nWhat passed only when it was run again:\n${secondTries.join('\n')}`)
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)

async function testOnPostgres(): Promise<void> {
  try {
    await using postgres = await openPostgres()
    await findOrInstallPgBouncer()
    await testStep('the API suite on a Postgres server', ['test', '--', '--project', 'api'], {
      TEST_DATABASE_URL: postgres.url,
    })
  } catch (error) {
    fail('the API suite on a Postgres server', error instanceof Error ? error.message : error)
  }
}

async function step(name: string, args: string[]): Promise<void> {
  const code = await runNpm(name, args, {})
  if (code !== 0) fail(name, `it ended with code ${code}`)
}

/** Runs vitest through npm and adds what its report counts. */
async function testStep(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const path = join(reports, `${totals.passed}-${totals.failed}-${performance.now()}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const code = await runNpm(name, [...args, ...reporters], env)
  const report = readReport(path)
  if (report) totals = addTotals(totals, report)
  failures.push(...listFailures(path, root).map((line) => `- ${name}: ${line}`))
  secondTries.push(...listSecondTries(path, root).map((line) => `- ${name}: ${line}`))
  // A run can fail although its tests pass: no report, an error after the last test, a time-out.
  if (!report || (code !== 0 && report.failed === 0)) fail(name, `it ended with code ${code}`)
}

function fail(name: string, reason: unknown): void {
  totals = addTotals(totals, { passed: 0, failed: 1, skipped: 0 })
  failures.push(`- ${name}: ${reason}`)
}

function runNpm(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<number | string> {
  console.log(`\n── ${name}`)
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd: root,
      env: { ...process.env, CI: 'true', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      timeout: Math.max(1, endsAt - Date.now()),
    })
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1))
  })
}
