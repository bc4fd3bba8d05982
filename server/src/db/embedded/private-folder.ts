import { chmodSync, existsSync, globSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sticky = 0o1000
const othersBits = 0o077
/** Tend's files in the folder; anything else there belongs to somebody else. */
const ours = ['database', 'database/**', 'lock', 'lock-journal', 'secret']

/**
 * Creates the data folder, and makes sure that only this account can read it and what Tend keeps there,
 * even if somebody else created the folder or its mode was different. Where files have no such modes
 * (Windows), the folder is as private as its parent.
 *
 * @throws Error in one sentence for a folder that is everybody's, or that can't be closed to others
 */
export function makeFolderPrivate(folder: string): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  if (statSync(folder).mode & sticky) {
    throw new Error(
      `The folder ${folder} is there for everybody. Set DATA_DIR to one for Tend alone.`,
    )
  }
  try {
    close(folder, 0o700)
    for (const name of globSync(ours, { cwd: folder })) {
      const path = join(folder, name)
      const found = lstatSync(path)
      if (!found.isSymbolicLink()) close(path, found.isDirectory() ? 0o700 : 0o600)
    }
  } catch (error) {
    throw new Error(
      `Others can look into ${folder}, and this account may not close it to them. Give it the folder, or set DATA_DIR to another one.`,
      { cause: error },
    )
  }
}

function close(path: string, mode: number): void {
  if (lstatSync(path).mode & othersBits) chmodSync(path, mode)
}
