import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** How long a tab may stay open after an update and still find the code that it loads on demand. */
const keptMs = 14 * 24 * 3_600_000

/** A build's static files by their paths, or those of earlier builds with the time they were replaced. */
type Kept = { current: string[]; earlier: Record<string, number> }

/**
 * Copies the static files of the build that is about to be replaced to a place that a build leaves alone.
 * `folder` is Next's own, `.next`.
 */
export function setAsideStaticFiles(folder: string, nowMs: number): void {
  const { current, earlier } = readKept(folder)
  for (const path of current) {
    if (!copyTo(join(folder, 'static', path), join(keepsIn(folder), path))) continue
    earlier[path] = nowMs
  }
  // Until the next build is complete there is none.
  writeKept(folder, { current: [], earlier })
}

/** Puts the files of the builds of the last 14 days beside those of the new one. */
export function putBackStaticFiles(folder: string, nowMs: number): void {
  const current = globSync('**/*', { cwd: join(folder, 'static'), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'static').length + 1))
  const { earlier } = readKept(folder)
  for (const [path, replacedMs] of Object.entries(earlier)) {
    const kept = join(keepsIn(folder), path)
    const target = join(folder, 'static', path)
    if (nowMs - replacedMs < keptMs) {
      if (!existsSync(target)) copyTo(kept, target)
    } else {
      rmSync(kept, { force: true })
      delete earlier[path]
    }
  }
  writeKept(folder, { current, earlier })
}

const keepsIn = (folder: string): string => join(folder, 'cache', 'earlier-files')
const listOf = (folder: string): string => join(folder, 'cache', 'earlier-files.json')

function readKept(folder: string): Kept {
  if (!existsSync(listOf(folder))) return { current: [], earlier: {} }
  return JSON.parse(readFileSync(listOf(folder), 'utf8')) as Kept
}

function writeKept(folder: string, kept: Kept): void {
  mkdirSync(dirname(listOf(folder)), { recursive: true })
  writeFileSync(listOf(folder), JSON.stringify(kept))
}

function copyTo(source: string, target: string): boolean {
  if (!existsSync(source)) return false
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(source, target)
  return true
}
