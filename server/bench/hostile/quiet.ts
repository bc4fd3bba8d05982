import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { OwnDatabase } from '../database/own-database.ts'

const lookEveryMs = 1_000
const looksInARow = 3
const longestMs = 180_000

/**
 * Waits until the database has had nothing to do for three seconds. An import goes on after its sender has
 * gone, and the vacuum follows it, so the next case would be measured beside them.
 *
 * @throws Error when it is still busy after three minutes
 */
export async function waitUntilQuiet(owner: OwnDatabase['owner']): Promise<void> {
  let quiet = 0
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += lookEveryMs) {
    quiet = (await countBusy(owner)) === 0 ? quiet + 1 : 0
    if (quiet === looksInARow) return
    await sleep(lookEveryMs)
  }
  throw new Error(`The database is still busy ${longestMs / 1000} seconds after a case has ended`)
}

async function countBusy(owner: OwnDatabase['owner']): Promise<number> {
  const { rows } = await sql<{ busy: number }>`
    select count(*)::int as busy from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`.execute(
    owner,
  )
  return rows[0]?.busy ?? 0
}
