import { spawn } from 'node:child_process'
import { join } from 'node:path'

// Checks everything about the code that doesn't need running it. Prints one line for each step, and the output
// of steps that fail.

const root = join(import.meta.dirname, '..')
const steps: { name: string; command: string[] }[] = [
  {
    name: 'lint and format',
    command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
  },
  { name: 'types of the client', command: ['node_modules/typescript/bin/tsc', '-p', 'client'] },
  {
    name: 'types of the client’s tests',
    command: ['node_modules/typescript/bin/tsc', '-p', 'client/test'],
  },
  { name: 'types of the command line', command: ['node_modules/typescript/bin/tsc', '-p', 'cli'] },
  {
    name: 'types of the command line’s tests',
    command: ['node_modules/typescript/bin/tsc', '-p', 'cli/test'],
  },
  { name: 'types of the server', command: ['node_modules/typescript/bin/tsc', '-p', 'server'] },
  { name: 'types of the web app', command: ['node_modules/typescript/bin/tsc', '-p', 'web'] },
  {
    name: 'types of the service worker',
    command: ['node_modules/typescript/bin/tsc', '-p', 'web/src/service-worker'],
  },
  { name: 'types of the scripts', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'generated files up to date', command: ['scripts/check-generated.ts'] },
  { name: 'the API keeps its promises', command: ['scripts/check-released-schema.ts'] },
  { name: 'versions pinned and not known to be unsafe', command: ['scripts/check-versions.ts'] },
  { name: 'walls between rooms', command: ['scripts/check-walls.ts'] },
  { name: 'nothing unused', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
]

let failed = 0
for (const { name, command } of steps) {
  const startedAt = performance.now()
  const { code, output } = await run(command)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code === 0) continue
  failed += 1
  console.log(output.trim().replace(/^/gm, '    '))
}
if (failed > 0) console.log(`${failed} of ${steps.length} steps failed.`)
process.exitCode = failed > 0 ? 1 : 0

function run(command: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const child = spawn(process.execPath, command, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.once('error', reject).once('close', (code) => resolve({ code, output }))
  })
}
