import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Logger } from '../logger.ts'
import { isDatabaseUnavailable } from './database-errors.ts'
import { migrate } from './migrate.ts'

export interface Preparation extends AsyncDisposable {
  isReady(): Promise<boolean>
}

export type PreparedConnections = {
  /** Asked whether the database answers. */
  // biome-ignore lint/suspicious/noExplicitAny: neither needs an idea of the tables.
  owner: Kysely<any>
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  migrating: Kysely<any>
}

const firstWaitMs = 500
const longestWaitMs = 10_000

/**
 * Migrates the database. If it can't be reached, this retries in the background, so that the API recovers
 * without a restart; any other failure is for the operator and is thrown.
 */
export async function prepareDatabase(
  { owner, migrating }: PreparedConnections,
  logger: Logger,
): Promise<Preparation> {
  const stop = new AbortController()
  let prepared = await tryToMigrate(migrating, logger)

  async function keepTrying(): Promise<void> {
    for (let waitMs = firstWaitMs; !prepared; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      await sleep(waitMs, undefined, { signal: stop.signal })
      prepared = await tryToMigrate(migrating, logger)
    }
  }
  const trying = keepTrying().catch((error: unknown) => {
    if (!stop.signal.aborted) logger.fatal({ err: error }, 'the database could not be prepared')
  })

  return {
    isReady: async () => prepared && (await answers(owner)),
    async [Symbol.asyncDispose]() {
      stop.abort()
      await trying
    },
  }
}

async function tryToMigrate(owner: Kysely<unknown>, logger: Logger): Promise<boolean> {
  try {
    const names = await migrate(owner)
    if (names.length > 0) logger.info({ migrations: names }, 'the database was migrated')
    return true
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    if (!isDatabaseUnavailable(cause)) throw error
    logger.warn({ err: cause }, 'the database is out of reach, trying again')
    return false
  }
}

async function answers(owner: Kysely<unknown>): Promise<boolean> {
  try {
    await sql`select 1`.execute(owner)
    return true
  } catch {
    return false
  }
}
