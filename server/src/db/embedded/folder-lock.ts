import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolderPrivate } from './private-folder.ts'

/** Somebody else holds the data folder. */
export class FolderLockedError extends Error {
  override name = 'FolderLockedError'
  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Tend server. Stop that one, or set DATA_DIR to a folder of its own.`,
    )
  }
}

/**
 * Takes the folder for this process alone, and gives a function that lets it go.
 *
 * SQLite's exclusive transaction is used as the lock: it rests on the operating system's file
 * locks (fcntl, LockFileEx), so it ends with the process however that dies, kill -9 included, and
 * needs no native add-on. Two embedded engines on one folder lose acknowledged writes.
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
