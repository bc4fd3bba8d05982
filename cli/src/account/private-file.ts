import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { failRefused } from '../failure.ts'

/** Writes a file of JSON that only its owner can read: completely, or not at all. */
export function writePrivateFile(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const written = `${path}.${randomBytes(4).toString('hex')}`
  try {
    writeFileSync(written, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx' })
    renameSync(written, path)
  } catch (cause) {
    rmSync(written, { force: true })
    throw cause
  }
}

/**
 * Undefined where there is no such file.
 *
 * @throws Failure when others could read it, or it isn't JSON
 */
export function readPrivateFile(path: string): unknown {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return undefined
  // Windows has no such modes, and its user's folders are theirs.
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0)
    throw failRefused(
      'FILE_NOT_PRIVATE',
      `${path} should be readable by you alone, and others may read or change it. Run chmod 600 on it; if somebody else uses this machine, revoke the token in it and make another.`,
    )
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw failRefused(
      'FILE_UNREADABLE',
      `${path} should be JSON of tend, and can't be read. Delete it, and run tend login.`,
    )
  }
}
