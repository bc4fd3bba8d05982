import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type EmbeddedSettings, embeddedAddress } from './address.ts'
import { lockFolder } from './folder-lock.ts'
import { Mutex } from './mutex.ts'
import { makeFolderPrivate } from './private-folder.ts'
import { keepStatistics } from './statistics.ts'
import { WireServer, type WireServerOptions } from './wire-server.ts'

/**
 * Starts the embedded PostgreSQL on the data folder and accepts drivers at `embeddedAddress()`. Disposing it
 * closes the connections, stops the engine and unlocks the folder.
 *
 * @throws FolderLockedError when another process runs on the folder
 * @throws Error in one sentence when the port is taken
 */
export async function startEmbeddedDatabase(settings: EmbeddedSettings): Promise<AsyncDisposable> {
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(lockFolder(settings.dataDir))
  const engine = await PGlite.create(join(settings.dataDir, 'database'))
  cleanup.defer(() => engine.close())
  // The engine creates its files with its own modes.
  makeFolderPrivate(settings.dataDir)
  const mutex = new Mutex()
  cleanup.use(keepStatistics(engine, mutex))
  cleanup.use(await startWireServer({ engine, mutex, ...embeddedAddress(settings) }))
  return cleanup.move()
}

async function startWireServer(options: WireServerOptions): Promise<WireServer> {
  try {
    return await WireServer.start(options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(
      `Port ${options.port} on 127.0.0.1, where the embedded database listens, is taken. Free it, or set EMBEDDED_PORT to another one.`,
    )
  }
}
