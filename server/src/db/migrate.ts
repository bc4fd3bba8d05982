import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as foundation from './migrations/0001-foundation.ts'
import * as taskModel from './migrations/0002-task-model.ts'
import * as changeLog from './migrations/0003-change-log.ts'

// A static list, not a folder that is read: the order is global and part of the code.
const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-task-model': taskModel,
  '0003-change-log': changeLog,
}

/**
 * Brings the database to the newest form and gives the names of what was run. One transaction under
 * an advisory lock: several processes may call it at once, and one that dies leaves nothing half done.
 *
 * @throws Error that names the migration that failed, with the database's error as its cause
 */
export async function migrate(owner: Kysely<unknown>): Promise<string[]> {
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) {
    const failed = results.find((result) => result.status === 'Error')
    throw new Error(`The migration ${failed?.migrationName ?? 'set'} could not be run`, {
      cause: error,
    })
  }
  return results.map((result) => result.migrationName)
}
