import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from './settings.ts'

export const webFolder = join(repositoryRoot, 'web')
const stampPath = join(webFolder, '.next', 'tend-build')

/** Whether the last build was made from the files as they are now. */
export function isWebBuildCurrent(): boolean {
  if (!existsSync(stampPath)) return false
  return readFileSync(stampPath, 'utf8') === hashSources()
}

/**
 * Builds the web app.
 *
 * @throws Error that holds the build's output when it fails.
 */
export async function buildWeb(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const hash = hashSources()
  // An interrupted build leaves a mixture behind, whatever the sources are then.
  rmSync(stampPath, { force: true })
  const child = spawn(process.execPath, ['scripts/build-web.ts'], {
    cwd: repositoryRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    windowsHide: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (code !== 0) throw new Error(`${output.trim()}\n\nThe web app could not be built: see above.`)
  writeFileSync(stampPath, hash)
}

/** A hash over everything the build reads: sources, configuration, versions of packages. */
function hashSources(): string {
  const hash = createHash('sha256')
  const files = globSync(
    [
      'package-lock.json',
      'tsconfig.base.json',
      'web/{src,public}/**/*',
      'web/*.{json,ts,mjs}',
      'scripts/build-web.ts',
      'scripts/product/{earlier-files,service-worker}.ts',
      'server/package.json',
      'server/src/**/*.ts',
    ],
    {
      cwd: repositoryRoot,
      withFileTypes: true,
      exclude: ['**/*.test.*', 'web/next-env.d.ts', 'web/public/service-worker.js'],
    },
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) {
    hash
      .update(`${file.slice(repositoryRoot.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}
