import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolderPrivate } from './private-folder.ts'

/** Another process uses the data folder. */
export class FolderLockedError extends Error {
  override name = 'FolderLockedError'
  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Tend server. Stop that one, or set DATA_DIR to a folder of its own.`,
    )
  }
}

/**
 * Locks the folder for this process, and returns a function that unlocks it.
 *
 * SQLite's exclusive transaction is used as the lock: it uses the operating system's file locks (fcntl,
 * LockFileEx), so it ends with the process however that dies, including kill -9, and needs no native add-on.
 * Two embedded engines on one folder lose acknowledged writes.
 *
 * @throws FolderLockedError when another process holds it
 */
export function lockFolder(folder: string): () => void {
  makeFolderPrivate(folder)
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && error.message.includes('locked'))
      throw new FolderLockedError(folder)
    throw error
  }
  return () => lock.close()
}
