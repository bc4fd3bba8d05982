import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connectDatabase } from '../../src/db/connect.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { migrate } from '../../src/db/migrate.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is declared there.
  interface ProvidedContext {
    /**
     * The folder of this run, gone when it ends. In it: an embedded `database`, migrated and at rest,
     * and room for the folders of the tests.
     */
    runFolder: string
  }
}

/**
 * Makes an embedded `database` in the folder, migrated and at rest, to be copied into data folders:
 * the first start of an embedded database takes seconds.
 */
export async function makeMigratedDatabase(folder: string): Promise<void> {
  const settings = { dataDir: join(folder, 'making'), secret: 'a secret for the template alone' }
  const pool = { maxConnections: 1, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 }
  {
    await using _engine = await startEmbeddedDatabase(settings)
    await using database = connectDatabase({ embedded: settings, pool })
    await migrate(database.owner)
  }
  renameSync(join(settings.dataDir, 'database'), join(folder, 'database'))
  rmSync(settings.dataDir, { recursive: true })
}

/** Copies the one that was made in the folder. */
export function copyMigratedDatabase(folder: string, dataDir: string): void {
  cpSync(join(folder, 'database'), join(dataDir, 'database'), { recursive: true })
}
