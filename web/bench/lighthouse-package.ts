import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = join(import.meta.dirname, 'lighthouse')

/** Lighthouse, or a module of it. Installs it the first time, so that only those who measure have it. */
export async function loadLighthouse<Module>(path = 'core/index.js'): Promise<Module> {
  if (!existsSync(join(folder, 'node_modules'))) {
    process.stderr.write('installing Lighthouse\n')
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
  }
  return import(pathToFileURL(join(folder, 'node_modules/lighthouse', path)).href)
}
